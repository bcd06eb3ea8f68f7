import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pendingDecision, pendingDecisions } from '../../src/digest/index.ts'
import { at, openRows, type Rows, TOWN } from './rows.ts'
import { deskAt, person, settle } from './township.ts'

const NOW = at('11-24 17:40')
let rows: Rows
beforeAll(async () => {
  rows = await openRows()
  await settle(rows)
})
beforeEach(() => rows.clear())
afterAll(() => rows.close())

async function decisions(reader: string) {
  const desk = await deskAt(rows, NOW)
  return (await pendingDecisions(desk, person(desk, reader), 20)).first.map((d) => `${d.n} ${d.text} → ${d.command}`)
}
async function detail(reader: string, n: number) {
  const desk = await deskAt(rows, NOW)
  return pendingDecision(desk, person(desk, reader), n)
}

const old = at('10-14 09:00')
const complaint = {
  kind: 'household',
  duty: 'H-OTHER',
  sensitivity: 'cadre',
  aboutIds: ['secretary'],
  ownerId: 'near',
  title: '反映分地不公',
}

describe('what a leader is to decide', () => {
  const late = (day: string) => ({ openedAt: old, completeBy: at(`${day} 18:00`), ownerId: 'clerk', respondedAt: old })

  it('climbs to the leader of the village on the fourth working day, to the town on the seventh', async () => {
    await rows.ticket('坪03', late('11-19'))
    await rows.ticket('坪04', late('11-18'))
    await rows.ticket('坪06', late('11-16'))
    await rows.ticket('坪07', late('11-13'))
    expect(await decisions('near')).toEqual([
      '1 坪07 路灯超期7天，在李建国手上 → 督办 坪07',
      '2 坪06 路灯超期6天，在李建国手上 → 督办 坪06',
      '3 坪04 路灯超期4天，在李建国手上 → 督办 坪04',
    ])
    expect(await decisions('mayor')).toEqual(['1 坪07 路灯超期7天，在李建国手上 → 督办 坪07'])
  })

  it('comes to the town on the fourth day where no leader has the village, or it is about that leader', async () => {
    await rows.ticket('河04', { ...late('11-18'), villageId: 'b' })
    await rows.ticket('坪04', { ...late('11-18'), aboutIds: ['near'] })
    expect(await decisions('mayor')).toHaveLength(2)
    expect(await decisions('near')).toEqual([])
  })

  it('comes back to the leader who supervises it when that date has passed by days as well', async () => {
    await rows.ticket('坪07', { ...late('11-20'), supervisorId: 'near' })
    expect(await decisions('near')).toEqual([])
    await rows.ticket('坪08', { ...late('11-13'), supervisorId: 'near' })
    expect(await decisions('near')).toEqual(['1 坪08 路灯超期7天，在李建国手上 → 督办 坪08'])
  })

  it('is found by the number it had when the list was read, whatever was decided since', async () => {
    await rows.ticket('坪07', late('11-13'))
    await rows.ticket('坪08', late('11-12'))
    await decisions('near')
    await rows.prisma.ticket.update({ where: { townId_id: { townId: TOWN, id: '坪08' } }, data: { status: 'closed' } })
    const desk = await deskAt(rows, NOW)
    expect(await pendingDecision(desk, person(desk, 'near'), 2)).toContain('坪07')
    expect(await pendingDecision(desk, person(desk, 'near'), 1)).toContain('已经定过了')
  })

  it('asks an extension of whoever may grant it', async () => {
    const asked = { by: 'clerk', until: at('12-05 18:00').toISOString(), reason: '等配件', approver: 'leader' }
    await rows.ticket('坪05', { ownerId: 'clerk', extensionAsked: asked })
    await rows.ticket('坪06', { ownerId: 'clerk', extensionAsked: { ...asked, approver: 'secretary' } })
    expect(await decisions('near')).toEqual(['1 坪05 路灯想延到12月5日（周六），等配件 → 同意 坪05'])
    expect(await decisions('mayor')).toEqual([])
  })

  it('tells of a matter that nobody answers for once its first answer is due', async () => {
    await rows.ticket('坪05', { respondBy: at('11-24 12:00') })
    await rows.ticket('坪06', { respondBy: at('11-24 18:00') })
    expect(await decisions('near')).toEqual(['1 坪05 路灯还没人负责 → 派 坪05 姓名'])
  })

  it('asks for help with a talk that failed twice, until a leader called one', async () => {
    const talked = { stage: 'deliberation', kind: 'neighbour', duty: 'N-BOUND', ownerId: 'mediator' }
    for (const id of ['坪05', '坪06']) {
      await rows.ticket(id, talked)
      await rows.event(id, 'deliberated', at('11-24 09:30'), { byId: 'mediator' })
      await rows.event(id, 'deliberated', at('11-24 10:30'), { byId: 'mediator' })
    }
    await rows.event('坪06', 'deliberated', at('11-24 11:30'), { byId: 'mayor' })
    expect(await decisions('near')).toEqual(['1 坪05 邻里事议了两次没成 → 议 坪05 镇里'])
  })

  it('tells of a complaint by office alone, and never to the one it is about', async () => {
    await rows.ticket('坪12', complaint)
    await rows.ticket('坪13', { ...complaint, aboutIds: ['near'], ownerId: 'mayor' })
    expect(await decisions('near')).toEqual(['1 坪头村村支书被反映一件，已避开本人 → 待定 1'])
    expect(await decisions('mayor')).toEqual([
      '1 坪头村村支书被反映一件，已避开本人 → 待定 1',
      '2 坪头村包村领导被反映一件，已避开本人 → 待定 2',
    ])
    expect(await decisions('secretary')).toEqual([])
    expect(await detail('mayor', 1)).toMatchInlineSnapshot(`
      "【坪12】坪头村 户里事：反映分地不公
      坪头村村支书被反映一件，已避开本人
      11月24日（周二）报的，正在办，钱敏负责，12月3日（周四）前办
      可以回“派 坪12 姓名”或“督办 坪12”。"
    `)
  })

  it('says so where a complaint names nobody', async () => {
    await rows.ticket('坪12', { ...complaint, aboutIds: [] })
    expect(await decisions('near')).toEqual(['1 坪头村有干部被反映一件，没说是谁 → 待定 1'])
  })

  it('leaves a complaint alone once this leader has taken it', async () => {
    await rows.ticket('坪12', { ...complaint, acceptedAt: at('11-24 10:00') })
    expect(await decisions('near')).toEqual([])
    expect(await decisions('mayor')).toHaveLength(1)
  })

  it('answers a number that is not on the list', async () => {
    expect(await detail('mayor', 3)).toBe('没有第3件，回“待定”看有哪些。')
  })
})
