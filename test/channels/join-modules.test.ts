import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinModules } from '../../src/channels/sandbox/join-modules.ts'

let dir = ''
const fileOf = (address: string) => join(dir, basename(address))
const write = (name: string, ...lines: string[]) => writeFileSync(join(dir, name), lines.join('\n'))

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'shuoshi-modules-'))
  write('library.js', 'const n=(a)=>a+1;export{n as next};')
  write('a.js', "import { next as after } from '/vendor/library.js'", 'const OWN = 1', 'export const two = () => after(OWN)')
  write('b.js', "import * as a from './a.js'", "import { two } from './a.js'", 'const OWN = 10', 'globalThis.sum = a.two() + two() + OWN')
  write('circle.js', "import { it } from './circle.js'", 'export const it = 1')
})
afterAll(() => rmSync(dir, { recursive: true }))

it('makes one script of modules, whose own names stay apart', () => {
  const script = joinModules({ entry: '/b.js', fileOf })
  new Function(script)()
  expect(globalThis).toMatchObject({ sum: 14 })
})

it('refuses modules that import each other in a circle', () => {
  expect(() => joinModules({ entry: '/circle.js', fileOf })).toThrow('/circle.js imports itself')
})
