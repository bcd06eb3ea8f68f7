import { earlier, HOUR_MS } from '../domain/durations.ts'
import { saidId } from '../domain/message-ref.ts'
import { conversationIn, occasionIn } from '../domain/notice.ts'
import { type DueWork, isWork, readWork } from '../ports/due-work.ts'
import type { Waiting } from '../ports/speech.ts'
import type { Place, Store } from '../ports/store.ts'
import { PhotoRefs } from './columns.ts'
import { type DeskOutfit, deskIn } from './desk.ts'
import type { Notice } from './generated/client.ts'
import { isOutage } from './outage.ts'
import { recordMessages, writeMessages } from './record.ts'
import { bringReports, bringTalk } from './sitting/bring.ts'
import { Sitting } from './sitting/sitting.ts'
import { heardFrom } from './talk.ts'
import type { Database, Transaction } from './transaction.ts'
import { taken, takeTurn, turnsOfReports } from './turn.ts'
import { whoseTurn } from './whose-turn.ts'

const OPTIONS = { maxWait: 20_000, timeout: 60_000 }

const always = async (): Promise<boolean> => true

/** What a rehearsal has seen. */
class TakenBack<T> extends Error {
  readonly seen: T
  constructor(seen: T) {
    super('a rehearsal')
    this.seen = seen
  }
}

interface DueRow {
  key: string
  job: string
  at: Date
  ticketId: string | null
  data: unknown
}

const unknownWork = (job: string): string => `nothing that is known: ${job}`
/** The report that this work looks at as it stands, lines that are heard just now and all. */
const reportOf = (due: DueWork | null): string | null =>
  due && (isWork(due, 'close-report') || isWork(due, 'photo-words')) ? due.data.report : null
const workFrom = (row: DueRow): DueWork | null => readWork({ ...row, ticket: row.ticketId })

