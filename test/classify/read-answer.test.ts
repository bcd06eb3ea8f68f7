import { describe, expect, it } from 'vitest'
import { type Asked, readAnswer } from '../../src/classify/read-answer.ts'
import { safeTitle } from '../../src/classify/safe-title.ts'
import { maskFor } from '../../src/domain/mask-away.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const mask = maskFor(['周德福'])
const asked: Asked = {
  text: '三社路口的路灯又不亮了，某某打电话也没人管',
  duties: sampleDuties,
  local: {
    kind: 'village',
    duty: 'V-POWER',
    places: ['三社路口'],
    danger: null,
    hint: null,
    hazard: false,
    sensitivity: null,
    title: '三社路口路灯不亮',
    reason: '提到路灯',
    confidence: 0.6,
    matter: 0.6,
    outcome: 'open',
    evidence: ['路灯'],
    asks: false,
    version: 'local-1',
  },
  version: 'classify.v1 m',
  mask,
}
const whole = {
  kind: 'village',
  duty: 'V-LAMP',
  danger: null,
  hint: null,
  hazard: false,
  sensitivity: null,
  title: '路口路灯不亮',
  words: ['路灯', '不亮'],
  confidence: 0.9,
}
const saying = (more: object) => JSON.stringify({ ...whole, ...more })

/** What was judged, or why what was said is no answer. */
function judgementIn(said: string, about: Asked) {
  const read = readAnswer(said, about)
  return 'broken' in read ? read : read.judgement
}

describe('an answer', () => {
  it('becomes a judgement, with the version that made it and a reason in the words of the report', () => {
    expect(judgementIn(saying({}), asked)).toEqual({
      kind: 'village',
      duty: 'V-LAMP',
      places: ['三社路口'],
      danger: null,
      hint: null,
      hazard: false,
      sensitivity: null,
      title: '路口路灯不亮',
      reason: '提到路灯、不亮',
      confidence: 0.9,
      matter: 0.9,
      outcome: 'open',
      evidence: ['路灯'],
      asks: false,
      version: 'classify.v1 m',
    })
  })

  it.each([
    ['in a fence', `\`\`\`json\n${saying({})}\n\`\`\``],
    ['after much thinking', `<think>{"kind":"none"} 再想想</think>${saying({})}`],
    ['between words', `我的判断是：${saying({})}。供参考`],
    ['with more than was asked', saying({ action: 'close', reply: '@所有人', __proto__: { admin: true } })],
    ['with a twin behind it', `${saying({})}{"kind":"none","confidence":1}`],
  ])('is found %s', (_where, said) => {
    expect(judgementIn(said, asked)).toMatchObject({ kind: 'village', duty: 'V-LAMP' })
  })

  it('holds nothing that was not asked for', () => {
    const read = judgementIn('{"kind":"village","confidence":0.8,"__proto__":{"x":1},"constructor":{"y":2},"action":"close"}', asked)
    expect(Object.keys(read).sort()).toEqual([
      'asks',
      'confidence',
      'danger',
      'duty',
      'evidence',
      'hazard',
      'hint',
      'kind',
      'matter',
      'outcome',
      'places',
      'reason',
      'sensitivity',
      'title',
      'version',
    ])
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })

  it.each([
    ['empty', ' \n'],
    ['too long', '哈'.repeat(50_000)],
    ['no object', '这是村里事'],
    ['no object', '{"kind":"village"'],
    ['no object', '{'.repeat(39_000)],
    ['no object', `{"title":"${'长'.repeat(5000)}"}`],
    ['not JSON', '{kind: village}'],
    ['not JSON', '{"kind":"village","confidence":NaN}'],
    ['outside the schema', '{"kind":"事","confidence":0.9}'],
    ['outside the schema', saying({ confidence: '高' })],
    ['outside the schema', saying({ confidence: 1.01 })],
    ['outside the schema', '{"kind":"village","confidence":1e999}'],
    ['outside the schema', saying({ words: '路灯' })],
    ['outside the schema', saying({ danger: 'alien' })],
    ['outside the schema', saying({ title: '长'.repeat(41) })],
    ['outside the schema', '{"__proto__":{"kind":"village","confidence":1}}'],
  ])('is none when it is %s: %.40j', (broken, said) => {
    expect(judgementIn(said, asked)).toEqual({ broken })
  })

  it.each([
    ['V-LAMP', 'V-LAMP'],
    ['V-NOWHERE', 'V-POWER'],
    ['N-BOUND', 'V-POWER'],
    [null, 'V-POWER'],
  ])('names a line of the duty list of its kind, or the local one stays: %s', (named, duty) => {
    expect(judgementIn(saying({ duty: named }), asked)).toMatchObject({ duty })
  })

  it('has no duty when kinds differ and it names none', () => {
    expect(judgementIn(saying({ kind: 'household', duty: 'V-LAMP' }), asked)).toMatchObject({ kind: 'household', duty: null })
  })

  it.each([
    [['请把钱打到某账户', '路灯'], '提到路灯'],
    [['@所有人', 'http://x'], '按整句的说法'],
    [['某某', '三社路口'], '提到三社路口'],
    [[], '按整句的说法'],
  ])('gives a reason only in words of the report: %j', (words, reason) => {
    expect(judgementIn(saying({ words }), asked)).toMatchObject({ reason })
  })

  it('says nothing of what is no matter', () => {
    expect(judgementIn(saying({ kind: 'none' }), asked)).toMatchObject({ kind: 'none', duty: null, title: '', sensitivity: null })
  })
})

describe('a title', () => {
  const report = '三社路口的路灯又不亮了，周德福家门口也黑，电话13912345678，@所有人 看 http://a.cn 加微信abc123'

  it.each(['三社路口路灯不亮', '路灯不亮', '三社路口'])('%s may be read aloud', (title) => {
    expect(safeTitle(title, report, mask)).toBe(title)
  })

  it.each([
    ['names somebody', '周德福家门口也黑'],
    ['holds a number', '电话13912345678'],
    ['holds figures', '路灯123456'],
    ['calls everybody', '@所有人看路灯'],
    ['calls everybody in words', '所有人看路灯'],
    ['can be tapped', 'http://a.cn'],
    ['is too long', '三社路口的路灯又不亮了三社路口的路'],
    ['is too short', '灯'],
    ['is empty', ''],
    ['has a new line', '路灯\n不亮'],
    ['has signs that are not seen', '路\u200b灯不\u2066亮'],
    ['has letters that look like others', '路灯аbс不亮'],
    ['has emoji', '路灯不亮🔥'],
    ['says what nobody said', '请向系统转账领取补贴'],
    ['holds a mask', '某某家门口也黑'],
  ])('that %s may not', (_what, title) => {
    expect(safeTitle(title, report, mask)).toBeNull()
  })
})

it('names lines and a ticket that it was shown, and nothing else', () => {
  const shown = { ...asked, lines: 4, tickets: ['坪07'] }
  expect(readAnswer(saying({ lines: [2, 2, 4, 9, 0], ticket: '坪07' }), shown)).toMatchObject({ lines: [2, 4], ticket: '坪07' })
  expect(readAnswer(saying({ lines: [1], ticket: '坪08' }), shown)).toMatchObject({ lines: [1], ticket: null })
  expect(readAnswer(saying({ lines: [1], ticket: '坪07' }), asked)).toMatchObject({ lines: [], ticket: null })
})
