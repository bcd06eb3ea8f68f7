import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LINES } from '../../scripts/train/orders.ts'
import type { OrderName } from '../../src/domain/order-name.ts'
import { COMMANDS } from '../../src/orders/index.ts'
import { readOrder } from '../../src/orders/read-order.ts'
import { suggest } from '../../src/orders/suggest.ts'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { sectionsOf } from '../../src/reading/lexicon.ts'
import { startTown, type Town } from '../support/town.ts'
import { sceneOf } from './scene.ts'

const VILLAGE = '坪头村'
let town: Town
let number: string
let owner: string
let idle: SandboxPerson

async function tell(person: string, text: string): Promise<string> {
  await town.tell(person, text)
  await town.settle()
  return (await town.lastWord(person)) ?? ''
}

/** Something the trained reader was taught as this order, and would offer, and no frame reads. */
function notRead(order: OrderName): string {
  const keeper = sceneOf('keeper', { inGroup: false })
  const offered = (text: string) =>
    suggest(text, keeper)
      .slice(0, 2)
      .some((s) => s.order === order)
  const taught = sectionsOf(LINES).find((s) => s.head === order)?.lines ?? []
  // Only what names neither a number nor a day is sure to be of the matter in hand.
  const found = taught.find(({ text }) => /^[^\d十月号天]{6,20}$/u.test(text) && offered(text) && !readOrder(text, keeper, COMMANDS))
  if (!found) throw new Error(`every line of ${order} is read`)
  return found.text
}

beforeAll(async () => {
  town = await startTown()
  const group = (await town.group(VILLAGE)).id
  const residents = await town.people(`role=resident&village=${encodeURIComponent(VILLAGE)}`)
  const teller = residents.find((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group))
  await town.say(group, teller?.id ?? '', '三社路口的路灯不亮了')
  await town.settle()
  const [ticket] = await town.tickets(`village=${encodeURIComponent(VILLAGE)}`)
  number = ticket?.number ?? ''
  owner = ticket?.owner?.id ?? ''
  const cadres = await town.people(`role=mediator&village=${encodeURIComponent(VILLAGE)}`)
  const free = cadres.find((p) => p.id !== owner)
  if (!free) throw new Error('nobody is idle')
  idle = free
})
afterAll(() => town.close())

