import { afterAll, beforeAll, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let scene: Scene
beforeAll(async () => {
  town = await startTown()
  scene = await sceneIn(town, '井儿沟村')
})
afterAll(() => town.close())

/** Says it and lets everything be done that is due, but no window end. */
const sayNow = async (who: { id: string }, text: string) => {
  await town.say(scene.group, who.id, text)
  await town.advance('PT8S')
}

it('接 in the group takes what a neighbour is just telling, without waiting for the window', async () => {
  await sayNow(nth(scene.residents, 0), '村口的路灯不亮了')
  await sayNow(scene.cadre('secretary'), '接')
  const ticket = await scene.last()
  expect(ticket).toMatchObject({ number: '井01', stage: 'handling', owner: { id: scene.cadre('secretary').id } })
  await sayNow(scene.cadre('secretary'), '办结')
  expect((await town.ticket('井01')).status).toBe('resolved')
  await sayNow(nth(scene.residents, 0), '满意')
  expect((await town.ticket('井01')).status).toBe('closed')
})

it('我去 to small talk opens nothing, and what is half told goes on being told', async () => {
  await sayNow(nth(scene.residents, 1), '谁明天去赶集')
  await sayNow(scene.cadre('secretary'), '我去')
  await sayNow(nth(scene.residents, 2), '我家')
  await sayNow(scene.cadre('secretary'), '我去')
  await sayNow(nth(scene.residents, 2), '自来水停了一天了')
  await town.settle()
  const ticket = await scene.last()
  expect(ticket).toMatchObject({ number: '井02', duty: 'V-WATER', stage: 'triage' })
  expect((await town.ticket('井02')).said.map((m) => m.text)).toEqual(['我家', '自来水停了一天了'])
})
