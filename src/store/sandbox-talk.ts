import { inRef, messageRef, OFFICE_CHANNEL, refOfSandboxId, sandboxId } from '../domain/message-ref.ts'
import { groupIn, personIn } from '../domain/notice.ts'
import type { Roster } from '../domain/roster.ts'
import type { EventName } from '../domain/ticket.ts'
import type { SandboxMessage, SandboxPlace, SandboxView } from '../ports/sandbox.ts'
import { PhotoRefs, VoiceRef } from './columns.ts'
import type { Message } from './generated/client.ts'
import type { Database } from './transaction.ts'

type Talk = Pick<SandboxView, 'messages' | 'spokenSince' | 'lastSeq' | 'lastWords' | 'waiting'>

const MESSAGES = 500
/** What was done on the office page was said there, and answered there. */
const IN_CHAT = { not: OFFICE_CHANNEL }
/** Private chats that are listed; the groups are all listed. */
const PRIVATE_CHATS = 60

/** How the bot and what happened to a matter are called. */
export interface SandboxNames {
  bot: string
  events: Readonly<Record<EventName, string>>
}

const addressOf = ({ id, name }: { id: string; name: string }) => ({ name, url: `/sandbox/photos/${id}` })

/** Pictures are looked at, files are kept. */
function attachedTo(row: Message): Pick<SandboxMessage, 'images' | 'files'> {
  const all = PhotoRefs.parse(row.photos)
  const files = all.filter((p) => p.file).map(addressOf)
  return { images: all.filter((p) => !p.file).map(addressOf), ...(files.length > 0 && { files }) }
}

export const shown = (row: Message, r: Roster, names: SandboxNames): SandboxMessage => ({
  id: sandboxId(messageRef(row.channel, row.id)),
  at: row.at.toISOString(),
  from: row.personId
    ? { id: row.personId, name: r.people.get(row.personId)?.name ?? row.personId, bot: false }
    : { id: 'bot', name: names.bot, bot: true },
  text: row.text,
  ...(row.quoteId && { quote: sandboxId(row.quoteId) }),
  ...(row.voice && { voice: { name: VoiceRef.parse(row.voice)?.name ?? '' } }),
  ...attachedTo(row),
})

const placeOf = (conversation: string): SandboxPlace => {
  const group = groupIn(conversation)
  return group === null ? { person: personIn(conversation) ?? '' } : { group }
}

/** What was said, as the sandbox shows it. */
export function sandboxTalkOf(db: Database, town: () => string, roster: () => Promise<Roster>, names: SandboxNames): Talk {
  const startOf = (conversation: string, id: string) =>
    db.message.findUnique({ where: { townId_channel_id: { townId: town(), ...inRef(refOfSandboxId(id)) }, conversation } })
  return {
    async messages(conversation, { after, before }) {
      const start = after ?? before
      const from = start === undefined ? null : await startOf(conversation, start)
      if (start !== undefined && !from) return 'unknown-start'
      const r = await roster()
      const page = { townId: town(), conversation, channel: IN_CHAT }
      if (from && after !== undefined) {
        const rows = await db.message.findMany({ where: { ...page, seq: { gt: from.seq } }, orderBy: { seq: 'asc' }, take: MESSAGES })
        return rows.map((row) => shown(row, r, names))
      }
      const where = { ...page, ...(from && { seq: { lt: from.seq } }) }
      const rows = await db.message.findMany({ where, orderBy: { seq: 'desc' }, take: MESSAGES })
      return rows.reverse().map((row) => shown(row, r, names))
    },
    async spokenSince(seq, missing) {
      const where = { townId: town(), channel: IN_CHAT, OR: [{ seq: { gt: seq } }, { seq: { in: [...missing] } }] }
      const rows = await db.message.findMany({ where, orderBy: { seq: 'asc' }, take: MESSAGES })
      const r = await roster()
      return rows.map((row) => ({ seq: row.seq, place: placeOf(row.conversation), message: shown(row, r, names) }))
    },
    async lastSeq() {
      const last = await db.message.aggregate({ where: { townId: town() }, _max: { seq: true } })
      return last._max.seq ?? 0n
    },
    async lastWords() {
      // One look at the index for each conversation there may be, however much was said in it.
      const rows = await db.$queryRaw<Message[]>`
        SELECT m.* FROM (
          SELECT 'g:' || id AS conversation FROM "ChatGroup" WHERE "townId" = ${town()} AND NOT gone
          UNION ALL SELECT 'p:' || id FROM "Person" WHERE "townId" = ${town()} AND NOT gone
        ) c CROSS JOIN LATERAL (
          SELECT * FROM "Message" WHERE "townId" = ${town()} AND conversation = c.conversation AND channel <> ${OFFICE_CHANNEL} ORDER BY seq DESC LIMIT 1
        ) m ORDER BY m.at DESC, m.seq DESC`
      const r = await roster()
      const named = rows.map((row) => {
        const person = r.people.get(personIn(row.conversation) ?? '')
        const name = person?.name ?? r.groups.get(groupIn(row.conversation) ?? '')?.name ?? ''
        return { conversation: placeOf(row.conversation), name, roles: person?.roles ?? [], message: shown(row, r, names) }
      })
      const groups = named.filter((w) => 'group' in w.conversation)
      const privates = named.filter((w) => 'person' in w.conversation).slice(0, PRIVATE_CHATS)
      return named.filter((w) => groups.includes(w) || privates.includes(w))
    },
    async waiting(conversation) {
      const reports = await db.report.findMany({ where: { townId: town(), conversation, closedAt: null }, orderBy: { openedAt: 'asc' } })
      const held = await db.notice.aggregate({
        where: { townId: town(), conversation, state: 'due' },
        _count: true,
        _min: { notBefore: true },
      })
      const r = await roster()
      return {
        telling: reports.map((it) => ({
          person: { id: it.personId, name: r.people.get(it.personId)?.name ?? it.personId },
          until: it.closesAt.toISOString(),
        })),
        held: held._min.notBefore && { count: held._count, until: held._min.notBefore.toISOString() },
      }
    },
  }
}
