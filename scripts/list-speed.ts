// npm run list-speed [-- 12000]: how long the office page's lists take over a year of invented matters, for those who see most and least.
import { readSearch } from '../src/domain/matter-search.ts'
import type { Role } from '../src/domain/people.ts'
import { monthOf, yearUntil } from '../src/domain/span.ts'
import type { Desk } from '../src/ports/desk.ts'
import type { MatterQuery } from '../src/ports/office-lists.ts'
import { inventedTown } from './measure/invented-town.ts'

const COUNT = Number(process.argv[2] ?? 12_000)
const TIMES = 20
const NOW = new Date('2026-11-25T09:00:00+08:00')
const READERS: readonly Role[] = ['leader', 'secretary', 'keeper', 'supervisor']
const PLAIN: MatterQuery = {
  ...{ terms: [], state: 'now', place: null, stage: null, kind: null, duty: null, owner: null },
  ...{ late: false, repeated: null, opened: null, due: null },
}

/** What people ask for, and how it is asked. */
const ASKED: Readonly<Record<string, (desk: Desk) => Partial<MatterQuery>>> = {
  'in work': () => ({}),
  everything: () => ({ state: 'all' }),
  'by words': (desk) => ({ state: 'all', terms: readSearch(desk.roster, '水管') }),
  'by two words': (desk) => ({ state: 'all', terms: readSearch(desk.roster, '路灯 密语12') }),
  'by number': (desk) => ({ state: 'all', terms: readSearch(desk.roster, '坪02') }),
  'by person': (desk) => ({ state: 'all', terms: readSearch(desk.roster, '王芳') }),
  'of a 社': () => ({ state: 'all', place: 'V01-S1' }),
  late: () => ({ late: true }),
  repeated: (desk) => ({ state: 'all', repeated: { times: 3, since: yearUntil(desk.now).from } }),
}

const invented = await inventedTown(COUNT, NOW)
const { roster } = invented
const atDesk = <T>(run: (desk: Desk) => Promise<T>) => invented.store.atDesk(invented.town, NOW, run)

/** The middle and the worst of so many times, in milliseconds, the whole transaction with its desk counted. */
async function measured(run: (desk: Desk) => Promise<unknown>): Promise<string> {
  const took: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const from = performance.now()
    await atDesk(run)
    took.push(performance.now() - from)
  }
  took.sort((a, b) => a - b)
  return `${(took[TIMES / 2] ?? 0).toFixed(0)} (${(took.at(-1) ?? 0).toFixed(0)})`
}

console.log(`${COUNT} matters; milliseconds, the middle and the worst of ${TIMES}`)
console.log(['', ...READERS].join('\t'))
const readers = READERS.map((role) => [...roster.people.values()].find((p) => p.roles[0]?.role === role))
const line = async (name: string, ask: (desk: Desk, reader: NonNullable<(typeof readers)[number]>) => Promise<unknown>) => {
  const cells: string[] = []
  for (const reader of readers) if (reader) cells.push(await measured((desk) => ask(desk, reader)))
  console.log([name, ...cells].join('\t'))
}
for (const [name, ask] of Object.entries(ASKED))
  await line(name, (desk, reader) => desk.lists.matters(reader, { ...PLAIN, ...ask(desk) }, null))
await line('calendar', (desk, reader) => desk.lists.dueDays(reader, monthOf('2026-11'), { most: 3, place: null }))
await invented.close()
