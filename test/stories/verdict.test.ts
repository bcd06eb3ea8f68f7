import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { first, type Said, startVillage, type Village } from '../support/village.ts'

type Topic = 'lamp' | 'water'
type Outcome = '满意' | '一般' | '不满意' | '没修好' | 'asked' | 'talk'

let village: Village
const told: Partial<Record<Topic, SandboxTicket>> = {}
const TEXT: Record<Topic, string> = { lamp: '三社路口的路灯不亮了', water: '二社从昨天起停水了，水管没水' }
/** Asked back once already, it is not asked back again before it was opened anew. */
const askedBack = new Set<Topic>()
const WHO: Record<Topic, number> = { lamp: 0, water: 3 }

/** Somebody told it, the owner says it is done, and the reporter was asked. */
async function resolved(topic: Topic): Promise<SandboxTicket> {
  const reporter = first(village.residents, WHO[topic])
  told[topic] ??= await village.tell(reporter, TEXT[topic])
  const ticket = told[topic]
  const now = await village.now(ticket)
  if (now.status === 'closed' || askedBack.has(topic)) await village.ask(reporter, `没修好 ${ticket.number}`)
  if (now.status !== 'resolved' || askedBack.has(topic)) await village.ask(now.owner?.id ?? '', `办结 ${ticket.number} 处理好了`)
  askedBack.delete(topic)
  return ticket
}

/** What became of the ticket by one sentence of its reporter. */
async function outcomeOf(topic: Topic, said: Said, text: string): Promise<string> {
  const ticket = await resolved(topic)
  const reporter = first(village.residents, WHO[topic])
  const before = await village.now(ticket)
  const count = (await village.tickets()).length
  const quote = said === 'quoting' ? { quote: await village.messageTo(reporter, '办好了吗') } : {}
  const word = said === 'group' ? await village.say(reporter, text) : await village.ask(reporter, text, quote)
  const after = await village.now(ticket)
  if ((await village.tickets()).length > count) return 'a new ticket'
  const more = after.history.slice(before.history.length)
  if (after.status === 'closed') {
    const rated = after.notices.findLast((n) => n.text.includes('回了“'))?.text ?? ''
    return /回了“(.+?)”/u.exec(rated)?.[1] ?? 'closed'
  }
  if (after.status === 'open') return more.some((e) => e.what === '评价') ? '不满意' : '没修好'
  if (word?.includes('办好了没有')) {
    askedBack.add(topic)
    return 'asked'
  }
  if (more.length > 0) return more.map((e) => e.what).join()
  return word === null || word.startsWith('有事直接讲就行') ? 'talk' : word
}

const ROWS: [topic: Topic, said: Said, text: string, outcome: Outcome][] = [
  ['lamp', 'alone', '满意👍', '满意'],
  ['lamp', 'alone', '👍', '满意'],
  ['lamp', 'alone', '好', '满意'],
  ['lamp', 'alone', '很好', '满意'],
  ['lamp', 'alone', '可以', '满意'],
  ['lamp', 'alone', '行', '满意'],
  ['lamp', 'alone', '嗯', '满意'],
  ['lamp', 'alone', 'ok', '满意'],
  ['lamp', 'alone', '好着哩', '满意'],
  ['lamp', 'alone', '美得很', '满意'],
  ['lamp', 'alone', '满意得很', '满意'],
  ['lamp', 'alone', '灯亮了', '满意'],
  ['lamp', 'alone', '亮着呢', '满意'],
  ['lamp', 'alone', '亮着哩，麻烦你们了', '满意'],
  ['lamp', 'alone', '修好了谢谢村上', '满意'],
  ['lamp', 'alone', '还可以', '一般'],
  ['lamp', 'alone', '就那样吧', '一般'],
  ['lamp', 'alone', '不咋样', '不满意'],
  ['lamp', 'alone', '差得很', '不满意'],
  ['lamp', 'alone', '没好呢', '没修好'],
  ['lamp', 'alone', '又灭了', '没修好'],
  ['lamp', 'alone', '根本没修', '没修好'],
  ['lamp', 'alone', '不行', '没修好'],
  ['lamp', 'alone', '还是不亮', '没修好'],
  ['lamp', 'alone', '骗人，没人来过', '没修好'],
  ['lamp', 'alone', '没有', '没修好'],
  ['lamp', 'alone', '谢谢', 'asked'],
  ['lamp', 'alone', '哦知道了', 'asked'],
  ['lamp', 'group', '满意谢谢', '满意'],
  ['lamp', 'group', '好着呢', '满意'],
  ['lamp', 'group', '这回好了', '满意'],
  ['lamp', 'group', '路灯亮了，谢谢支书', '满意'],
  ['lamp', 'group', '还行吧', '一般'],
  ['lamp', 'group', '一般吧，灯还是暗', '一般'],
  ['lamp', 'group', '骗人，没人来过', '没修好'],
  ['lamp', 'group', '还是不亮', '没修好'],
  ['lamp', 'group', '好', 'talk'],
  ['lamp', 'group', '可以', 'talk'],
  ['lamp', 'group', '👍', 'talk'],
  ['lamp', 'group', '行', 'talk'],
  ['lamp', 'group', '谢谢', 'talk'],
  ['lamp', 'group', '来水了来水了', 'talk'],
  ['lamp', 'group', '一般都是晚上才开会', 'talk'],
  ['lamp', 'group', '好了，大家散了吧', 'talk'],
  ['lamp', 'quoting', '好', '满意'],
  ['lamp', 'quoting', '还是黑的', '没修好'],
  ['lamp', 'quoting', '谢谢', 'asked'],
  ['water', 'group', '来水了来水了', '满意'],
  ['water', 'quoting', '水还是小得很', '没修好'],
  ['water', 'alone', '水大着哩', '满意'],
  ['water', 'alone', '水通了', '满意'],
]

beforeAll(async () => {
  village = await startVillage()
})
afterAll(() => village.town.close())

describe('办好了吗', () => {
  it('of one of two is meant by words that fit the one that waits', async () => {
    const reporter = first(village.residents, 5)
    const lamp = await village.tell(reporter, '五社桥头的路灯坏了')
    const canal = await village.tell(reporter, '五社的水渠堵了浇不上地')
    await village.ask((await village.now(lamp)).owner?.id ?? '', `办结 ${lamp.number}`)
    expect(await village.ask(reporter, '还是不亮')).toContain(lamp.number)
    expect((await village.now(lamp)).status).toBe('open')
    expect((await village.now(canal)).history).toHaveLength(1)
  })

  it.each(ROWS)('%s, said %s: %s → %s', async (topic, said, text, outcome) => {
    expect(await outcomeOf(topic, said, text)).toBe(outcome)
  })

  it('is 没修好 too when it goes wrong again some days after the closure', async () => {
    const ticket = await resolved('lamp')
    const reporter = first(village.residents, WHO.lamp)
    await village.ask(reporter, '满意')
    await village.say(reporter, '又灭了')
    expect((await village.now(ticket)).status).toBe('open')
  })

  it('is asked again only once when the answer is not understood', async () => {
    const ticket = await resolved('lamp')
    const reporter = first(village.residents, WHO.lamp)
    expect(await village.ask(reporter, '哦哦')).toBe(`【${ticket.number}】办好了没有？好了回“满意”，没好回“没修好”。`)
    expect(await village.ask(reporter, '知道了')).not.toContain('办好了没有')
    expect(await village.ask(reporter, '满意')).toContain('办结了')
  })
})
