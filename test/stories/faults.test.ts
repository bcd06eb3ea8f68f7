import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let scene: Scene
beforeAll(async () => {
  town = await startTown({ LOG_LEVEL: 'silent' })
  scene = await sceneIn(town, '坪头村')
  await town.sql(
    `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$`,
  )
})
afterAll(() => town.close())

const breakDown = () => town.sql(`CREATE TRIGGER no_room BEFORE INSERT ON "Notice" EXECUTE FUNCTION no_room()`)
const mend = () => town.sql(`DROP TRIGGER no_room ON "Notice"`)
const until = async (true_: () => Promise<boolean>) => {
  for (let n = 0; n < 200 && !(await true_()); n++) await sleep(100)
}

describe('a database that fails for a while', () => {
  it('loses no report that was acknowledged: it is judged when the fault has passed', async () => {
    await town.say(scene.group, nth(scene.residents, 0).id, '三社路口的路灯又不亮了')
    await town.advance('PT10S')
    await breakDown()
    await town.advance('PT1M').catch(() => {})
    expect(await scene.tickets()).toEqual([])
    await mend()
    await until(async () => (await scene.tickets()).length > 0)
    expect(await scene.tickets()).toHaveLength(1)
    await town.settle()
    expect((await scene.posts()).at(-1)).toContain('已登记')
  })

  it('holds up no schedule: the next morning is told as usual', async () => {
    const { owner } = await scene.last()
    await town.nextMorning()
    await breakDown()
    await town.nextMorning().catch(() => {})
    await mend()
    const before = (await town.heardBy(owner?.id ?? '')).length
    for (let day = 0; day < 4; day++) await town.nextMorning()
    expect((await town.heardBy(owner?.id ?? '')).length).toBeGreaterThan(before)
  })
})

describe('moving the clock', () => {
  it('adds up when several ask for it at once', async () => {
    const before = new Date(await town.advance('PT0S'))
    await Promise.all(Array.from({ length: 3 }, () => town.advance('P1D')))
    const after = new Date(await town.advance('PT0S'))
    expect(Math.round((after.getTime() - before.getTime()) / 86_400_000)).toBe(3)
  })
})
