import { MINUTE_MS } from '../../domain/durations.ts'
import type { Person } from '../../domain/people.ts'
import { PICTURE_TYPE } from '../../domain/picture.ts'
import type { Ticket, TicketEvent } from '../../domain/ticket.ts'
import { type DisputeRecord, MEASUREMENTS, MEDIATIONS } from '../../measures/ruler/facts.ts'
import { disputeRecordOf, sketchOf } from '../../measures/ruler/record.ts'
import { sketchLines, sketchTitle } from '../../measures/ruler/words.ts'
import { printPhoto } from '../../pictures/print-photo.ts'
import type { Desk, Heard } from '../../ports/desk.ts'
import { caseFileWords as words } from '../../wording/case-file.ts'
import { sayLabels } from '../../wording/labels.ts'
import { sketchPicture } from '../dispute-record.ts'
import type { PaperPicture } from '../paper.ts'
import type { History } from './checks.ts'
import { type Eyes, eyesOf } from './eyes.ts'
import { measurementSeen } from './measurement-seen.ts'

export type PapersDesk = Pick<
  Desk,
  | 'now'
  | 'roster'
  | 'calendar'
  | 'ticket'
  | 'ticketByNumber'
  | 'tickets'
  | 'followers'
  | 'history'
  | 'wordsOf'
  | 'photo'
  | 'cases'
  | 'households'
>

/** One message with its photographs as they are printed. */
export interface Said {
  heard: Heard
  pictures: PaperPicture[]
  /** Photographs that cannot be opened. */
  lost: number
}

/** Everything that stands on record of one matter, looked up before any of it is written down. */
export interface MatterFile {
  ticket: Ticket
  eyes: Eyes
  history: readonly TicketEvent[]
  /** What people said, and what was sent along with a step of the handling. */
  said: readonly Said[]
  shown: ReadonlyMap<TicketEvent['what'], readonly Said[]>
  /** Households that told it, besides the reporter's. */
  followers: number
  dispute: DisputeRecord | null
  sketches: readonly PaperPicture[]
  histories: readonly History[]
}

export async function matterFile(desk: PapersDesk, reader: Person | null, ticket: Ticket): Promise<MatterFile | null> {
  const dispute = await disputeRecordOf(desk, ticket)
  const eyes = await eyesOf(desk, reader, ticket, partiesOf(dispute))
  if (!eyes) return null
  const history = await desk.history(ticket.id)
  const all: Said[] = []
  for (const heard of await desk.wordsOf(ticket.id)) all.push(await saidFrom(desk, heard))
  const stepOf = new Map<TicketEvent['what'], Said[]>(all.flatMap((s) => step(s.heard, history)?.what ?? []).map((what) => [what, []]))
  for (const s of all) stepOf.get(step(s.heard, history)?.what ?? 'opened')?.push(s)
  const sketches: PaperPicture[] = []
  for (const { measurement } of dispute?.measurements ?? []) {
    const m = measurementSeen(measurement, eyes)
    sketches.push(await sketchPicture(sketchOf(m, sketchTitle(ticket.label, m), sketchLines(m))))
  }
  return {
    ...{ ticket, eyes, history, dispute, sketches },
    said: all.filter((s) => step(s.heard, history) === undefined),
    shown: stepOf,
    followers: (await desk.households(ticket.id)) - 1,
    histories: [{ what: words.matter, subject: ticket.id, lines: history }, ...(await disputeHistories(desk, ticket))],
  }
}

const partiesOf = (dispute: DisputeRecord | null): string[] => [
  ...(dispute?.measurements ?? []).flatMap(({ measurement: m }) => m.present),
  ...(dispute?.mediations ?? []).flatMap(({ mediation: m }) => [...m.parties, ...m.invited]),
]

/** A photograph sent along with 办结 or 走访 lies with that step: it is by whoever took it, and of the same minutes. */
const ALONG = 5 * MINUTE_MS
const STEPS: readonly TicketEvent['what'][] = ['visited', 'progressed', 'resolved']
const step = (heard: Heard, history: readonly TicketEvent[]): TicketEvent | undefined =>
  history.findLast((e) => STEPS.includes(e.what) && e.by === heard.person && Math.abs(e.at.getTime() - heard.at.getTime()) < ALONG)

async function saidFrom(desk: Pick<Desk, 'photo'>, heard: Heard): Promise<Said> {
  const pictures: PaperPicture[] = []
  let lost = 0
  for (const { id } of heard.photos) {
    const kept = await desk.photo(id)
    const picture = kept && kept.type !== PICTURE_TYPE ? await printPhoto(kept.bytes) : null
    if (picture) pictures.push(picture)
    else lost += 1
  }
  return { heard, pictures, lost }
}

async function disputeHistories(desk: Pick<Desk, 'cases'>, ticket: Ticket): Promise<History[]> {
  const [plots, talks] = [desk.cases(MEASUREMENTS), desk.cases(MEDIATIONS)]
  const found: History[] = []
  for (const m of await plots.list({ ticket: ticket.id }))
    found.push({ what: sayLabels.measurement(m.number), subject: `${MEASUREMENTS.measure}:${m.id}`, lines: await plots.history(m.id) })
  for (const m of await talks.list({ ticket: ticket.id }))
    found.push({ what: sayLabels.mediation(m.number), subject: `${MEDIATIONS.measure}:${m.id}`, lines: await talks.history(m.id) })
  return found
}
