import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

/** Everything the bot ever said to a person that has to do with a ticket. */
const heardOf = async (person: string, number: string) =>
  (await town.ticket(number)).notices.filter((n) => n.to.person === person).map((n) => n.text)

describe('a complaint that names a cadre or an office', () => {
  const villages = ['河口村', '林家沟村', '岩坪村', '榆树湾村']
  it.each([
    [0, 'secretary', (s: Scene) => `${s.cadre('secretary').name}把修路的钱装自己兜里了，没人管`, 'leader'],
    [1, 'clerk', () => '文书收了我两百块钱才给盖章', 'secretary'],
    [2, 'keeper', (s: Scene) => `${s.cadre('keeper').name}骂人，态度恶劣得很`, 'secretary'],
    [3, 'secretary', () => '支书把低保名额给了他小舅子', 'leader'],
  ] as const)('%i goes past the %s to the next one up, and the group hears nothing', async (i, accused, text, above) => {
    const scene = await sceneIn(town, nth(villages, i))
    const before = (await scene.posts()).length
    // In the group it would stand on the list of whoever may read it; who complains does so to the bot alone.
    await scene.tell(nth(scene.residents, 0), text(scene))
    const ticket = await scene.last()
    expect((await scene.posts()).length).toBe(before)
    expect(ticket.private).toBe(true)
    const owner = nth(await town.people(`q=${ticket.owner?.id}`), 0)
    expect(owner.roles.map((r) => r.role)).toContain(above)
    expect(await heardOf(scene.cadre(accused).id, ticket.number)).toEqual([])
    expect(await scene.tell(scene.cadre(accused), `查 ${ticket.number}`)).toContain('没有')
  })

  it('stays hidden from the accused when the owner goes on leave and names the accused as deputy', async () => {
    const scene = await sceneIn(town, '石桥村')
    const accused = scene.cadre('secretary')
    await scene.say(nth(scene.residents, 0), `${accused.name}占了集体的地盖房子`)
    const ticket = await scene.last()
    await scene.tell(scene.cadre('clerk'), '待办')
    await town.tell(ticket.owner?.id ?? '', `请假到12月31日 ${accused.name}代`)
    await town.settle()
    expect((await town.ticket(ticket.number)).owner?.id).not.toBe(accused.id)
    for (let day = 0; day < 6; day++) await town.nextMorning()
    expect(await heardOf(accused.id, ticket.number)).toEqual([])
    expect((await scene.words(accused)).join('\n')).not.toContain(ticket.number)
  })

  it('is joined by another resident without being told to anybody of the village', async () => {
    const scene = await sceneIn(town, '杏花岭村')
    await scene.say(nth(scene.residents, 0), '反映支书收钱才给批宅基地')
    const ticket = await scene.last()
    await scene.say(nth(scene.residents, 1), '我家也是')
    expect((await town.ticket(ticket.number)).followers).toEqual([nth(scene.residents, 1).id])
    expect(await town.lastWord(nth(scene.residents, 1).id)).toContain('不会在群里说')
    for (const role of ['secretary', 'clerk', 'mediator']) expect((await scene.words(scene.cadre(role))).join('\n')).not.toContain('两千')
    expect(await scene.posts()).toEqual([])
  })
})
