import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/domain/people.ts'
import { readAs } from './read-as.ts'
import { VOICED } from './voices.ts'

interface Said {
  role: Role
  meant: readonly string[]
  said: string
}

const ROLES = ['keeper', 'clerk', 'secretary', 'mediator', 'leader', 'duty'] as const

/** role, what is meant, the words: one a line. */
const readSaid = (line: string): Said => {
  const [who = '', meant = '', ...words] = line.split(' ')
  const role = ROLES.find((r) => r === who)
  if (!role) throw new Error(`a line of the table: ${line}`)
  return { role, meant: meant === '无' ? [] : meant.split('/'), said: words.join(' ') }
}

const saidIn = (file: string): Said[] =>
  readFileSync(resolve(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readSaid)

/** The order alone, or with its number where the table tells it. */
const nameOf = (heard: string): string => heard.split(' ')[0] ?? ''

function heardOf({ role, meant, said }: Said): string | null {
  const heard = readAs(role, 'alone', said)
    ?.replace(/ 新活| 〔.*?〕/u, '')
    .replace(' 坪7', ' 7')
    .split(' | ')[0]
  if (heard === undefined) return null
  return meant.includes(nameOf(heard)) ? nameOf(heard) : heard
}

describe.each([
  ['five voices', VOICED],
  ['what others say', saidIn('heard.txt')],
  ['what strangers wrote', saidIn('told.txt')],
] as const)('%s, one-to-one', (_, rows) => {
  const heard = rows.map((row) => ({ ...row, heard: heardOf(row) }))
  it('are never heard as something else', () => {
    expect(heard.filter((row) => row.heard !== null && !row.meant.includes(row.heard))).toEqual([])
  })
  it('are understood, but for a few who are asked back', () => {
    const meaning = heard.filter((row) => row.meant.length > 0)
    expect(meaning.filter((row) => row.heard !== null).length / meaning.length).toBeGreaterThanOrEqual(0.95)
  })
})