describe('what is not understood one-to-one, with work in hand', () => {
  it('is answered with the two likeliest orders, and nothing is done', async () => {
    const before = await town.ticket(number)
    expect((await tell(owner, '这个我办不了啊')).replace(/“[^”\d]+”(?=回“\d”)/gu, '“…”')).toBe(
      `【${number}】没听明白。要“…”回“1”，要“…”回“2”，都不是就换个说法，或回“帮助”。`,
    )
    expect(await town.ticket(number)).toMatchObject({ status: before.status, stage: before.stage })
  })

  it('is done as soon as one is chosen, with the words that were said', async () => {
    const [, chosen = ''] = /要“挂账”回“(\d)”/u.exec(await tell(owner, notRead('挂账'))) ?? []
    expect(await tell(owner, chosen)).toContain('等到几号')
    await tell(owner, '12月10日')
    expect(await town.ticket(number)).toMatchObject({ status: 'waiting' })
    await tell(owner, '恢复')
  })

  it('is of what was just said to be done, where nothing else is in hand', async () => {
    await tell(owner, `办结 ${number} 换了灯泡`)
    expect(await tell(owner, '话说早咯，咱再捯饬捯饬')).toContain(`【${number}】没听明白`)
    await tell(owner, '撤销')
    expect(await town.ticket(number)).toMatchObject({ status: 'open' })
  })

  it('is no report where it is surely told as an order, whatever trouble it speaks of', async () => {
    const before = (await town.tickets()).length
    expect(await tell(owner, '村里没这个钱修，桥烂了得县上管')).toContain('没听明白')
    await town.advance('PT6M')
    expect(await town.tickets()).toHaveLength(before)
  })

  it('is of what it names, also where others have that in hand, and never of the one at hand', async () => {
    const group = (await town.group(VILLAGE)).id
    const [other] = (await town.people(`role=resident&village=${encodeURIComponent(VILLAGE)}`))
      .filter((p) => p.groups.includes(group))
      .slice(2)
    await town.say(group, other?.id ?? '', '村部旁边的水管漏水漏了一地')
    await town.settle()
    const pipe = (await town.tickets(`village=${encodeURIComponent(VILLAGE)}`)).find((t) => t.title.includes('水'))
    expect(pipe?.owner?.id).not.toBe(owner)
    expect(await tell(owner, '水管修好了')).toBe(`【${pipe?.number}】${pipe?.owner?.name}在办，请和本人或村支书说。`)
    expect(await tell(owner, '水管这个我捯饬得差球不多了')).not.toContain(number)
    expect(await town.ticket(number)).toMatchObject({ status: 'open' })
  })

  it('is a greeting or a report as before where it is one', async () => {
    expect(await tell(owner, '谢谢啊')).not.toContain('没听明白')
    expect(await tell(owner, '二社的水管爆了，没水了')).not.toContain('没听明白')
  })

  it('is of the matter that the bot spoke of last, unless it is of people among themselves', async () => {
    await tell(owner, `进度 ${number}`)
    expect(await tell(owner, '今晚一起吃饭，后天行不')).toContain('没听明白')
    expect(await tell(owner, '后天行不')).toContain(`【${number}】`)
    await town.advance('PT7H')
    expect(await tell(owner, '明天行不')).toContain('没听明白')
  })

  it('is put off to the day of the month where there is no matter of that number', async () => {
    expect(await tell(owner, '路灯要等停电检修，25号，先放放')).toContain('25日')
  })

  it('is not asked of somebody with nothing in hand', async () => {
    expect(await tell(idle.id, '这个我办不了啊')).not.toContain('没听明白')
  })

  it('is asked as well where what was read is surely told for something else', async () => {
    const before = await town.ticket(number)
    expect(await tell(owner, '去看了，是人家自己把灯关了省电')).toContain('没听明白。要“不是事”回“1”，要“办结”回“2”')
    expect(await town.ticket(number)).toMatchObject({ status: before.status, stage: before.stage })
  })

  it('is of the number that was said, though there is no such matter', async () => {
    const before = await town.ticket(number)
    expect(await tell(owner, '99号去看了，是人家自己把灯关了省电')).toContain('没听明白。要“不是事”回“1”')
    expect(await tell(owner, '1')).toContain('没有找到99号')
    expect(await town.ticket(number)).toMatchObject({ status: before.status, stage: before.stage })
  })

  it('is a step of the work, and no report, where it is surely told as one and hardly tells of a trouble', async () => {
    const before = (await town.tickets()).length
    expect(await tell(owner, '三家都同意先去丈量')).toContain('要“进展”回“1”')
    expect(await town.tickets()).toHaveLength(before)
  })

  it('is asked back where it tells of nothing in hand, and is no step of what was last spoken of', async () => {
    const before = (await town.ticket(number)).history.length
    expect(await tell(owner, '今天一天都在填表')).toContain('没听明白')
    expect((await town.ticket(number)).history).toHaveLength(before)
  })

  it('is no report of who has nothing in hand, where it is told to a colleague', async () => {
    const before = (await town.tickets()).length
    expect(await tell(idle.id, '李建国同志你抽时间到二社跑一趟看看水渠')).toContain('没听明白。要“转”回“1”')
    expect(await town.tickets()).toHaveLength(before)
  })

  it('never closes a matter for a visit', async () => {
    await tell(owner, '上门了 跟老人说好了')
    expect(await town.ticket(number)).toMatchObject({ status: 'open' })
    expect((await town.ticket(number)).history.some((h) => h.what === '走访')).toBe(true)
  })
})
