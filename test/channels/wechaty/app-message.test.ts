import { describe, expect, it } from 'vitest'
import { readRecall } from '../../../src/channels/wechaty/app-message.ts'
import { readWords } from '../../../src/channels/wechaty/read.ts'

const quote = (title: string, content: string, more = '<svrid>778</svrid>') =>
  `<?xml version="1.0"?>\n<msg><appmsg appid="" sdkver="0"><title>${title}</title><des /><type>57</type><refermsg><type>1</type>${more}<displayname>说事</displayname><content>${content}</content></refermsg></appmsg><fromusername>wxid_a</fromusername></msg>`
const app = (type: number, title: string, des = '') =>
  `<msg><appmsg><title>${title}</title><des>${des}</des><type>${type}</type></appmsg></msg>`
const POST = '【坪07】已登记：路灯不亮。'

describe('a quote in WeChat’s own XML', () => {
  it.each([
    [quote('接', POST), '接', POST],
    [quote('我家也是', POST), '我家也是', POST],
    [quote('@说事 办结 换了灯泡', POST), '办结 换了灯泡', POST],
    [quote('<![CDATA[没修好]]>', `<![CDATA[${POST}]]>`), '没修好', POST],
    [quote('&#25509;', POST), '接', POST],
    [quote('满意&amp;谢谢', POST), '满意&谢谢', POST],
    [`wxid_a:\n${quote('接', POST)}`, '接', POST],
    [`wxid_a:<br/>${quote('接', POST)}`, '接', POST],
    [quote('接', POST).replaceAll('<', '&lt;').replaceAll('>', '&gt;'), '接', POST],
    [quote('还是没修', app(57, '路灯又灭了').replaceAll('<', '&lt;').replaceAll('>', '&gt;')), '还是没修', '路灯又灭了'],
    [quote('这个也算', app(5, '停水通知').replaceAll('<', '&lt;').replaceAll('>', '&gt;')), '这个也算', '[链接] 停水通知'],
    [quote('转 王芳', `${POST}<br/>李建国负责`.replaceAll('<', '&lt;').replaceAll('>', '&gt;')), '转 王芳', `${POST}\n李建国负责`],
  ])('%# is the answer and what it answers', (text, answer, quoted) => {
    for (const kind of [7, 14, 1])
      expect(readWords({ kind, text }, null, ['说事'])).toEqual({ text: answer, quote: { externalId: '778', text: quoted } })
  })

  it('of a picture knows it by its id alone, or not at all', () => {
    expect(readWords({ kind: 7, text: quote('接', '') }, null, ['说事'])).toEqual({ text: '接', quote: { externalId: '778' } })
    expect(readWords({ kind: 7, text: quote('接', '', '') }, null, ['说事'])).toEqual({ text: '接', quote: null })
  })

  it.each([
    [`「说事：${POST}」<br/>- - - - - - -<br/>接`, '接'],
    [`「说事：${POST}」\n- - - - - - -\n我家也是`, '我家也是'],
    [`「说事：${POST}」<br />——————————<br />没修好`, '没修好'],
  ])('may come as lines, whatever ends them: %j', (text, answer) => {
    expect(readWords({ kind: 7, text }, null, ['说事'])).toEqual({ text: answer, quote: { text: POST } })
  })
})

describe('what is passed on', () => {
  it.each([
    [8, '<msg><location x="33.1" y="105.2" scale="16" label="坪头村二社" poiname="水塔" /></msg>', '[位置] 坪头村二社，水塔'],
    [8, '<msg><location x="33.1" y="105.2" scale="16" label="" poiname="[位置]" /></msg>', '[位置] 北纬33.1，东经105.2'],
    [8, '坪头村二社水塔:\n/cgi-bin/mmwebwx-bin/x', '[位置] 坪头村二社水塔:'],
    [15, '<msg><videomsg aeskey="k" length="1" /></msg>', '[视频]'],
    [15, '', '[视频]'],
    [1, app(6, '水管爆了.docx'), '[文件] 水管爆了.docx'],
    [1, '通知.pdf', '[文件] 通知.pdf'],
    [3, '<msg username="wxid_b" nickname="王芳" alias="" />', '[名片] 王芳'],
    [14, app(5, '突发！煤气爆炸', '三人送医'), '[链接] 突发！煤气爆炸，三人送医'],
    [7, app(5, '突发！煤气爆炸'), '[链接] 突发！煤气爆炸'],
    [9, app(33, '医保缴费'), '[小程序] 医保缴费'],
    [4, app(19, '群聊的聊天记录'), '[聊天记录] 群聊的聊天记录'],
    [11, app(2000, '微信转账'), '[转账] 微信转账'],
    [14, '{"url":"https://x"}', '[链接]'],
  ])('%i %# is one line that says what it is', (kind, text, line) => {
    expect(readWords({ kind, text }, null, ['说事'])).toEqual({ text: line, quote: null })
  })

  it.each(['三社的 <路灯> 不亮了', '<3 谢谢', '水位 <1米', '【坪07】接'])('what people type stays: %s', (text) => {
    expect(readWords({ kind: 7, text }, null, ['说事'])).toEqual({ text, quote: null })
  })
})

describe('a message that was taken back', () => {
  const revoked = (inner: string) => `<sysmsg type="revokemsg"><revokemsg>${inner}</revokemsg></sysmsg>`
  it.each([
    [13, '1234567890123456789', '1234567890123456789'],
    [13, ' msg-7 ', 'msg-7'],
    [13, revoked('<session>R1@chatroom</session><msgid>11</msgid><newmsgid>77</newmsgid>'), '77'],
    [13, revoked('<msgid>11</msgid>'), '11'],
    [7, revoked('<newmsgid>77</newmsgid><replacemsg><![CDATA["老周" 撤回了一条消息]]></replacemsg>'), '77'],
    [0, `R1@chatroom:\n${revoked('<newmsgid>77</newmsgid>')}`, '77'],
    [7, revoked('<newmsgid>77</newmsgid>').replaceAll('<', '&lt;').replaceAll('>', '&gt;'), '77'],
    [13, '', null],
    [13, '{"id":1}', null],
    [13, '"老周" 撤回了一条消息', null],
    [7, '我要撤回', null],
    [7, '1234567890', null],
    [1, 'msg-7', null],
  ])('%i %j names %s', (kind, text, id) => expect(readRecall(kind, text)).toBe(id))
})
