import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { first, type Said, startVillage, type Village } from '../support/village.ts'

let village: Village
let lamp: SandboxTicket
let count = 0

/** A live matter of the first resident's; a new one when the last is no longer open. */
async function live(): Promise<SandboxTicket> {
  const now = lamp && (await village.now(lamp))
  if (now && now.status === 'open') return lamp
  count += 1
  // What was said in the group before is another conversation by then.
  await village.town.advance('PT31M')
  lamp = await village.tell(first(village.residents), `${'二三四五六'[count % 5]}社路口的路灯坏了没人修，这是第${count}次`)
  return lamp
}

async function said(how: Said, text: string, who = 0): Promise<string | null> {
  const speaker = first(village.residents, who)
  if (how === 'group') return village.say(speaker, text)
  if (how === 'alone') return village.ask(speaker, text)
  return village.say(speaker, text, { quote: first(lamp.messages) })
}

const asked = async (): Promise<number> => (await village.wordsTo(village.clerk)).filter((w) => w.includes('要登记吗')).length

/** What became of a live matter by one sentence. */
async function outcomeOf(how: Said, text: string, who = 0): Promise<string> {
  const ticket = await live()
  const before = await village.now(ticket)
  const [tickets, questions] = [(await village.tickets()).length, await asked()]
  const word = await said(how, text, who)
  const after = await village.now(ticket)
  if ((await village.tickets()).length > tickets) return 'a new ticket'
  if ((await asked()) > questions) return 'the clerk is asked'
  const more = after.history.slice(before.history.length).map((e) => e.what)
  if (more.length > 0) return more.join()
  if (word === null || word.startsWith('有事直接讲就行')) return 'talk'
  if (word.includes(ticket.number) && word.includes('正在办')) return '进度'
  if (word.includes('想和人说')) return '人工'
  return word
}

const ROWS: [said: Said, text: string, outcome: string][] = [
  ['alone', '撤回吧', '撤回'],
  ['alone', '取消', '撤回'],
  ['alone', '不办了', '撤回'],
  ['alone', '不用修了', '撤回'],
  ['alone', '已经好了不用来了', '撤回'],
  ['alone', '我们自己弄好了，不用来人了', '撤回'],
  ['alone', '删了吧', '撤回'],
  ['alone', '我不报了', '撤回'],
  ['alone', '撤销', '撤回'],
  ['group', '撤回吧', '撤回'],
  ['group', '我不报了', '撤回'],
  ['group', '不用修了，自己好了', '撤回'],
  ['quoting', '取消吧', '撤回'],
  ['quoting', '删了吧', '撤回'],
  ['alone', '匿名', '不公开'],
  ['alone', '别说是我说的', '不公开'],
  ['alone', '不要说我名字', '不公开'],
  ['alone', '别让人知道是我报的', '不公开'],
  ['group', '别说是我说的啊', '不公开'],
  ['alone', '进度？', '进度'],
  ['alone', '进度如何', '进度'],
  ['alone', '查一下进度', '进度'],
  ['alone', '我的事咋样了', '进度'],
  ['alone', '修了没', '进度'],
  ['alone', '啥时候修', '进度'],
  ['alone', '到哪一步了', '进度'],
  ['alone', '咋还没修好', '进度'],
  ['alone', '路灯修得咋样了', '进度'],
  ['alone', '那个路灯有人管没', '进度'],
  ['alone', '快点啊', '进度'],
  ['alone', '催一下', '进度'],
  ['alone', '查 路灯', '进度'],
  ['group', '我报的路灯修了没', '进度'],
  ['group', '说事 进度', '进度'],
  ['group', '说事，进度', '进度'],
  ['quoting', '这个啥时候修', '进度'],
  ['quoting', '快点啊', '进度'],
  ['alone', '人工', '人工'],
  ['alone', '转人工', '人工'],
  ['alone', '我想找个人说', '人工'],
  ['group', '@说事 人工', '人工'],
  // Ordinary talk, with a matter of one's own open.
  ['group', '取消', 'talk'],
  ['group', '明天的会取消了', 'talk'],
  ['group', '快点啊', 'talk'],
  ['group', '匿名小说好看不', 'talk'],
  ['group', '今天的会开到几点', 'talk'],
  ['group', '你家娃的事咋样了', 'talk'],
  ['group', '人工湖那边花开了', 'talk'],
  ['group', '删了吧，发错群了', 'talk'],
  ['group', '不用来了，饭已经吃完了', 'talk'],
]

const DENIED: [text: string, word: RegExp][] = [
  ['满意', /报的人/u],
  ['撤回', /报的人/u],
  ['不公开', /报的人/u],
  ['接', /村干部/u],
  ['办结', /村干部/u],
]

beforeAll(async () => {
  village = await startVillage()
})
afterAll(() => village.town.close())

