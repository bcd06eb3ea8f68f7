import { describe, expect, it } from 'vitest'
import { readBotWord, withoutMention } from '../../../src/channels/wecom/bot-word.ts'
import { readAppWord } from '../../../src/channels/wecom/callback/app-word.ts'
import { readKfItem } from '../../../src/channels/wecom/kf-word.ts'

describe('the mention that called the bot', () => {
  it.each([
    ['@说事 路灯不亮', '路灯不亮'],
    ['@说事\u2005路灯不亮', '路灯不亮'],
    ['  @说事   路灯不亮 ', '路灯不亮'],
    ['路灯不亮 @说事', '路灯不亮'],
    ['三社 @说事 路灯不亮', '三社 路灯不亮'],
    ['@说事 @王芳 看一下', '@王芳 看一下'],
    ['@说事', ''],
    ['路灯不亮', '路灯不亮'],
    ['请 @王芳 和 @李敏 看', '请 @王芳 和 @李敏 看'],
    ['邮箱是 a@b.cn', '邮箱是 a@b.cn'],
  ])('%j is %j', (text, rest) => {
    expect(withoutMention(text)).toBe(rest)
  })
})

const place = { msgid: 'm', from: { userid: 'u' }, chattype: 'group', chatid: 'wrABC' }
const image = { url: 'https://example.invalid/p', aeskey: 'k' }

describe('what an AI bot is told', () => {
  it.each<[string, object, object]>([
    ['a word', { ...place, msgtype: 'text', text: { content: '@说事 灯坏了' } }, { what: 'said', text: '灯坏了', pictures: [] }],
    [
      'words and pictures',
      {
        ...place,
        msgtype: 'mixed',
        mixed: {
          msg_item: [
            { msgtype: 'text', text: { content: '@说事 灯坏了' } },
            { msgtype: 'image', image },
          ],
        },
      },
      { text: '灯坏了', pictures: [{ url: image.url, aesKey: 'k' }] },
    ],
    [
      'a voice, written down',
      { ...place, chattype: 'single', msgtype: 'voice', voice: { content: '灯坏了' } },
      { text: '灯坏了', place: { user: 'u', chat: null } },
    ],
    [
      'a picture that is quoted',
      { ...place, msgtype: 'text', text: { content: '@说事 这个' }, quote: { msgtype: 'image', image } },
      { text: '这个', quote: null, pictures: [{ url: image.url, aesKey: 'k' }] },
    ],
    [
      'words that are quoted',
      { ...place, msgtype: 'text', text: { content: '@说事 满意' }, quote: { msgtype: 'text', text: { content: '【坪01】' } } },
      { quote: '【坪01】' },
    ],
    [
      'a part that has changed',
      { ...place, msgtype: 'text', text: { content: 'x' }, quote: 7, response_url: 'no address' },
      { text: 'x', quote: null, responseUrl: null },
    ],
    [
      'somebody of another company, who may be called as one of ours',
      { ...place, from: { userid: 'WangFang', corpid: 'wwOther' }, msgtype: 'text', text: { content: 'x' } },
      { place: { user: 'wwOther/WangFang', chat: 'wrABC' } },
    ],
    ['a film', { ...place, chattype: 'single', msgtype: 'video', video: {} }, { what: 'unreadable' }],
    ['the platform itself', { ...place, from: { userid: 'sys' }, msgtype: 'text', text: { content: 'x' } }, { what: 'unknown' }],
    ['a group without its id', { ...place, chatid: undefined, msgtype: 'text', text: { content: 'x' } }, { what: 'unknown' }],
    ['a kind nobody knows', { ...place, msgtype: 'hologram' }, { what: 'unknown', type: 'hologram' }],
    ['an event', { msgtype: 'event', event: { eventtype: 'Enter_Chat' }, from: { userid: 'u' } }, { what: 'event', event: 'enter_chat' }],
  ])('%s', (_, body, word) => {
    expect(readBotWord(body)).toMatchObject(word)
  })

  it.each([null, 'text', {}, { msgtype: 5 }, { msgtype: 'event' }, { msgtype: 'stream' }])('is nothing: %j', (body) => {
    expect(readBotWord(body)).toBeNull()
  })
})

