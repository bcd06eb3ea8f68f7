import { describe, expect, it } from 'vitest'
import { readAsking } from '../../src/reading/asking.ts'
import { readPhone } from '../../src/reading/phone.ts'
import { readWhoIs } from '../../src/reading/who-is.ts'

describe('asking how it stands', () => {
  it.each([
    ['我的事咋样了', '', true],
    ['我报的那个事怎么样了', '', true],
    ['我报的路灯修了没', '路灯', true],
    ['修了没', '', false],
    ['修好了没有', '', false],
    ['办了吗', '', false],
    ['啥时候修', '', false],
    ['啥时候能修好啊', '', false],
    ['路灯啥时候修', '路灯', false],
    ['到哪一步了', '', false],
    ['办到哪了', '', false],
    ['咋还没修好', '', false],
    ['咋还没人来', '', false],
    ['怎么还不修', '', false],
    ['水管修得咋样了', '水管', false],
    ['那个路灯有人管没', '路灯', false],
    ['有消息没', '', false],
    ['三社的水管弄好了吗？', '三社的水管', false],
    ['这个啥时候修', '', false],
    ['我那个事有信没', '', true],
    ['现在啥情况', '', false],
    ['水渠还修不修', '水渠', false],
    ['水渠有人修没', '水渠', false],
    ['水通了没', '水', false],
    ['安排了没有', '', false],
  ])('%s: of “%s”, own: %s', (text, thing, own) => {
    expect(readAsking(text)).toEqual({ thing, own, push: false })
  })

  it.each(['快点啊', '催一下', '赶紧修', '能不能快点', '再催催'])('%s pushes', (text) => {
    expect(readAsking(text)?.push).toBe(true)
  })

  it.each([
    '三社路口的路灯又不亮了',
    '水管爆了赶紧来人修',
    '今天吃啥',
    '你们啥时候回来过年，路上小心',
    '开会到哪里去',
    '低保咋办理手续',
    '还没修',
    '好的',
    '你家娃考上大学了没听说是个好学校',
    '水费交了没',
    '低保怎么办',
    '自来水没了',
    '桥头水管漏了一地，啥时候能修',
    '咱妈身体咋样了',
    '下个月回老家住几天',
    '我弟优待证怎么办',
    '今天几点开会',
    '吃了没',
  ])('%s is something else', (text) => {
    expect(readAsking(text)?.push ?? (readAsking(text)?.thing === '' ? 'asks' : null)).not.toBe('asks')
  })
})

describe('asking who', () => {
  it.each([
    ['路灯谁管呢', { thing: '路灯' }],
    ['咱村谁管水', { thing: '水' }],
    ['低保找谁', { thing: '低保' }],
    ['垃圾清运归谁负责', { thing: '垃圾清运' }],
    ['办医保要找谁', { thing: '医保' }],
    ['我们社的网格员是谁', { office: 'keeper', where: '我们社' }],
    ['三社网格员是谁啊', { office: 'keeper', where: '三社' }],
    ['村支书电话多少', { office: 'secretary', where: '村' }],
    ['咱村支书的电话是多少？', { office: 'secretary', where: '咱村' }],
    ['文书是谁', { office: 'clerk', where: '' }],
    ['调解员的联系方式发一下', { office: 'mediator', where: '' }],
    ['谁是包村领导', { office: 'leader', where: '' }],
    ['今天谁值班', { office: 'duty', where: '' }],
    ['今晚镇里哪个值班啊？', { office: 'duty', where: '镇里' }],
  ])('%s', (text, who) => {
    expect(readWhoIs(text)).toEqual(who)
  })

  it.each([
    '路灯坏了谁管呢',
    '我叔户口被注销了，该找谁',
    '文书，我女儿想离婚，该找谁',
    '水管漏了找谁',
    '谁家的狗',
    '谁有电工的电话',
    '没人管',
    '谁去县上',
    '今天我值班',
    '值班室没人',
    '书记来了',
    '支书电话打不通',
  ])('%s is something else', (text) => {
    expect(readWhoIs(text)).toBeNull()
  })
})

describe('a telephone number', () => {
  it.each([
    ['李建国 13900005555', '13900005555', null, '李建国'],
    ['李建国 139 0000 5555', '13900005555', null, '李建国'],
    ['李建国139-0000-5555', '13900005555', null, '李建国'],
    ['李建国 1390000', null, '1390000', '李建国'],
    ['李建国', null, null, '李建国'],
    ['张三 13800000000 三社2联户', '13800000000', null, '张三 三社2联户'],
  ])('in %s', (text, phone, wrong, rest) => {
    expect(readPhone(text)).toEqual({ phone, wrong, rest })
  })
})
