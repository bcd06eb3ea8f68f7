import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'
import { unsureSentences } from '../support/unsure.ts'

/** A Tuesday. */
const MORNING = '2026-12-01T09:00:00+08:00'
let town: Town
let scene: Scene
const unsure = unsureSentences()
const words = (n: number) => nth(unsure, n % unsure.length)
const lists = async () => (await scene.words(scene.cadre('clerk'))).filter((text) => text.startsWith('这几句像是有事'))
const numbers = async () => (await scene.tickets()).map((t) => t.number)

beforeAll(async () => {
  town = await startTown({}, MORNING)
  scene = await sceneIn(town, '井儿沟村')
})
afterAll(() => town.close())

describe('what may be a matter', () => {
  it('is put before the clerk at noon, in one private message, and nobody hears of it before', async () => {
    await scene.say(nth(scene.residents, 0), words(0))
    await scene.say(nth(scene.residents, 1), words(1))
    const before = await numbers()
    expect(await lists()).toEqual([])
    await town.clockTo('2026-12-01T12:00:30+08:00')
    const [list, second] = await lists()
    expect(second).toBeUndefined()
    expect(list?.split('\n')[0]).toBe('这几句像是有事，要登记的回编号（比如“1 3”），都不是就回“都不是”：')
    expect(list).toContain(`${nth(scene.residents, 0).name} 9:0`)
    expect(list).toContain(`“${words(0)}”`)
    expect(list).toContain(`“${words(1)}”`)
    expect(await numbers()).toEqual(before)
    expect(await scene.posts()).toEqual([])
  })

  it('becomes a ticket of its teller where the clerk chooses it, with its words and its receipt', async () => {
    const [list] = await lists()
    const n = list?.split('\n').findIndex((line) => line.includes(words(0)))
    expect(await scene.tell(scene.cadre('clerk'), `只有${n}`)).toMatch(/^登记了：井\d+ /u)
    const ticket = await town.ticket((await scene.last()).number)
    expect(ticket).toMatchObject({ reporter: { id: nth(scene.residents, 0).id } })
    expect(ticket.said.map((m) => m.text)).toContain(words(0))
    expect((await scene.words(nth(scene.residents, 0))).join() + (await scene.posts()).join()).toContain(ticket.number)
    expect(await scene.words(nth(scene.residents, 1))).toEqual([])
  })

  it('is taken back with 撤销 like any act', async () => {
    const { number } = await scene.last()
    expect(await scene.tell(scene.cadre('clerk'), '撤销')).toContain(`【${number}】不办了`)
  })

  it('lapses by silence: nothing is asked again, and nothing climbs', async () => {
    await scene.say(nth(scene.residents, 2), words(2))
    await town.clockTo('2026-12-01T17:31:00+08:00')
    expect(await lists()).toHaveLength(2)
    await town.clockTo('2026-12-03T18:00:00+08:00')
    expect(await lists()).toHaveLength(2)
    expect((await scene.words(scene.cadre('secretary'))).filter((text) => text.includes(words(2)))).toEqual([])
  })

  it('is not asked once it has become a matter by itself', async () => {
    const { residents } = scene
    await town.clockTo('2026-12-04T09:30:00+08:00')
    await scene.say(nth(residents, 3), words(3))
    await scene.say(nth(residents, 3), `登记 ${words(3)}`)
    await town.clockTo('2026-12-04T12:01:00+08:00')
    expect((await lists()).slice(2)).toEqual([])
    expect((await town.ticket((await scene.last()).number)).said).toHaveLength(2)
  })

  it('of an evening is shown once the group has become quiet', async () => {
    await town.clockTo('2026-12-07T19:40:00+08:00')
    const before = (await lists()).length
    await town.say(scene.group, nth(scene.residents, 5).id, words(4))
    await town.advance('PT4M')
    expect(await lists()).toHaveLength(before)
    await town.advance('PT40M')
    expect((await lists()).slice(before)).toEqual([expect.stringContaining(`19:40“${words(4)}”`)])
    await town.clockTo('2026-12-08T12:01:00+08:00')
    expect(await lists()).toHaveLength(before + 1)
  })

  it('goes to whoever stands in while the clerk is away', async () => {
    const clerk = scene.cadre('clerk')
    const secretary = scene.cadre('secretary')
    await scene.tell(clerk, `请假到周五 ${secretary.name}代`)
    await scene.say(nth(scene.residents, 6), words(0))
    await town.clockTo('2026-12-08T17:31:00+08:00')
    expect((await scene.words(secretary)).at(-1)).toContain(`“${words(0)}”`)
    expect(await scene.tell(secretary, '都不是')).toBe('好的，都不登记。')
  })
})