describe('what the application is told', () => {
  const common = { FromUserName: 'u', CreateTime: '1', MsgId: '9007199254740993' }
  it.each<[string, Record<string, string>, object | null]>([
    [
      'a long id stays what it is',
      { ...common, MsgType: 'text', Content: ' 灯坏了 ' },
      { what: 'text', id: '9007199254740993', text: ' 灯坏了 ' },
    ],
    [
      'a place without a name',
      { ...common, MsgType: 'location', Location_X: '33.1', Location_Y: '105.2', Label: ' ' },
      { text: '[位置] 北纬33.1，东经105.2' },
    ],
    ['a link', { ...common, MsgType: 'link', Title: '通知', Description: '停水', Url: 'https://x' }, { text: '[链接] 通知，停水' }],
    ['a kind in capitals', { ...common, MsgType: 'TEXT', Content: 'x' }, { what: 'text' }],
    ['an event in capitals', { ...common, MsgType: 'event', Event: 'LOCATION' }, { what: 'event', event: 'location' }],
    ['no sender', { MsgType: 'text', Content: 'x', MsgId: '1' }, null],
    ['an id that is none', { ...common, MsgType: 'text', Content: 'x', MsgId: "1' OR 1" }, null],
    ['a picture without one', { ...common, MsgType: 'image' }, null],
    ['no kind', common, null],
  ])('%s', (_, fields, word) => {
    if (word === null) expect(readAppWord(fields)).toBeNull()
    else expect(readAppWord(fields)).toMatchObject(word)
  })

  it('tells events of one second apart, and knows one that comes again', () => {
    const key = (more: object) => {
      const word = readAppWord({ MsgType: 'event', Event: 'change_external_chat', FromUserName: 'sys', CreateTime: '1', ...more })
      return word?.what === 'event' ? word.key : null
    }
    expect(key({ ChatId: 'a' })).toBe(key({ ChatId: 'a', MemChangeCnt: '1' }))
    expect(
      new Set([key({ ChatId: 'a' }), key({ ChatId: 'b' }), key({ ChatId: 'a', UpdateDetail: 'x' }), key({ ChatId: 'a', CreateTime: '2' })])
        .size,
    ).toBe(4)
  })
})

describe('an item of customer service', () => {
  const item = { msgid: 'm', external_userid: 'wm', send_time: 1_795_000_000, origin: 3 }
  it.each<[string, object, object | null]>([
    ['words', { ...item, msgtype: 'text', text: { content: '灯坏了' } }, { what: 'text', text: '灯坏了' }],
    ['a card', { ...item, msgtype: 'business_card' }, { what: 'text', text: '[名片]' }],
    ['a film', { ...item, msgtype: 'video', video: { media_id: 'v' } }, { what: 'text', text: '[视频]' }],
    [
      'a word that was taken back',
      { ...item, origin: 4, msgtype: 'event', event: { event_type: 'user_recall_msg', recall_msgid: 'm7' } },
      { what: 'recalled', id: 'm7' },
    ],
    [
      'a word that was taken back, and nobody knows which',
      { ...item, origin: 4, msgtype: 'event', event: { event_type: 'user_recall_msg' } },
      { what: 'unknown', type: 'user_recall_msg' },
    ],
    [
      'somebody coming in',
      {
        ...item,
        external_userid: undefined,
        origin: 4,
        msgtype: 'event',
        event: { event_type: 'enter_session', external_userid: 'wm', scene: 's', scene_param: '' },
      },
      { what: 'entered', from: 'wm', scene: 's', welcome: null },
    ],
    ['nothing', { msgid: 'm' }, null],
  ])('%s', (_, raw, word) => {
    if (word === null) expect(readKfItem(raw)).toBeNull()
    else expect(readKfItem(raw)?.word).toMatchObject(word)
  })
})
