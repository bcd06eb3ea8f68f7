import type { Case, CaseKind } from '../domain/case.ts'
import { chainHash } from '../domain/history.ts'
import { storable } from '../domain/storable.ts'
import { Conflict } from '../ports/desk.ts'
import type { CaseQuery, Cases, Chronicle } from '../ports/measure-desk.ts'
import { asJson, JsonObject } from './columns.ts'
import type { Journal } from './deeds/journal.ts'
import { withErasures } from './forget/with-erasures.ts'
import type { Prisma } from './generated/client.ts'
import { keptHash, toldHash } from './kept-hash.ts'
import type { Transaction } from './transaction.ts'

export function chronicleOf(tx: Transaction, townId: string, journal?: Journal): Chronicle {
  return {
    async append(subject, events) {
      const last = await tx.chronicleLine.findFirst({ where: { townId, subject }, orderBy: { n: 'desc' } })
      let n = last?.n ?? 0
      let hash = last ? toldHash(last.hash) : ''
      const data = storable(events).map((e) => {
        n += 1
        hash = chainHash(hash, subject, n, e)
        return { townId, subject, n, at: e.at, what: e.what, byId: e.by, note: e.note, data: asJson(e.data), hash: keptHash(hash) }
      })
      await tx.chronicleLine.createMany({ data })
      for (const e of events) journal?.line(subject, e.data)
    },
    async of(subject) {
      const rows = await tx.chronicleLine.findMany({ where: { townId, subject }, orderBy: { n: 'asc' } })
      return (await withErasures(tx, townId, rows)).map(({ n, at, what, byId, note, data, hash, erasedBy, leftHash, erasedAt }) => ({
        n,
        at,
        what,
        by: byId,
        note,
        data: JsonObject.parse(data),
        ...{ hash, erasedBy, leftHash, erasedAt },
      }))
    },
  }
}

const PAGE = 200
/** Taken back: nowhere to be seen. */
const UNDONE = 'undone'

/** What is asked for stands in columns; the whole of a case stands beside them as JSON and is parsed by its own shape. */
export function casesOf<T extends Case>(
  tx: Transaction,
  town: string,
  { measure, shape }: CaseKind<T>,
  chronicle: Chronicle,
  journal: Journal,
): Cases<T> {
  const subject = (id: string) => `${measure}:${id}`
  const between = (from: Date | undefined, to: Date | undefined) => ({ ...(from && { gte: from }), ...(to && { lt: to }) })
  const where = (q: CaseQuery<T>): Prisma.MeasureCaseWhereInput => ({
    townId: town,
    measure,
    status: q.statuses ? { in: [...q.statuses] } : { not: UNDONE },
    ...(q.villages && { villageId: { in: [...q.villages] } }),
    ...(q.ticket && { ticketId: q.ticket }),
    ...(q.whose && {
      whole: { path: [...q.whose.at], ...(q.whose.listed ? { array_contains: q.whose.person } : { equals: q.whose.person }) },
    }),
    ...(q.days && { day: { gte: q.days.from, lte: q.days.to } }),
    ...((q.openedFrom || q.openedTo) && { openedAt: between(q.openedFrom, q.openedTo) }),
    ...((q.endedFrom || q.endedTo) && { endedAt: between(q.endedFrom, q.endedTo) }),
    ...(q.after !== undefined && { number: { gt: q.after } }),
  })
  return {
    async byNumber(number) {
      const row = await tx.measureCase.findUnique({ where: { townId_measure_number: { townId: town, measure, number } } })
      return row && row.status !== UNDONE ? shape.parse(row.whole) : null
    },
    async list(q) {
      const rows = await tx.measureCase.findMany({
        where: where(q),
        orderBy: [...(q.days ? [{ day: 'asc' } as const] : []), { number: q.newestFirst ? 'desc' : 'asc' }],
        take: q.limit ?? PAGE,
      })
      return rows.map((r) => shape.parse(r.whole))
    },
    count: (q) => tx.measureCase.count({ where: where(q) }),
    async nextNumber() {
      const key = { townId: town, measure }
      const row = await tx.caseCounter.upsert({
        where: { townId_measure: key },
        create: { ...key, last: 1 },
        update: { last: { increment: 1 } },
      })
      return row.last
    },
    async write(before, after, events) {
      const next = { ...after, version: before ? before.version + 1 : 1 }
      const { id, number, status, village, ticket, day, openedAt, endedAt, version } = next
      const columns = { number, status, villageId: village, ticketId: ticket, day: day ?? null, openedAt, endedAt, version }
      const data = { ...columns, whole: asJson(next) }
      const key = { townId: town, measure, id }
      const save = async () => {
        if (!before) return void (await tx.measureCase.create({ data: { ...key, ...data } }))
        const { count } = await tx.measureCase.updateMany({ where: { ...key, version: before.version }, data })
        if (count === 0) throw new Conflict(id)
      }
      // What nobody did is nobody's to take back.
      await (events.some((e) => e.by !== null) ? journal.watch('MeasureCase', [{ measure, id }], save) : save())
      await chronicle.append(subject(id), events)
      return next
    },
    note: (id, event) => chronicle.append(subject(id), [event]),
    history: (id) => chronicle.of(subject(id)),
  }
}
