import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Township } from '../../src/domain/township.ts'
import { rememberImport } from '../../src/measures/index.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { applyTownship } from '../../src/store/township.ts'
import { handOverGone } from '../../src/tickets/leave.ts'
import { openDatabase } from '../support/keys.ts'
import { nth, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown({}, 'today')
})
afterAll(() => town.close())

/** As `npm run import` does it, beside the running server. */
async function imported(township: Township, options: { replaceSample: boolean }) {
  const { prisma, close } = openDatabase({ url: town.databaseUrl, connections: 2 })
  const outfit = { calendar: chineseCalendar(), settings: defaultSettings, newId: randomUUID }
  await applyTownship(
    prisma,
    township,
    { sample: !options.replaceSample, ...options },
    { outfit, remember: rememberImport, run: handOverGone },
  )
  await close()
}

const until = async (holds: () => Promise<boolean>) => {
  for (let n = 0; n < 100 && !(await holds()); n++) await sleep(100)
}

it('an import beside the running server moves what people who are gone had in hand, and they are told', async () => {
  const scene = await sceneIn(town, '坪头村')
  await scene.say(nth(scene.residents, 0), '三社路口的路灯不亮了')
  const before = await scene.last()
  const sample = sampleTownship()
  const without = (id: string) => ({
    ...sample,
    people: sample.people.filter((p) => p.id !== id),
    groups: sample.groups.map((g) => ({ ...g, members: g.members.filter((m) => m !== id) })),
  })
  await imported(without(before.owner?.id ?? ''), { replaceSample: false })
  const after = await town.ticket(before.number)
  expect(after.owner?.id).not.toBe(before.owner?.id)
  expect(after.history.at(-1)).toMatchObject({ what: '转交', note: '离任' })
  await until(async () => (await town.lastWord(after.owner?.id ?? ''))?.includes(before.number) ?? false)
  expect(await town.lastWord(after.owner?.id ?? '')).toContain(`${before.owner?.name}不再任职`)
})

it('a new name for a place is known at once', async () => {
  const scene = await sceneIn(town, '河口村')
  const sample = sampleTownship()
  const village = sample.grid.find((n) => n.name === '河口村')
  const third = sample.grid.filter((n) => n.level === 'she' && n.parentId === village?.id)[2]
  await imported(
    { ...sample, grid: sample.grid.map((n) => (n.id === third?.id ? { ...n, aliases: [...n.aliases, '大槐树底'] } : n)) },
    { replaceSample: false },
  )
  await scene.say(nth(scene.residents, 0), '大槐树底的路灯不亮了')
  const { owner } = await scene.last()
  const roles = nth(await town.people(`q=${owner?.id}`), 0).roles
  expect(roles.some((r) => r.grid === third?.id || sample.grid.find((n) => n.id === r.grid)?.parentId === third?.id)).toBe(true)
})

it('the first real import takes the place of the sample, clock included', async () => {
  await town.advance('P3D')
  const sample = sampleTownship()
  const real = {
    ...sample,
    id: 'qingshan',
    name: '青山镇',
    grid: sample.grid.map((n) =>
      n.level === 'town' ? { ...n, id: 'qingshan', name: '青山镇' } : n.parentId === sample.id ? { ...n, parentId: 'qingshan' } : n,
    ),
  }
  await imported(real, { replaceSample: true })
  await until(async () => Math.abs(Date.now() - new Date(await town.advance('PT0S')).getTime()) < 60_000)
  expect(Math.abs(Date.now() - new Date(await town.advance('PT0S')).getTime())).toBeLessThan(60_000)
  await until(async () => (await town.tickets()).length === 0)
  expect(await town.tickets()).toEqual([])
})
