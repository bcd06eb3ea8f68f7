import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { one, type Scene, startScene } from '../support/measure-scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await startScene()
})
afterAll(() => scene.town.close())

describe('an exemplar', () => {
  it('is nobody’s until the person says yes, the village has checked and the town approves', async () => {
    const { tell, say, wordsOf, residents, people, posts } = scene
    const nominee = one(residents, 1)
    await say(one(residents), `推荐 ${nominee.name} 好邻居 帮邻居看门十年，谁家有事都去`)
    expect((await wordsOf(one(residents))).at(-1)).toContain(`推荐${nominee.name}为和睦友好好邻居`)
    expect(await posts()).toEqual([])
    expect((await wordsOf(nominee)).at(-1)).toMatch(/^【榜01】有人推荐您为和睦友好好邻居：“帮邻居看门十年，谁家有事都去”。/u)
    expect(await tell(people.lead, '榜样 1 镇里同意')).toContain('这一步已经过了')
    expect(await tell(nominee, '同意')).toContain('谢谢您')
    expect((await wordsOf(people.secretary)).at(-1)).toContain('村里核实过吗')
    expect(await tell(people.secretary, '同意')).toContain('村里核实了')
    expect((await wordsOf(people.lead)).at(-1)).toContain('回“同意”就在群里公布')
    expect(await tell(people.lead, '榜样 待定')).toContain('榜01')
    expect(await tell(people.lead, '同意')).toContain('会在群里公布')
    await scene.town.advance('PT2H')
    expect((await posts()).at(-1)).toBe(`身边好榜样：坪头村${nominee.name}，和睦友好好邻居。帮邻居看门十年，谁家有事都去`)
    const post = one((await scene.town.heardIn(scene.group)).filter((m) => m.from.bot && m.images.length > 0))
    expect((await fetch(scene.town.url + one(post.images).url)).headers.get('content-type')).toBe('image/png')
    expect(await tell(one(residents, 5), '榜样')).toMatch(/身边好榜样1个：好邻居1。/u)
    expect(await tell(one(residents, 5), '榜样 名单')).toContain(`和睦友好好邻居（1）：${nominee.name}`)
  })

  it('who says no is spoken of nowhere', async () => {
    const { tell, residents, posts, people } = scene
    const nominee = one(residents, 2)
    expect(await tell(one(residents), `推荐 ${nominee.name}`)).toContain('哪一类')
    expect(await tell(one(residents), '助人为乐')).toContain('做了什么')
    await tell(one(residents), '帮五保户挑水')
    expect(await tell(nominee, '不同意')).toContain('不会说出去')
    expect(await tell(people.secretary, '榜样 2 村里同意')).toContain('已经过了')
    expect((await posts()).join()).not.toContain(nominee.name)
  })

  it('taken down is gone from the list without a word in the group', async () => {
    const { tell, residents, posts } = scene
    const before = await posts()
    expect(await tell(one(residents, 3), '榜样 1 撤下')).toContain('没有找到')
    expect(await tell(one(residents, 1), '榜样 1 撤下')).toContain('名单里也没有了')
    expect(await tell(one(residents, 5), '榜样 名单')).toContain('还没有公布的榜样')
    expect(await posts()).toEqual(before)
  })

  it('is talk when somebody in the group recommends something else', async () => {
    const { say, residents, wordsOf } = scene
    const before = (await wordsOf(one(residents, 6))).length
    await say(one(residents, 6), '推荐 大家去看新开的超市')
    expect((await wordsOf(one(residents, 6))).length).toBe(before)
  })
})
