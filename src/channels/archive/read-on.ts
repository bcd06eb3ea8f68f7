import { DAY_MS, earlier, MINUTE_MS } from '../../domain/durations.ts'
import { isRobot } from '../../domain/whose-id.ts'
import type { Leases } from '../../ports/channel-log.ts'
import type { Cursors } from '../../ports/cursors.ts'
import type { Errands } from '../../ports/errands.ts'
import type { ChannelMessage, Hearing } from '../../ports/hearing.ts'
import type { Diary } from '../wecom/diary.ts'
import type { Consents } from './consent.ts'
import type { ArchivedLine, ArchiveLibrary } from './library.ts'
import { ARCHIVE_MARK, type ArchiveMark, readMark, withLate, withUnopened } from './mark.ts'
import { type Envelope, type Heard, readEnvelope, readHeard, recalledBy } from './talk.ts'

const LIMIT = 1000
const LEASE_MS = 2 * MINUTE_MS
/** What was said longer ago is kept and told of, and not acted on: an answer would come into another talk. */
const LATE_MS = 10 * MINUTE_MS

export interface ReadNeeds {
  library: Pick<ArchiveLibrary, 'fetch'>
  hearing: Pick<Hearing, 'listensTo' | 'hearAll' | 'recalled' | 'caughtUp'>
  consents: Consents
  cursors: Cursors
  leases: Leases
  holder: string
  errands: Pick<Errands, 'add'>
  diary: Diary
  /** What the bot is called. */
  names: readonly string[]
  /** Whether what is spoken can be written down; of what cannot only that somebody spoke is heard. */
  hearsVoices: boolean
  machine(): Date
}

/** How a look ended: all there is was read; another has it; or what stood in the way. */
export type Looked = { read: ArchiveMark } | 'not-ours' | { refused: number } | 'failed' | 'consent-unknown'

/** Reads the archive from where it was left until there is no more. One reader at a time. */
export async function readOn(needs: ReadNeeds): Promise<Looked> {
  const { library, cursors, leases, holder, machine } = needs
  let mark = readMark(await cursors.read(ARCHIVE_MARK), machine())
  while (await leases.take(ARCHIVE_MARK, holder, machine(), LEASE_MS)) {
    const fetched = await library.fetch(mark.seq, LIMIT)
    if (fetched.outcome === 'refused') return { refused: fetched.code }
    if (fetched.outcome === 'failed') {
      needs.diary.warn({ why: fetched.why }, 'the archive’s library failed')
      return 'failed'
    }
    // Less than was asked for may be all that the library could carry.
    if (fetched.lines.length === 0) return { read: await tellLate(needs, mark) }
    const taken = await takeLines(needs, mark, fetched.lines)
    mark = taken.mark
    if (taken.held) return 'consent-unknown'
  }
  return 'not-ours'
}

/** What came too late is told when all of it has come; told again after a crash it is one notice. */
async function tellLate({ hearing }: ReadNeeds, mark: ArchiveMark): Promise<ArchiveMark> {
  if (!mark.late) return mark
  await hearing.caughtUp({ channel: 'wecom-archive', from: new Date(mark.late.from), to: new Date(mark.late.to), why: '' })
  const told = { ...mark, late: null }
  await hearing.hearAll([], { name: ARCHIVE_MARK, value: JSON.stringify(told) })
  return told
}

async function takeLines(
  needs: ReadNeeds,
  before: ArchiveMark,
  lines: readonly ArchivedLine[],
): Promise<{ mark: ArchiveMark; held: boolean }> {
  const { hearing, machine } = needs
  const rooms = new Map<string, boolean>()
  let mark = before
  let batch: ChannelMessage[] = []
  const write = async () => {
    await hearing.hearAll(batch, { name: ARCHIVE_MARK, value: JSON.stringify(mark) })
    batch = []
  }
  for (const line of lines) {
    const envelope = line.talk === null ? null : readEnvelope(line.talk)
    if (envelope?.type === 'agree' || envelope?.type === 'disagree') await needs.consents.changed(envelope.from)
    const asked = envelope && (await isHeard(needs, envelope, mark, rooms))
    if (asked === null && envelope) {
      await write()
      return { mark, held: true }
    }
    const next = { ...(line.talk === null ? withUnopened(mark, machine()) : mark), seq: line.seq }
    if (envelope?.isRecall && asked) {
      // What it takes back may be of this very batch.
      await write()
      const id = recalledBy(envelope)
      if (id !== null) await hearing.recalled({ channel: 'wecom-archive', id })
    } else if (envelope && asked) {
      const isLate = machine().getTime() - envelope.at.getTime() > LATE_MS
      const messages = await messagesOf(needs, envelope, isLate)
      batch.push(...messages)
      mark = isLate && messages.length > 0 ? withLate(next, envelope.at) : next
      continue
    }
    mark = next
  }
  await write()
  return { mark, held: false }
}

/** Whether it is ours to hear: of a bound group, by somebody who agreed. Nothing of any other is looked at. Null: not to be known now. */
async function isHeard(
  { hearing, consents }: ReadNeeds,
  { room, from, at, type }: Envelope,
  { since }: ArchiveMark,
  rooms: Map<string, boolean>,
): Promise<boolean | null> {
  if (room === null || isRobot(from) || at < new Date(since) || type === 'agree' || type === 'disagree') return false
  const bound = rooms.get(room) ?? (await hearing.listensTo('wecom-archive', room))
  rooms.set(room, bound)
  return bound && consents.mayHear(room, from)
}

async function messagesOf(needs: ReadNeeds, envelope: Envelope, isLate: boolean): Promise<ChannelMessage[]> {
  const { names, hearsVoices, errands, machine } = needs
  const heard = readHeard(envelope, names)
  const listens = hearsVoices && !isLate
  for (const { id, voice } of heard) {
    if (voice === null || !listens) continue
    const body = { id, from: envelope.from, room: envelope.room, at: envelope.at.toISOString(), file: voice }
    await errands.add({ key: `archive-voice:${id}`, what: 'archive-voice', body }, machine())
  }
  return heard.filter(({ voice }) => voice === null || !listens).map((it) => messageOf(envelope, it, isLate))
}

const messageOf = ({ from, room, at }: Envelope, { id, text, quote, photos }: Heard, isLate: boolean): ChannelMessage => ({
  ...{ channel: 'wecom-archive', id, sender: { externalId: from, name: null, phone: null } },
  group: room === null ? null : { externalId: room, name: null },
  ...{ text, quote, photos: [], wanted: photos, saidAt: at },
  ...(isLate && { isLate }),
})

/** Data are kept so long. */
export const keptSince = (now: Date): Date => earlier(now, 5 * DAY_MS)
