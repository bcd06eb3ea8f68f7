import { describe, expect, it } from 'vitest'
import { plainName, visible } from '../../src/domain/visible.ts'

const u = (...codes: number[]) => String.fromCodePoint(...codes)

describe('what nobody sees', () => {
  it.each([
    ['an ideographic blank', `三社${u(0x3000)}路灯`, '三社 路灯'],
    ['a mark of direction', `${u(0x202d)}13900000001${u(0x202c)}`, '13900000001'],
    ['a blank without width', `王${u(0x200b)}芳`, '王芳'],
    ['Excel’s line end', '王芳_x000D_', '王芳\n'],
    ['Excel’s line end before a line end', '一_x000D_\n二', '一\n二'],
    ['Excel’s own underscore', 'a_x005F_b', 'a_b'],
    ['a joiner of words', `接${u(0x2060)} 7`, '接 7'],
    ['a byte order mark', `${u(0xfeff)}办结 7`, '办结 7'],
    ['a soft hyphen', `路${u(0xad)}灯`, '路灯'],
    ['marks of left and right', `${u(0x200e)}停水${u(0x200f)}`, '停水'],
    ['isolates', `${u(0x2066)}坪07${u(0x2069)}`, '坪07'],
    ['a blank that does not break', `三社${u(0xa0)}停电`, '三社 停电'],
    ['a filler of Korean', `王${u(0x3164)}芳`, '王 芳'],
    ['an empty braille cell', `王${u(0x2800)}芳`, '王 芳'],
    ['WeChat’s mark behind a mention', `@说事${u(0x2005)}进度`, '@说事 进度'],
    ['a variant of a character', `葛${u(0xe0100)}`, '葛'],
    ['a tag', `路${u(0xe0061)}灯`, '路灯'],
    ['a grapheme joiner', `水${u(0x34f)}管`, '水管'],
    ['a line separator', `一${u(0x2028)}二${u(0x85)}三`, '一\n二\n三'],
    ['a control', `停${u(7)}水${u(0x9f)}`, '停水'],
    ['a place for an object', `停水${u(0xfffc)}了`, '停水了'],
    ['what cannot be read', `停${u(0xfffd)}水`, '停水'],
    ['two kinds of line end', '一\r\n二\r三', '一\n二\n三'],
  ])('%s', (_, text, seen) => {
    expect(visible(text)).toBe(seen)
    expect(visible(visible(text))).toBe(visible(text))
  })

  it.each(['👨‍👩‍👧 在家', '❤️', '👌🏻', '三社\t路灯\n又灭了', '𠮷野家', '，。！？（）…'])('%s stays as it is', (text) => {
    expect(visible(text)).toBe(text)
  })
})

describe('a name', () => {
  it.each([
    ['王　芳', '王芳'],
    [' 王 芳 ', '王芳'],
    ['王\u200b芳\u202c', '王芳'],
    ['王芳_x000D_', '王芳'],
    ['欧阳\n建国', '欧阳建国'],
    ['⽔⽣', '水生'],
    ['Ａ区 ３ 号', 'A区 3 号'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['张三（老三）', '张三（老三）'],
    ['Li Lei', 'Li Lei'],
  ])('%j is %s', (text, name) => {
    expect(plainName(text)).toBe(name)
  })
})
