import { describe, expect, it } from 'vitest'
import { withoutMarkdown, withoutMarkup } from '../../src/domain/plain.ts'

describe('words of residents in a post', () => {
  it.each([
    ['@所有人 快来', '＠所有人 快来'],
    ['<@all> <@wangwu>', '＜＠all＞ ＜＠wangwu＞'],
    ['<a href="http://x.cn">看</a>', '＜a href="http：//x．cn"＞看＜/a＞'],
    ['点 https://evil.example.com/a', '点 https：//evil．example．com/a'],
    ['www.gov.cn 上说', 'www．gov．cn 上说'],
    ['水费3.5元，11.5日', '水费3.5元，11.5日'],
    ['他说:"好"', '他说:"好"'],
    ['先\u202e后\u200b来', '先后来'],
    ['一行\r\n两行\u2028三行', '一行\n两行三行'],
  ])('%j cannot become a mention, a link or a tag', (said, shown) => {
    expect(withoutMarkup(said)).toBe(shown)
  })

  it.each([
    ['[点我](http://x.cn)', '［点我］(http：//x．cn)'],
    ['**急** _急_ ~~急~~ `急`', '＊＊急＊＊ ＿急＿ ～～急～～ ｀急｀'],
    ['# 大字\n## 小字', '＃ 大字\n＃＃ 小字'],
    ['> 引用', '＞ 引用'],
    ['- 一\n+ 二\n3. 三', '－ 一\n－ 二\n3． 三'],
    ['|a|b|', '｜a｜b｜'],
    ['![](http://x/y.png)', '！［］(http：//x/y．png)'],
    ['【坪07】三社路灯，2026-11-27前办', '【坪07】三社路灯，2026-11-27前办'],
  ])('%j cannot become markdown', (said, shown) => {
    expect(withoutMarkdown(said)).toBe(shown)
  })
})
