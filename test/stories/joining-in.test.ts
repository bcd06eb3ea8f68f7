import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const followersOf = async (number: string) => (await town.ticket(number)).followers
/** Somebody tells of a lamp; three minutes pass. */
async function lampIn(village: string): Promise<{ scene: Scene; number: string }> {
  const scene = await sceneIn(town, village)
  await scene.say(nth(scene.residents, 0), '三社路口的路灯又不亮了')
  await town.advance('PT3M')
  return { scene, number: (await scene.last()).number }
}

describe('somebody agrees with what was just told', () => {
  it.each([
    ['坪头村', '就是，我家也看不见路'],
    ['河口村', '就是就是，三社路口的路灯早就不亮了'],
    ['林家沟村', '对对，我们也是'],
    ['老街村', '一样，我家门口也黑得很'],
    ['磨盘村', '对对对，晚上没灯黑得很'],
  ])('in %s with “%s”: a follower, and no second ticket', async (village, words) => {
    const { scene, number } = await lampIn(village)
    const other = nth(scene.residents, 1)
    await scene.say(other, words)
    expect(await followersOf(number)).toEqual([other.id])
    expect(await scene.tickets()).toHaveLength(1)
  })

  it('counts a household once', async () => {
    const { scene, number } = await lampIn('竹园村')
    const other = nth(scene.residents, 1)
    await scene.say(other, '就是，我家也看不见路')
    await scene.say(other, '是啊，我家也是')
    expect(await followersOf(number)).toHaveLength(1)
  })

  it.each([
    ['高台村', '就是说明天要开会'],
    ['龙潭村', '就是想问一下明天几点集合'],
    ['凤山村', '就是，明天一起去赶集'],
    ['麻地坝村', '对，我家也去'],
  ])('in %s “%s” is talk', async (village, words) => {
    const { scene, number } = await lampIn(village)
    await scene.say(nth(scene.residents, 1), words)
    expect(await followersOf(number)).toEqual([])
    expect(await scene.tickets()).toHaveLength(1)
  })

  it.each([
    ['青泥塘村', '对了，四社的水渠堵了浇不上地'],
    ['红土坡村', '就是，四社的垃圾也没人拉'],
  ])('in %s “%s” is a matter of its own', async (village, words) => {
    const { scene, number } = await lampIn(village)
    await scene.say(nth(scene.residents, 1), words)
    expect(await followersOf(number)).toEqual([])
    expect(await scene.tickets()).toHaveLength(2)
  })
})

it('of two that were just told joins the one it speaks of', async () => {
  const scene = await sceneIn(town, '井儿沟村')
  await scene.say(nth(scene.residents, 0), '村口的垃圾堆成山了没人拉')
  const waste = await scene.last()
  await scene.say(nth(scene.residents, 1), '四社的路灯坏了')
  await scene.say(nth(scene.residents, 2), '就是，垃圾臭得很')
  expect(await followersOf(waste.number)).toEqual([nth(scene.residents, 2).id])
})

it('who asks since when has told nothing', async () => {
  const scene = await sceneIn(town, '花庙村')
  await town.say(scene.group, nth(scene.residents, 0).id, '自来水停了')
  await scene.say(nth(scene.residents, 1), '啥时候停的')
  expect((await scene.tickets()).map((t) => t.duty)).toEqual(['V-WATER'])
})

describe('where and since when', () => {
  it('in the next line belongs to the line before it', async () => {
    const scene = await sceneIn(town, '槐树底村')
    const who = nth(scene.residents, 0)
    for (const line of ['路灯又不亮了', '三社路口']) await town.say(scene.group, who.id, line)
    await town.settle()
    expect((await scene.tickets()).map((t) => [t.duty, t.title.includes('三社')])).toEqual([['V-LAMP', true]])
  })

  it('another thing at a place is still another matter', async () => {
    const scene = await sceneIn(town, '黄柏垭村')
    const who = nth(scene.residents, 0)
    for (const line of ['路灯又不亮了', '四社的水渠堵了浇不上地']) await town.say(scene.group, who.id, line)
    await town.settle()
    expect((await scene.tickets()).map((t) => t.duty).sort()).toEqual(['V-IRRIG', 'V-LAMP'])
  })

  it('right after one’s own report goes to its ticket', async () => {
    const scene = await sceneIn(town, '梨园村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '自来水停了')
    await town.advance('PT5M')
    await scene.say(who, '三社从昨晚停到现在')
    expect((await scene.tickets()).map((t) => t.duty)).toEqual(['V-WATER'])
    expect((await town.ticket((await scene.last()).number)).history.at(-1)?.what).toBe('补充')
  })
})
