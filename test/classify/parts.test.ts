import { expect, it } from 'vitest'
import { partsOf, turnsToAnother } from '../../src/classify/parts.ts'

it.each([
  ['再一个，我家的电表也不转', true],
  ['对了 路灯也不亮', true],
  ['二是水渠堵了', true],
  ['第二，水渠堵了', true],
  ['二社停水了', false],
  ['三社从昨晚就停水了', false],
])('%s: a turn to something else, %s', (line, turns) => {
  expect(turnsToAnother(line)).toBe(turns)
})

it.each([
  ['三社的路灯坏了，还有个事，四社的水渠堵了', ['三社的路灯坏了', '四社的水渠堵了']],
  ['第一，二社停水了；第二，三社路塌了', ['二社停水了', '三社路塌了']],
  ['二社停水了，三社也停了', ['二社停水了，三社也停了']],
  ['三社路灯不亮了，还有垃圾箱也满了', ['三社路灯不亮了', '垃圾箱也满了']],
  ['路上有石头 还有人等着过', ['路上有石头 还有人等着过']],
])('%s has its parts', (text, parts) => {
  expect(partsOf(text)).toEqual(parts)
})
