import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson, SandboxTicket } from '../../src/ports/sandbox.ts'
import { startTown, type Town } from '../support/town.ts'

const VILLAGE = encodeURIComponent('坪头村')
let town: Town
let group: string
let secretary: SandboxPerson
let clerk: SandboxPerson
let ticket: SandboxTicket
let owner: SandboxPerson

const one = async (query: string): Promise<SandboxPerson> => {
  const [found] = await town.people(query)
  if (!found) throw new Error(query)
  return found
}
const order = async (who: SandboxPerson, words: string) => {
  await town.tell(who.id, words)
  await town.settle()
  return town.lastWord(who.id)
}
const ownerNow = async () => (await town.ticket(ticket.number)).owner?.id

beforeAll(async () => {
  town = await startTown()
  group = (await town.group('坪头村')).id
  secretary = await one(`role=secretary&village=${VILLAGE}`)
  clerk = await one(`role=clerk&village=${VILLAGE}`)
  const resident = (await town.people(`role=resident&village=${VILLAGE}`)).find((p) => p.groups.includes(group) && p.roles.length === 1)
  await town.say(group, resident?.id ?? '', '三社路口的路灯不亮了')
  await town.settle()
  const [opened] = await town.tickets(`village=${VILLAGE}`)
  if (!opened?.owner) throw new Error('no ticket')
  ticket = opened
  owner = await one(`q=${opened.owner.id}`)
})
afterAll(() => town.close())

describe('leave', () => {
  it('moves what is open to the deputy, who is told', async () => {
    expect(await order(owner, `请假到下周五 ${clerk.name}代`)).toContain(`${clerk.name}代`)
    expect(await ownerNow()).toBe(clerk.id)
    expect(await town.lastWord(clerk.id)).toContain('请您代办')
  })

  it('is taken back within ten minutes with all that moved, and the deputy hears of it', async () => {
    expect(await order(owner, '撤销')).toContain('已撤销')
    expect(await ownerNow()).toBe(owner.id)
    expect(await town.lastWord(clerk.id)).toContain('不用您代了')
    expect(await order(owner, '销假')).toContain('没有请假')
  })
})

describe('the roster changed in chat', () => {
  it('gives a person gone back the office and the work when it was a mistake', async () => {
    expect(await order(secretary, `离任 ${owner.name}`)).toBe(`要让坪头村${owner.name}离任吗？手上1件会转走。回“是”或“不是”。`)
    expect(await ownerNow()).toBe(owner.id)
    expect(await order(secretary, '是')).toContain('离任了')
    expect(await ownerNow()).not.toBe(owner.id)
    expect(await order(secretary, '撤销')).toContain('已撤销')
    expect(await ownerNow()).toBe(owner.id)
    expect((await one(`q=${owner.id}`)).roles).toEqual(owner.roles)
  })

  it('takes back a new telephone number', async () => {
    await order(secretary, `改电话 ${owner.name} 13911112222`)
    expect(await order(secretary, '撤销')).toContain('已撤销')
    expect(await order(secretary, '撤销')).toContain('没有可以撤销的')
  })
})
