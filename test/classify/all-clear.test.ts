import { expect, it } from 'vitest'
import { backOn, isAllClear } from '../../src/classify/all-clear.ts'

it.each([
  '没事了',
  '已经送到卫生院了 没事了',
  '人醒过来了',
  '老汉缓过来了，谢谢大家',
  '火灭了',
  '娃找到了',
  '虚惊一场',
  '都灭了',
  '人救上来了',
  '劝开了',
  '气关了 通风了',
  '挖机推开了 能过车了',
  '娃在同学家里',
  '自己走回来的',
  '警察来了 带走了',
  '没大碍',
])('%s: it is over', (text) => expect(isAllClear(text)).toBe(true))

it.each([
  '没事吧',
  '没事的话都来帮忙',
  '不是没事，还在烧',
  '咋还没人来',
  '还没醒',
  '火还没灭',
  '灯又灭了',
  '火灭了吗',
  '灭不了',
  '还没找到',
])('%s: it is not', (text) => expect(isAllClear(text)).toBe(false))

it.each([
  ['来水咧 谢谢', 'V-WATER'],
  ['又有水了', 'V-WATER'],
  ['电来了', 'V-POWER'],
  ['电通了', 'V-POWER'],
  ['自来水已经来了，谢谢', 'V-WATER'],
  ['水管修好了', 'V-WATER'],
  ['刚刚来电了，不用来人了', 'V-POWER'],
  ['灯亮了', 'V-LAMP'],
  ['路口的路灯修好了，谢谢师傅', 'V-LAMP'],
  ['垃圾拉走了，不用管了', 'V-WASTE'],
  ['垃圾今天都清理了', 'V-WASTE'],
  ['路通了', 'V-ROAD'],
  ['那段路填平了，麻烦了', 'V-ROAD'],
  ['现在有水了', 'V-WATER'],
])('%s: %s is back', (text, duty) => expect(backOn(text)).toBe(duty))
it.each(['来客了', '水来得慢', '还没来水', '灯又不亮了', '灯亮了一晚上又灭了', '垃圾没人拉', '路好走不', '电来了又停了', '灯亮了吗'])(
  '%s: nothing is',
  (text) => expect(backOn(text)).toBeNull(),
)
