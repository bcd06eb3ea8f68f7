import { afterAll, beforeAll, expect, it } from 'vitest'
import { PICTURE } from '../support/evening.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let scene: Scene
const VILLAGES = ['石桥村', '梨园村', '岩坪村', '竹园村', '凤山村', '花庙村']
let turn = 0
const sender = () => nth(scene.residents, 0)
const other = () => nth(scene.residents, 1)
const asked = async () => (await scene.words(sender())).filter((w) => w.startsWith('【照片收到】')).length
/** A photo and words that only point at it, and the minutes after which they would have been forgotten. */
async function photoWith(words: string): Promise<string> {
  const id = await town.say(scene.group, sender().id, '', { image: PICTURE })
  if (words !== '') await town.say(scene.group, sender().id, words)
  await town.advance('PT3M')
  return id
}
const opened = async () => {
  await town.advance('PT3M')
  await town.settle()
  return town.ticket((await scene.last()).number)
}

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())
beforeAll(async () => {
  scene = await sceneIn(town, nth(VILLAGES, turn++))
})

it('a photo with words that only point at it is asked about once, and waits for what its sender says of it', async () => {
  await photoWith('这路能走么')
  expect(await asked()).toBe(1)
  await town.say(scene.group, sender().id, '三社上去的路塌了半边，车过不去了')
  const ticket = await opened()
  expect(ticket.said.map((m) => m.images.length).reduce((a, b) => a + b)).toBe(1)
  expect(ticket.said).toHaveLength(3)
  expect(await asked()).toBe(1)
})

it.each([
  ['quotes it', (photo: string) => ['这是四社的水渠 堵死了浇不上地', { quote: photo }] as const],
  ['names it', () => ['她发的照片是二社的水渠 堵死了 浇不上地', {}] as const],
])('waits for another’s words, who %s; it is its sender’s matter', async (_, of) => {
  scene = await sceneIn(town, nth(VILLAGES, turn++))
  const [words, more] = of(await photoWith('看这'))
  await town.say(scene.group, other().id, words, more)
  const ticket = await opened()
  expect(ticket.reporter?.id).toBe(sender().id)
  expect(ticket.said.map((m) => m.text)).toContain(words)
  expect(ticket.said.some((m) => m.images.length > 0)).toBe(true)
  expect(await scene.tickets()).toHaveLength(1)
})

it('takes what another tells of the same thing right after it', async () => {
  scene = await sceneIn(town, nth(VILLAGES, turn++))
  await town.say(scene.group, other().id, '来了来了 你们先摸着')
  await photoWith('这路还能走不能')
  await town.say(scene.group, other().id, '我后晌也看见了 沟口上来那个拐拐 土溜下来占了半边')
  await town.advance('PT4M')
  await town.settle()
  const said = await town.rows<{ reportId: string; text: string }>('SELECT "reportId", text FROM "Message" ORDER BY seq')
  const report = said.find((m) => m.text === '这路还能走不能')?.reportId
  expect(said.filter((m) => m.reportId === report).map((m) => m.text)).toContainEqual(expect.stringContaining('占了半边'))
})

it('holds nothing up: what its sender tells meanwhile is told', async () => {
  scene = await sceneIn(town, nth(VILLAGES, turn++))
  await photoWith('')
  await town.advance('PT40M')
  await town.say(scene.group, sender().id, '五社的路灯不亮了，晚上看不见')
  expect((await opened()).said.some((m) => m.images.length > 0)).toBe(false)
  await town.say(scene.group, other().id, '明天赶集去不去')
  expect(await scene.tickets()).toHaveLength(1)
})
