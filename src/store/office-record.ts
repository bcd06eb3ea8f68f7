import { messageRef, OFFICE_CHANNEL } from '../domain/message-ref.ts'
import { toPerson } from '../domain/notice.ts'
import type { Answered, MatterOnRecord } from '../ports/office.ts'
import { COLUMNS, JsonObject, PhotoRefs } from './columns.ts'
import { withErasures } from './forget/with-erasures.ts'
import { ticketFrom } from './ticket-row.ts'
import type { Database } from './transaction.ts'

export interface OfficeRecord {
  matter(town: string, label: string): Promise<MatterOnRecord | null>
  photo(town: string, id: string): Promise<{ type: string; bytes: Uint8Array } | null>
  answerTo(town: string, person: string, id: string): Promise<Answered | null>
  pulse(town: string): Promise<string>
}

/** What the office page reads; what of it may be shown to whom is not decided here. */
export const officeRecordOf = (db: Database): OfficeRecord => ({
  async matter(townId, label) {
    const row = await db.ticket.findUnique({ where: { townId_label: { townId, label } } })
    if (!row) return null
    const of = { townId, ticketId: row.id }
    const [links, history, followers] = await Promise.all([
      db.ticketMessage.findMany({ where: of, select: { seq: true } }),
      db.ticketEvent.findMany({ where: of, orderBy: { n: 'asc' } }),
      db.follower.findMany({ where: of, orderBy: { at: 'asc' }, select: { personId: true } }),
    ])
    const messages = await db.message.findMany({ where: { townId, seq: { in: links.map((l) => l.seq) } }, orderBy: { seq: 'asc' } })
    return {
      ticket: ticketFrom(row),
      followers: followers.map((f) => f.personId),
      said: messages.map((m) => ({ at: m.at, person: m.personId, text: m.text, photos: PhotoRefs.parse(m.photos) })),
      history: (await withErasures(db, townId, history)).map(({ n, at, what, byId, note, data, hash, erasedBy, leftHash, erasedAt }) => ({
        ...{ n, at, by: byId, note, hash, erasedBy, leftHash, erasedAt },
        ...{ what: COLUMNS.TicketEvent.what.parse(what), data: JsonObject.parse(data) },
      })),
    }
  },
  photo: (townId, id) => db.photo.findUnique({ where: { townId_id: { townId, id } }, select: { type: true, bytes: true } }),
  async answerTo(townId, personId, id) {
    const message = await db.message.findUnique({ where: { townId_channel_id: { townId, channel: OFFICE_CHANNEL, id } } })
    if (message?.personId !== personId) return null
    const onPage = messageRef(OFFICE_CHANNEL, id)
    const notices = await db.notice.findMany({ where: { townId, onPage, conversation: toPerson(personId) }, orderBy: { seq: 'asc' } })
    // What it wrote has its very moment.
    const act = message.handledAt && (await db.act.findFirst({ where: { townId, personId, at: message.handledAt } }))
    return { texts: notices.map((n) => n.text), done: act !== null }
  },
  async pulse(townId) {
    const [row] = await db.$queryRaw<{ pulse: string }[]>`
      SELECT concat_ws('.',
        (SELECT max(seq) FROM "Message" WHERE "townId" = ${townId}),
        (SELECT floor(extract(epoch FROM max(at)) * 1000)::bigint FROM "TicketEvent" WHERE "townId" = ${townId})) AS pulse`
    return row?.pulse ?? ''
  },
})