export function createStore(db: Database, outfit: DeskOutfit): Store {
  const nextUnhandled = (tx: Transaction, { town, conversation }: Place) =>
    tx.message.findFirst({ where: { townId: town, conversation, handledAt: null }, orderBy: { seq: 'asc' } })
  const markHandled = (tx: Transaction, town: string, seq: bigint, now: Date) =>
    tx.message.update({ where: { townId_seq: { townId: town, seq } }, data: { handledAt: now } })

  return {
    ...whoseTurn(db),
    record: (messages, mark) => recordMessages(db, messages, mark),
    isAway: isOutage,
    async towns() {
      const rows = await db.town.findMany({ where: { active: true }, orderBy: { id: 'asc' } })
      return rows.map((r) => r.id)
    },
    handleNext: (place, now, most, handle, goesOn = always) =>
      db.$transaction(async (tx) => {
        if (!(await takeTurn(tx, place))) return 'busy'
        const next = await bringTalk(tx, place, now, most)
        if (!next) return { handled: 0, more: false }
        const sitting = new Sitting(tx, { town: place.town, now }, next.brought)
        const desk = await sitting.desk((through) => deskIn(through, place.town, now, outfit, next.rosterVersion))
        let handled = 0
        for (const heard of next.heard) {
          await handle(desk, heard)
          sitting.handled(heard)
          handled += 1
          if (!sitting.plain || (handled < next.heard.length && !(await goesOn()))) break
        }
        await sitting.write()
        return { handled, more: handled < next.heard.length || handled === most }
      }, OPTIONS),
    giveUp: (place, now, tell) =>
      db.$transaction(async (tx) => {
        const row = await nextUnhandled(tx, place)
        if (!row) return
        await tell(await deskIn(tx, place.town, now, outfit), heardFrom(row))
        await markHandled(tx, place.town, row.seq, now)
      }, OPTIONS),
    endReports: (town, keys, now, run, goesOn = always) =>
      db.$transaction(async (tx) => {
        const rows = await tx.$queryRaw<DueRow[]>`
          SELECT key, job, at, "ticketId", data FROM "Due" WHERE "townId" = ${town} AND key = ANY(${[...keys]}) AND "doneAt" IS NULL ORDER BY at, key FOR UPDATE SKIP LOCKED`
        const asked = rows.map((row) => ({ key: row.key, job: row.job, due: workFrom(row) }))
        const isFree = await turnsOfReports(
          tx,
          town,
          asked.flatMap(({ due }) => reportOf(due) ?? []),
        )
        // What another process puts together just now is found again when that is written.
        const works = asked.filter(({ due }) => isFree(reportOf(due) ?? ''))
        const ended = works.flatMap(({ due }) => (due && isWork(due, 'close-report') ? [due.data.report] : []))
        const { brought, rosterVersion } = await bringReports(tx, town, ended, now)
        const sitting = new Sitting(tx, { town, now }, brought, new Set(works.map((w) => w.key)))
        const desk = await sitting.desk((through) => deskIn(through, town, now, outfit, rosterVersion))
        const outcomes: string[] = []
        for (const { job, due } of works) {
          outcomes.push(due ? await run(desk, due) : unknownWork(job))
          if (!sitting.plain || (outcomes.length < works.length && !(await goesOn()))) break
        }
        await sitting.write()
        const done = works.slice(0, outcomes.length).map((w) => w.key)
        await tx.$executeRaw`UPDATE "Due" d SET "doneAt" = ${now}, outcome = e.outcome
          FROM unnest(${done}::text[], ${outcomes}::text[]) AS e(key, outcome) WHERE d."townId" = ${town} AND d.key = e.key`
        return { ended: done.length, left: works.slice(done.length).map((w) => w.key) }
      }, OPTIONS),
    runDue: (work, now, run) =>
      db.$transaction(async (tx) => {
        const [row] = await tx.$queryRaw<DueRow[]>`
          SELECT key, job, at, "ticketId", data FROM "Due" WHERE "townId" = ${work.town} AND key = ${work.key} AND "doneAt" IS NULL FOR UPDATE SKIP LOCKED`
        if (!row) return false
        const due = workFrom(row)
        const report = reportOf(due)
        if (report !== null && !(await turnsOfReports(tx, work.town, [report]))(report)) return false
        // Marked first: what the run itself sets anew for the ticket must not take this row away.
        await tx.due.update({ where: { townId_key: { townId: work.town, key: work.key } }, data: { doneAt: now } })
        const outcome = due ? await run(await deskIn(tx, work.town, now, outfit), due) : unknownWork(row.job)
        await tx.due.updateMany({ where: { townId: work.town, key: work.key }, data: { outcome } })
        return true
      }, OPTIONS),
    putOff: (work, now, waitMs, also) =>
      db.$transaction(async (tx) => {
        const where = { townId_key: { townId: work.town, key: work.key } }
        const row = await tx.due.findUnique({ where })
        if (!row || row.doneAt) return 0
        const attempts = row.attempts + 1
        await tx.due.update({ where, data: { attempts, retryAt: new Date(Date.now() + waitMs(attempts)) } })
        const due = readWork({ ...row, ticket: row.ticketId })
        if (due) await also(await deskIn(tx, work.town, now, outfit), due, attempts)
        return attempts
      }, OPTIONS),
    tellNext: (place, now, tell) =>
      db.$transaction(async (tx) => {
        if (!(await taken(tx, `tell:${place.town}:${place.conversation}`))) return false
        const where = { townId: place.town, conversation: place.conversation }
        const rows = await tx.notice.findMany({
          where: { ...where, state: 'due', notBefore: { lte: now } },
          orderBy: { seq: 'asc' },
          take: 50,
        })
        if (rows.length === 0) return false
        const said = await saidSince(tx, place, earlier(now, HOUR_MS))
        const desk = await deskIn(tx, place.town, now, outfit)
        await tell(desk.speech, place.conversation, rows.map(waitingFrom), said)
        return true
      }, OPTIONS),
    atDesk: (town, now, run) => db.$transaction(async (tx) => run(await deskIn(tx, town, now, outfit)), OPTIONS),
    async rehearse(message, now, run) {
      const { town, channel, id } = message
      try {
        return await db.$transaction(async (tx) => {
          await writeMessages(tx, town, [message])
          const row = await tx.message.findUniqueOrThrow({ where: { townId_channel_id: { townId: town, channel, id } } })
          // The only way out of a transaction that leaves nothing behind.
          throw new TakenBack(await run(await deskIn(tx, town, now, outfit), heardFrom(row)))
        }, OPTIONS)
      } catch (thrown) {
        if (thrown instanceof TakenBack) return thrown.seen
        throw thrown
      }
    },
  }
}

const waitingFrom = (row: Notice): Waiting => ({
  ...{ key: row.key, ticket: row.ticketId, occasion: occasionIn(row.occasion), text: row.text, brief: row.brief, quote: row.quoteId },
  ...{ urgent: row.urgent, answer: row.answer, mentions: row.mentions, photos: PhotoRefs.parse(row.photos) },
  ...{ dueAt: row.dueAt, expiresAt: row.expiresAt, conversation: conversationIn(row.conversation) },
  aside: row.aside === null ? null : conversationIn(row.aside),
})

/** When a conversation was spoken to; what was urgent is nobody's budget. */
async function saidSince(tx: Transaction, { town, conversation }: Place, since: Date): Promise<Date[]> {
  const said = await tx.message.findMany({
    where: { townId: town, conversation, personId: null, at: { gt: since } },
    orderBy: { at: 'asc' },
    select: { id: true, at: true },
  })
  const urgent = await tx.notice.findMany({
    where: { townId: town, urgent: true, key: { in: said.map((m) => m.id.slice(2)) } },
    select: { key: true },
  })
  const passing = new Set(urgent.map((n) => saidId(n.key)))
  return said.filter((m) => !passing.has(m.id)).map((m) => m.at)
}
