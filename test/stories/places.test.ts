import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { first, startVillage, type Village } from '../support/village.ts'

let village: Village
beforeAll(async () => {
  village = await startVillage()
})
afterAll(() => village.town.close())

const told = (who: number, text: string) => village.tell(first(village.residents, who), text)
/** What its owner has read of it: the place is among it. */
const ownersWord = async (ticket: SandboxTicket): Promise<string | undefined> =>
  (await village.now(ticket)).notices.find((n) => n.to.person === ticket.owner?.id)?.text

describe('what the villagers call a place', () => {
  it('is remembered by a cadre’s word, and every report from there finds its 社', async () => {
    expect(await village.ask(village.clerk, '地名 皂角树底下 四社')).toBe('记下了，皂角树底下算坪头村四社。')
    const ticket = await told(0, '皂角树底下的路灯坏了')
    expect(await ownersWord(ticket)).toContain('，坪头村四社，')
  })

  it('can be said anew, and then belongs to one 社 only', async () => {
    await village.ask(village.clerk, '地名 老磨坊 二社')
    expect(await village.ask(village.clerk, '地名：老磨坊是五社')).toBe('记下了，老磨坊算坪头村五社。')
    const ticket = await told(1, '老磨坊的自来水管爆了')
    expect(await ownersWord(ticket)).toContain('，坪头村五社，')
  })

  it('is learnt from a matter whose place a cadre puts right', async () => {
    const ticket = await told(2, '油坊坪的水渠堵了')
    const words = await village.ask(village.clerk, `地名 ${ticket.number} 三社`)
    expect(words).toMatch(new RegExp(`^【${ticket.number}】改到坪头村三社了，由.{2,4}负责。以后“油坊坪”就算坪头村三社。$`, 'u'))
    const [event] = (await village.now(ticket)).history.slice(-1)
    expect(event).toMatchObject({ what: '更正', note: '坪头村三社' })
    const next = await told(3, '油坊坪的变压器嗡嗡响')
    expect(await ownersWord(next)).toContain('，坪头村三社，')
  })

  it('is forgotten again with 撤销', async () => {
    await village.ask(village.clerk, '地名 望河台 四社')
    expect(await village.ask(village.clerk, '撤销')).toContain('地名 望河台 四社')
    const ticket = await told(4, '望河台的垃圾箱满了没人拉')
    expect(await ownersWord(ticket)).not.toContain('坪头村四社，')
  })

  it('is not remembered when it stands at every corner, nor by a resident', async () => {
    expect(await village.ask(village.clerk, '地名 路口 三社')).toBe('“路口”哪里都有，记不成地名。')
    expect(await village.ask(first(village.residents), '地名 皂角树底下 一社')).not.toContain('记下了')
  })
})
