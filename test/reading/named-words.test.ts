import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { readWords } from '../../src/reading/named-words.ts'

const dir = mkdtempSync(join(tmpdir(), 'shuoshi-words-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const read = (text: string) => {
  const file = join(dir, 'words.txt')
  writeFileSync(file, text)
  return readWords(pathToFileURL(file))
}

describe('a file of words', () => {
  it('is read section by section, without comments and empty lines', () => {
    expect([...read('# 说明\n= 修好\n休好\n\n= 挂账\n挂仗\n挂胀')]).toEqual([
      ['修好', ['休好']],
      ['挂账', ['挂仗', '挂胀']],
    ])
  })

  it.each([
    ['= 修好\n休好\n= 挂账\n挂仗\n= 修好\n秀好', 'words.txt:5: “= 修好” 已经有了，写到那一节里去'],
    ['= 修好\n休好\n休好', 'words.txt:3: “休好” 在这一节里已经有了'],
    ['休好', 'words.txt:1: 前面要有“= 名字”'],
  ])('says where it cannot be read: %j', (text, why) => {
    expect(() => read(text)).toThrow(why)
  })
})