describe("a resident's own words about their matter", () => {
  it.each(ROWS)('%s: %s → %s', async (how, text, outcome) => {
    expect(await outcomeOf(how, text)).toBe(outcome)
  })
})

describe("another's order, quoting the matter", () => {
  it.each(DENIED)('%s has no effect, gets a private word, and leaves a line', async (text, word) => {
    const ticket = await live()
    const before = await village.now(ticket)
    expect(await said('quoting', text, 5)).toMatch(word)
    const after = await village.now(ticket)
    expect(after.status).toBe('open')
    expect(after.history.slice(before.history.length).map((e) => e.what)).toEqual(['没有权限'])
  })
})

describe('a bare word that finds nothing', () => {
  it.each(['不公开', '都不是', '撤回', '满意', '没修好', '新的', '还是办吧'])(
    '%s is answered one-to-one and never a report',
    async (text) => {
      const who = first(village.residents, 6)
      const tickets = (await village.tickets()).length
      const questions = await asked()
      const word = await village.ask(who, text)
      expect(word).not.toBeNull()
      expect(word).not.toContain('不用格式')
      expect(await village.say(who, text)).toBeNull()
      expect((await village.tickets()).length).toBe(tickets)
      expect(await asked()).toBe(questions)
    },
  )
})

describe('after 撤回', () => {
  it.each(['还是办吧', '反悔了', '我刚才说的那个事还是办吧'])('%s takes it up again with the clocks as they were', async (text) => {
    const ticket = await live()
    const due = (await village.now(ticket)).completeBy
    expect(await said('alone', `撤回 ${ticket.number}`)).toContain('反悔了说一声就行')
    expect(await said('alone', text)).toContain(ticket.number)
    const after = await village.now(ticket)
    expect(after.status).toBe('open')
    expect(Math.abs(new Date(after.completeBy).getTime() - new Date(due).getTime())).toBeLessThan(60_000)
  })

  it('needs the word said by whoever took it back', async () => {
    const ticket = await live()
    await said('alone', '撤回')
    await village.ask(first(village.residents, 6), '还是办吧')
    expect((await village.now(ticket)).status).toBe('withdrawn')
  })
})

describe('asking how it stands', () => {
  it('tells the owner of it at most once a day', async () => {
    const ticket = await live()
    const owner = (await village.now(ticket)).owner?.id ?? ''
    const told = async () => (await village.wordsTo(owner)).filter((w) => w.includes('问办到哪')).length
    const before = await told()
    await said('alone', '咋还没修')
    await said('alone', '啥时候能修好')
    expect((await told()) - before).toBeLessThanOrEqual(1)
    await village.town.nextMorning()
    await said('alone', '修了没')
    expect(await told()).toBeGreaterThan(before)
  })

  it('answers anybody who quotes a matter of the village', async () => {
    const ticket = await live()
    expect(await said('quoting', '这个修了没', 7)).toContain(ticket.number)
  })
})

describe('asking who', () => {
  it.each([
    ['路灯谁管呢', /路灯维修：找/u],
    ['咱村谁管水', /找/u],
    ['低保找谁', /低保/u],
    ['我们社的网格员是谁', /网格员是.+，电话1\d{10}/u],
    ['村支书电话多少', /村支书是王永明，电话1\d{10}/u],
    ['文书是谁', /文书是李小燕/u],
  ])('%s', async (text, word) => {
    const tickets = (await village.tickets()).length
    expect(await village.ask(first(village.residents, 2), text)).toMatch(word)
    expect((await village.tickets()).length).toBe(tickets)
  })

  it('gives no telephone number of anybody without an office', async () => {
    const other = first(village.residents, 4)
    expect((await village.ask(first(village.residents, 2), `${other.name}电话多少`)) ?? '').not.toMatch(/1\d{10}/u)
  })
})

describe('the bot by its name', () => {
  it.each(['你能干啥', '怎么用', '说事'])('%s, one-to-one, is answered with the help', async (text) => {
    expect(await village.ask(first(village.residents, 2), text)).toContain('还可以说')
  })
  it.each(['你是谁', '你是干啥的', '你是机器人吗', '你是人还是机器'])('%s is answered honestly', async (text) => {
    expect(await village.ask(first(village.residents, 2), text)).toMatch(/^我是机器人，不是真人。/u)
  })
  it('says so in the group too, when it is called', async () => {
    const posts = (await village.posts()).length
    await village.say(first(village.residents, 2), '你是谁')
    expect(await village.posts()).toHaveLength(posts)
    await village.say(first(village.residents, 2), '@说事 你是干啥的')
    expect((await village.posts()).slice(posts)).toEqual([expect.stringMatching(/^我是机器人/u)])
  })
  it.each(['@说事', '@说事 你能干啥', '说事 帮助'])('%s, in the group, is answered one-to-one', async (text) => {
    expect(await village.say(first(village.residents, 2), text)).toContain('还可以说')
  })
})
