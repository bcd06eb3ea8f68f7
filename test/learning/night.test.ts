import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { shippedExamples } from '../../src/classify/shipped-examples.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Services, SlowCall } from '../../src/jobs/define-job.ts'
import { retrain } from '../../src/jobs/retrain.ts'
import { createTrainer } from '../../src/learning/trainer.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import type { Opened } from '../../src/store/connect.ts'
import { createStore } from '../../src/store/store.ts'
import { applyTownship } from '../../src/store/township.ts'
import { modelShelfOf } from '../../src/store/trained-models.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

const TOWN = 'jifeng'
const FIRST = new Date('2026-11-25T02:30:00+08:00')
const NEXT = new Date('2026-11-26T02:30:00+08:00')

let fresh: FreshDatabase
let database: Opened
let folder: string
const NONE = { kinds: 0, matter: 0, own: 0, texts: 0 }
let ids = 0

beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase({ url: fresh.url })
  await applyTownship(database.prisma, sampleTownship(), { sample: true, replaceSample: false })
  // A few of the product's examples, so that a night is a moment.
  folder = mkdtempSync(join(tmpdir(), 'shuoshi-examples-'))
  const few = shippedExamples().filter((_, i) => i % 100 === 0)
  writeFileSync(join(folder, 'few.txt'), few.map((e) => `= ${e.duty ?? 'none'}\n${e.text.replaceAll('\n', ' / ')}`).join('\n'))
})
afterAll(async () => {
  await database.close()
  await fresh.close()
  rmSync(folder, { recursive: true, force: true })
})

const store = () => createStore(database.prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: () => `id${++ids}` })

/** One night: what the job said, and what came of its training, where it is waited for. */
async function night(now: Date, waits = true): Promise<string> {
  const calls: SlowCall[] = []
  const services: Services = {
    judge: () => {
      throw new Error('nothing is judged at night')
    },
    model: null,
    listening: null,
    trainer: createTrainer(folder),
    afterwards: (call) => calls.push(call),
  }
  const work = { key: 'retrain', job: 'retrain' as const, at: now, ticket: null, data: {} }
  const outcome = await store().atDesk(TOWN, now, (desk) => retrain.run(desk, work, services))
  for (const call of waits ? calls : []) {
    const then = await call()
    await store().atDesk(TOWN, now, then)
  }
  return outcome
}
const teach = (count: number, at: Date) =>
  store().atDesk(TOWN, at, async (desk) => {
    for (let i = 0; i < count; i++)
      await desk.teach({
        text: `第${ids}回葫芦架搭过来了`,
        kind: 'neighbour',
        duty: 'N-BOUND',
        source: 'reclassified',
        by: 'c',
        rank: 'village',
      })
  })

it('waits until there is enough to learn, trains once, and then waits again', async () => {
  await teach(9, new Date('2026-11-24T10:00:00+08:00'))
  expect(await night(FIRST)).toBe('9 new examples are not enough')
  await teach(3, new Date('2026-11-25T10:00:00+08:00'))
  expect(await night(NEXT)).toBe('training local-20261126-0230 with 12 examples')
  const shelf = modelShelfOf(database.prisma, TOWN)
  const [model, ...others] = await shelf.list()
  expect(others).toEqual([])
  expect(model).toMatchObject({ version: 'local-20261126-0230', examples: 12 })
  expect(model?.state === 'inUse').toBe((await shelf.weights('local-20261126-0230')) !== null)
  expect(await night(new Date('2026-11-27T02:30:00+08:00'))).toBe('0 new examples are not enough')
  // Words that it has learnt from are gone with whoever said them.
  const [one] = await database.prisma.example.findMany({ orderBy: { at: 'asc' }, take: 1 })
  await database.prisma.example.deleteMany({ where: { id: one?.id ?? '' } })
  const after = new Date('2026-11-28T02:30:00+08:00')
  expect(await night(after, false)).toBe('training local-20261128-0230 with 11 examples')
  const scores = { old: NONE, new: NONE }
  await store().atDesk(TOWN, after, (desk) =>
    desk.keepModel({ version: 'of-11', upTo: model?.upTo ?? after, examples: 11, scores, weights: null }),
  )
  expect(await night(new Date('2026-11-29T02:30:00+08:00'))).toBe('0 new examples are not enough')
})
