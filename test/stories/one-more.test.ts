import { afterAll, beforeAll, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
const VILLAGES = ['石桥村', '梨园村', '岩坪村', '竹园村']
let turn = 0
const next = (): Promise<Scene> => sceneIn(town, nth(VILLAGES, turn++))
const duties = async (scene: Scene) => (await scene.tickets()).map((t) => t.duty).toSorted()

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

it('two things in one message are two', async () => {
  const scene = await next()
  await scene.say(nth(scene.residents, 0), '三社的路灯不亮了，还有垃圾箱也满了没人拉')
  expect(await duties(scene)).toEqual(['V-LAMP', 'V-WASTE'])
})

it('and so is the second, said right after the first', async () => {
  const scene = await next()
  await town.say(scene.group, nth(scene.residents, 0).id, '三社的路灯不亮了，晚上看不见')
  await town.advance('PT20S')
  await scene.say(nth(scene.residents, 0), '还有垃圾箱也满了没人拉')
  expect(await duties(scene)).toEqual(['V-LAMP', 'V-WASTE'])
})

it('more of the same is one', async () => {
  const scene = await next()
  await town.say(scene.group, nth(scene.residents, 0).id, '二社停水了')
  await town.advance('PT20S')
  await scene.say(nth(scene.residents, 0), '还有三社也没水')
  expect(await duties(scene)).toEqual(['V-WATER'])
})

it('water that is back is told to whoever has it, who is asked to close', async () => {
  const scene = await next()
  const who = nth(scene.residents, 0)
  await scene.say(who, '二社从昨晚就停水了，做不成饭')
  const { owner } = await scene.last()
  await scene.say(who, '来水咧 谢谢')
  expect(await town.lastWord(owner?.id ?? '')).toContain('办结')
  expect(await scene.tickets()).toHaveLength(1)
})
