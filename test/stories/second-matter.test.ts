import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const VILLAGES = ['坪头村', '河口村', '林家沟村', '石桥村']

describe('what one person tells next is a matter of its own, whether or not the grid knows the place', () => {
  it.each([
    ['三社的路灯不亮了', '十七社的水渠塌了一截'],
    ['一社自来水停了两天了', '二十组路灯不亮了，黑得很'],
    ['路口垃圾堆成山了没人拉', '十五社变压器冒火花呢，吓人'],
    ['二社井盖丢了，娃差点掉进去', '第十八队的路灯也灭了几天了'],
    ['四社路灯坏了没人修', '九十九社自来水管漏水，淌了一路'],
    ['二社自来水停了两天了', '学校门口的路灯不亮了'],
    ['三社的水塔漏水', '十六社有人把垃圾倒在河道里'],
    ['公厕门坏了没人修', '三十组的桥护栏断了，危险得很'],
  ])('%s, then %s', async (one, other) => {
    const n = (await town.tickets()).length
    const scene = await sceneIn(town, nth(VILLAGES, Math.floor(n / 4) % VILLAGES.length))
    const who = nth(scene.residents, Math.floor(n / 2) % 6)
    await scene.say(who, one)
    await scene.say(who, other)
    expect((await town.tickets()).length).toBe(n + 2)
  })
})

describe('what the reader is not sure of', () => {
  it.each([
    ['二社水管爆了', '十九社井盖丢了'],
    ['一社水管裂了，水淌到路上', '二十组垃圾台满得溢出来了'],
    ['三社水管漏水', '十七组的水井没盖子了'],
  ])('%s, then %s, is not added to the first', async (one, other) => {
    const scene = await sceneIn(town, '杏花岭村')
    const who = nth(scene.residents, (await scene.tickets()).length)
    await scene.say(who, one)
    await scene.say(who, other)
    const [last] = await town.rows<{ outcome: string }>('SELECT outcome FROM "Report" ORDER BY "openedAt" DESC LIMIT 1')
    expect(last?.outcome).toMatch(/^(?:listed|opened)$/u)
  })
})

describe('what goes on with it stays with it', () => {
  it.each([
    ['三社水管爆了，水淌了一路', '十九社的人也来看了，还没人修'],
    ['五社路口的路灯坏了', '五社那个灯还是没人来修'],
  ])('%s, then %s', async (one, more) => {
    const scene = await sceneIn(town, '岩坪村')
    const n = (await scene.tickets()).length
    const who = nth(scene.residents, n)
    await scene.say(who, one)
    await scene.say(who, more)
    expect((await scene.tickets()).length).toBe(n + 1)
  })
})
