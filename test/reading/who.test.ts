import { expect, it } from 'vitest'
import { type Candidate, readWho, readWhoAtStart } from '../../src/reading/who.ts'

const person = (id: string, name: string, village: string, ...titles: string[]): Candidate => ({ id, name, titles, village })
const near = [
  person('1', '王建军', '坪头村', '支书'),
  person('2', '李晓燕', '坪头村', '文书'),
  person('3', '李强', '坪头村', '网格员'),
  person('4', '周大山', '坪头村', '网格员'),
]
const far = [person('5', '王芳', '河湾村', '调解员'), person('6', '赵强', '鸡峰镇', '值班'), person('7', '欧阳明', '河湾村', '支书')]

const ids = (said: string): string => {
  const who = readWho(said, near, far)
  return 'one' in who ? who.one.id : 'several' in who ? who.several.map((c) => c.id).join() : ''
}

it.each([
  ['王建军', '1'],
  ['王支书', '1'],
  ['支书', '1'],
  ['王书记', '1'],
  ['建军', '1'],
  ['王哥', '1'],
  ['老王', '1'],
  ['文书', '2'],
  ['李文书', '2'],
  ['晓燕', '2'],
  ['晓燕姐', '2'],
  ['小李', '2,3'],
  ['李哥', '2,3'],
  ['王芳', '5'],
  ['值班', '6'],
  ['赵强', '6'],
  ['欧阳支书', '7'],
  ['河湾村支书', '7'],
  ['坪头王支书', '1'],
  ['@周大山', '4'],
  ['老孙', ''],
  ['', ''],
])('%s is %s', (said, found) => {
  expect(ids(said)).toBe(found)
})

it.each([
  ['王芳 她懂水电', '5', '她懂水电'],
  ['让老周去', '4', '去'],
  ['转给王芳，她懂', '5', '她懂'],
  ['王支书看一下', '1', '看一下'],
])('reads the person at the start of %s', (text, id, rest) => {
  const found = readWhoAtStart(text, near, far)
  expect('one' in found.who && found.who.one.id).toBe(id)
  expect(found.rest).toBe(rest)
})
