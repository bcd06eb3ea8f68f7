import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { expect, it } from 'vitest'
import { projectRoot, readConfig, SETTINGS } from '../../src/config.ts'

const example = readFileSync(join(projectRoot, '.env.example'), 'utf8')

it('lists every setting in .env.example, with its default', () => {
  expect(Object.keys(parseEnv(example)).sort()).toEqual(Object.keys(SETTINGS).sort())
  expect(readConfig(parseEnv(example))).toEqual(readConfig({}))
})

it('says a line on each setting in .env.example', () => {
  const lines = example.split('\n')
  const bare = lines.filter((line, at) => /^[A-Z_]+=/.test(line) && !lines[at - 1]?.startsWith('# '))
  expect(bare).toEqual([])
})

it('takes an empty setting for none, and reads a time without its zero', () => {
  expect(readConfig({ PORT: ' ', QUIET_TO: '6:30' })).toMatchObject({ port: 3000, settings: { quietTo: '06:30' } })
})

it('refuses an asking line above the opening line', () => {
  expect(readConfig({ ASK_AT: '0.9', OPEN_AT: '0.8' })).toEqual({
    faults: ['ASK_AT：0.9 高于 OPEN_AT（0.8），询问线不能高于立案线，请把 ASK_AT 改小或把 OPEN_AT 改大。'],
  })
})
