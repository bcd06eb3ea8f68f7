// A village group played through the real inbox on a real database, by a clock that only the play moves.

import { chineseCalendar } from '../src/calendar/chinese-calendar.ts'
import { createClassifier } from '../src/classify/classify.ts'
import { defaultSettings } from '../src/domain/settings.ts'
import { moveClock } from '../src/jobs/move-clock.ts'
import { sampleTownship } from '../src/roster/sample.ts'
import { openDatabase } from '../src/store/connect.ts'
import { newRowId } from '../src/store/new-id.ts'
import type { KeyPlace } from '../src/store/sealing/master-key.ts'
import { createStore } from '../src/store/store.ts'
import { applyTownship } from '../src/store/township.ts'
import { standingClock, unspokenEngine } from '../src/wiring/unspoken-engine.ts'

export interface Thread {
  id: string
  /** `t` in seconds from the first message on. */
  messages: { n: number; from: string; t: number; text: string }[]
}

export interface Told {
  label: string
  /** Messages that tell the matter, and those of others who say that they have it too. */
  messages: number[]
  support: number[]
}

export interface Rehearsal {
  play(thread: Thread): Promise<Told[]>
  close(): Promise<void>
}

const MORNING = new Date('2026-11-24T09:30:00+08:00')
const TABLES = [
  'Message',
  'Report',
  'Ticket',
  'TicketEvent',
  'TicketMessage',
  'Follower',
  'Notice',
  'Due',
  'Question',
  'Act',
  'TicketCounter',
]

export async function openRehearsal(databaseUrl: string, key: KeyPlace): Promise<Rehearsal> {
  const { prisma, close } = openDatabase({ url: databaseUrl, key })
  const township = sampleTownship()
  await applyTownship(prisma, township, { sample: true, replaceSample: false })
  const group = township.groups.find((g) => g.kind === 'village')?.id ?? ''
  const { judge } = createClassifier({ duties: township.duties, places: township.grid.flatMap((n) => [n.name, ...n.aliases]) })
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: newRowId })
  const clock = standingClock(MORNING)
  const fault = (what: string, thrown: unknown) => {
    throw new Error(what, { cause: thrown })
  }
  const engine = await unspokenEngine({ store, clock, judge, fault })
  let played = 0

  async function enter(names: ReadonlySet<string>): Promise<Map<string, string>> {
    const ids = new Map([...names].map((name) => [name, `visitor-${played}-${name}`]))
    const people = [...ids].map(([name, id]) => ({ townId: township.id, id, name, onRoster: false, position: 100_000 }))
    await prisma.person.createMany({ data: people })
    await prisma.groupMember.createMany({ data: people.map(({ id }) => ({ townId: township.id, groupId: group, personId: id })) })
    await prisma.town.update({ where: { id: township.id }, data: { rosterVersion: { increment: 1 } } })
    return ids
  }

  async function told(): Promise<Told[]> {
    const tickets = await prisma.ticket.findMany({
      where: { status: { not: 'withdrawn' } },
      orderBy: [{ openedAt: 'asc' }, { number: 'asc' }],
    })
    const followers = await prisma.follower.findMany({})
    const links = await prisma.ticketMessage.findMany({ orderBy: { seq: 'asc' } })
    const messages = new Map((await prisma.message.findMany({ where: { personId: { not: null } } })).map((m) => [m.seq, m]))
    return tickets.map((ticket) => {
      const others = new Set(followers.filter((f) => f.ticketId === ticket.id).map((f) => f.personId))
      const own = links.filter((l) => l.ticketId === ticket.id).flatMap((l) => messages.get(l.seq) ?? [])
      const numbers = (of: typeof own) => of.map((m) => Number(m.id.split('#')[1]))
      return {
        label: ticket.kind,
        messages: numbers(own.filter((m) => !others.has(m.personId ?? ''))),
        support: numbers(own.filter((m) => others.has(m.personId ?? ''))),
      }
    })
  }

  return {
    async play({ messages }) {
      played += 1
      await prisma.$executeRawUnsafe(`TRUNCATE ${TABLES.map((t) => `"${t}"`).join(', ')} CASCADE`)
      await clock.standAt(MORNING)
      const ids = await enter(new Set(messages.map((m) => m.from)))
      for (const { n, from, t, text } of messages.toSorted((a, b) => a.t - b.t || a.n - b.n)) {
        const at = new Date(MORNING.getTime() + t * 1000)
        await moveClock(at, clock, store, engine)
        await store.record([
          {
            town: township.id,
            channel: 'rehearsal',
            id: `${played}#${n}`,
            conversation: `g:${group}`,
            person: ids.get(from) ?? from,
            text,
            quote: null,
            photos: [],
            at,
          },
        ])
        await engine.work()
      }
      await engine.work({ windows: true })
      return told()
    },
    close,
  }
}
