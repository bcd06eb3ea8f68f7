import { expect, it } from 'vitest'
import { isAllClear } from '../../src/classify/all-clear.ts'

it.each(['没事了', '已经送到卫生院了 没事了', '人醒过来了', '老汉缓过来了，谢谢大家', '火灭了', '娃找到了', '虚惊一场'])(
  '%s: it is over',
  (text) => expect(isAllClear(text)).toBe(true),
)

it.each(['没事吧', '没事的话都来帮忙', '不是没事，还在烧', '咋还没人来', '还没醒', '火还没灭'])('%s: it is not', (text) =>
  expect(isAllClear(text)).toBe(false),
)
