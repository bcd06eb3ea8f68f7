import { afterAll, beforeAll, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let scene: Scene

beforeAll(async () => {
  town = await startTown()
  scene = await sceneIn(town, '坪头村')
  await scene.say(nth(scene.residents, 0), '三社路口的路灯又不亮了')
})
afterAll(() => town.close())

it('the oversight committee says what it thinks of a matter, and nothing else of it changes', async () => {
  const member = scene.cadre('supervisor')
  const before = await town.ticket('坪01')
  expect(await scene.tell(member, '提意见 坪01')).toContain('想提什么意见')
  expect(await scene.tell(member, '提意见 坪01 灯杆也该换')).toBe('【坪01】意见记下了，负责的人会看到。')
  expect(await town.lastWord(before.owner?.id ?? '')).toBe(`【坪01】村务监督${member.name}提了意见：灯杆也该换。`)
  const after = await town.ticket('坪01')
  expect({ ...after, history: [], notices: [], words: [] }).toEqual({ ...before, history: [], notices: [], words: [] })
  expect(after.history.at(-1)).toMatchObject({ note: '灯杆也该换' })
  expect((await scene.posts()).filter((p) => p.includes('灯杆'))).toEqual([])
})

it('takes it back within ten minutes', async () => {
  const member = scene.cadre('supervisor')
  expect(await scene.tell(member, '撤销')).toContain('已撤销')
})

it('is not done by whoever does the work, nor by the committee of another village', async () => {
  const remarks = async () => (await town.ticket('坪01')).history.filter((e) => e.what === '监督意见').length
  const before = await remarks()
  await scene.tell(scene.cadre('clerk'), '提意见 坪01 灯杆也该换')
  const others = (await sceneIn(town, '河口村')).cadre('supervisor')
  await town.tell(others.id, '提意见 坪01 灯杆也该换')
  await town.settle()
  expect(await remarks()).toBe(before)
})
