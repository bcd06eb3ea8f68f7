import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const ROAD_LAMP_WASTE =
  '各位领导你们好！我是在外打工的村民，老家在二社。村里前年修的水泥路，才两年就烂得不成样子，坑坑洼洼，下雨天娃娃上学一身泥。另外村口的路灯也有三四盏不亮了，晚上老人出门摔过跤。还有垃圾台满了经常没人拉，夏天臭得很。希望镇上能帮我们解决一下，谢谢！'
const LAMP = '另外村口的路灯也有三四盏不亮了，晚上老人出门摔过跤。'
const WASTE = '还有垃圾台满了经常没人拉，夏天臭得很。'

describe('a letter of several claims', () => {
  it('opens what it asks for first; the clerk reads the others at once, and registers those that are matters', async () => {
    const scene = await sceneIn(town, '坪头村')
    const who = nth(scene.residents, 0)
    const clerk = scene.cadre('clerk')
    await scene.tell(who, ROAD_LAMP_WASTE)
    const opened = await scene.tickets()
    expect(opened.map((t) => t.duty)).toEqual(['V-ROAD'])
    const list = (await scene.words(clerk)).findLast((text) => text.startsWith('这几句像是有事'))
    expect(list).toContain(`“${LAMP}”`)
    expect(list).toContain(`“${WASTE}”`)
    await scene.tell(clerk, '1 2')
    const all = await scene.tickets()
    expect(all.map((t) => t.duty).toSorted()).toEqual(['V-LAMP', 'V-ROAD', 'V-WASTE'])
    expect(new Set(all.map((t) => t.reporter?.id))).toEqual(new Set([who.id]))
    for (const { number } of all) expect((await scene.words(who)).join()).toContain(number)
    expect((await town.ticket(nth(opened, 0).number)).said.map((m) => m.text)).toEqual([ROAD_LAMP_WASTE])
  })

  it('waits with the clerk past the next list, for a day', async () => {
    const scene = await sceneIn(town, '石桥村')
    const clerk = scene.cadre('clerk')
    await scene.tell(nth(scene.residents, 0), ROAD_LAMP_WASTE)
    const lists = async () => (await scene.words(clerk)).filter((text) => text.startsWith('这几句像是有事'))
    expect(await lists()).toHaveLength(1)
    await scene.say(nth(scene.residents, 1), '井边那个盖子不见了')
    await town.clockTo('2026-11-25T12:00:30+08:00')
    const last = (await lists()).at(-1)
    expect(last).toContain(`“${LAMP}”`)
    await scene.tell(clerk, '1')
    expect((await scene.tickets()).map((t) => t.duty)).toContain('V-LAMP')
  })
})

describe('a letter about an allowance that somebody in office keeps quiet about', () => {
  it('is about the allowance, and for nobody of the village', async () => {
    const scene = await sceneIn(town, '河口村')
    const who = nth(scene.residents, 0)
    await scene.say(
      who,
      '领导好，我父亲今年七十八了，脑梗瘫在床上，家里一直吃低保。今年三月份低保突然停了，去村上问，书记说名额不够，后来听别人说书记把停保的通知压着没给我们说。我们一家人就靠这点钱买药。请领导查一查，把低保给恢复了。',
    )
    const ticket = await town.ticket((await scene.last()).number)
    expect(ticket).toMatchObject({ duty: 'H-DIBAO', private: true })
    const owner = nth(await town.people(`q=${ticket.owner?.id}`), 0)
    expect(owner.roles.map((r) => r.role)).toContain('leader')
    expect((await scene.posts()).join()).not.toMatch(/低保|书记/u)
    const { id } = scene.cadre('secretary')
    expect(ticket.notices.filter((n) => n.to.person === id)).toEqual([])
  })
})
