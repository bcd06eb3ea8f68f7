import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAs } from './read-as.ts'

const folder = resolve(import.meta.dirname, '..', '..', 'prompts', 'examples')
/** How cadres note what they did: these are orders. */
const NOTES = 'cadre-notes.txt'
const lines = readdirSync(folder)
  .filter((file) => file !== NOTES)
  .flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((l) => !/^[#=]|^\s*$/u.test(l)),
  )
/** Bare words of an order, which find nothing where nothing is in hand. */
const BARE = ['修好了', '弄好了', '办好了', '解决了', '撤了', '一般']
/** 老王的事解决了: of something in the speaker's own hands, or of nothing. */
const OF_SOMEBODY = /的?事(弄好|解决)了/u

describe('thousands of lines that people wrote about other things', () => {
  it.each(['resident', 'keeper', 'secretary', 'leader'] as const)('hold no order when a %s says them in a group', (role) => {
    expect(lines.length).toBeGreaterThan(3000)
    expect(lines.filter((line) => !BARE.includes(line) && !OF_SOMEBODY.test(line) && readAs(role, 'group', line) !== null)).toEqual([])
  })
})
