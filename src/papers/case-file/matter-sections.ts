import { dayOf, wallClock } from '../../domain/moments.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName, type Roster } from '../../domain/roster.ts'
import { SATISFACTIONS, type TicketEvent } from '../../domain/ticket.ts'
import { caseFileWords as words } from '../../wording/case-file.ts'
import { fullDay } from '../../wording/dates.ts'
import { ledgerWords, modeWords, satisfactionWords, sourceWords } from '../../wording/ledger.ts'
import { eventNames, kindNames, viaWords } from '../../wording/names.ts'
import { states } from '../../wording/replies.ts'
import { agreed, measured, mediated } from '../dispute-record.ts'
import { type Block, type Section, text } from '../paper.ts'
import type { MatterFile, Said } from './matter.ts'
import { measurementSeen } from './measurement-seen.ts'

/** 2026-11-24 09:05. */
export const moment = (at: Date): string => wallClock(at).slice(0, 16).replace('T', ' ')
const orNot = (at: Date | null): string => (at ? moment(at) : words.notYet)

export function register({ ticket: t, eyes, followers }: MatterFile, roster: Roster): Section {
  const rows = words.registerRows
  return {
    title: words.register,
    apart: true,
    blocks: [
      {
        is: 'facts',
        rows: [
          [rows.label, t.label],
          [rows.openedAt, moment(t.openedAt)],
          [rows.source, t.through ? ledgerWords.through(viaWords[t.through.via]) : sourceWords[t.source]],
          [rows.reporter, eyes.reporter],
          [rows.phone, eyes.phone || words.nobody],
          [rows.place, words.place(placeName(roster, t.place))],
          [rows.kind, kindNames[t.kind]],
          [rows.duty, roster.duties.get(t.duty)?.name ?? t.duty],
          [rows.mode, modeWords[t.mode]],
          [rows.owner, t.owner ? personName(roster, t.owner) : words.nobody],
          [rows.coOwners, t.coOwners.map((id) => personName(roster, id)).join('、') || words.nobody],
          [rows.respondBy, moment(t.respondBy)],
          [rows.respondedAt, orNot(t.respondedAt)],
          [rows.completeBy, moment(t.completeBy)],
          [rows.resolvedAt, orNot(t.resolvedAt)],
          [rows.followers, words.households(followers)],
          [rows.state, states[t.status]],
        ],
      },
    ],
  }
}

/** What was said, as it was said, and what was photographed. */
function saidBlocks({ eyes }: MatterFile, said: readonly Said[]): Block[] {
  let n = 0
  return said.flatMap(({ heard, pictures, lost }): Block[] => {
    const [who, at] = [eyes.name(heard.person), moment(heard.at)]
    const typed = heard.text === '' ? words.onlyPhoto : eyes.text(heard.text)
    return [
      text(words.said(heard.voice ? `${who}${words.spoken}` : who, at, typed)),
      ...pictures.map((picture): Block => {
        n += 1
        return { is: 'picture', picture, caption: words.photo(n, who, at) }
      }),
      ...(lost > 0 ? [text(words.photoGone(lost))] : []),
    ]
  })
}

export function spoken(file: MatterFile): Section {
  const told = saidBlocks(file, file.said)
  // Told by a cadre, or put together from what was said since: then its text is all there is.
  const { ticket: t, eyes } = file
  const whole = text(words.said(eyes.reporter, moment(t.openedAt), eyes.text(t.text)))
  return { title: words.words, apart: true, blocks: told.length > 0 ? told : [whole] }
}

/** Everything that was tried and refused stands in the history, and is no step of the handling. */
const NO_STEP: readonly TicketEvent['what'][] = ['denied']

export function course({ history, eyes }: MatterFile, roster: Roster): Section {
  return {
    title: words.course,
    apart: true,
    blocks: [
      {
        is: 'table',
        head: words.courseHead,
        widths: [3.2, 2.4, 1.8, 5],
        rows: history
          .filter((e) => !NO_STEP.includes(e.what))
          .map((e) => [moment(e.at), eventNames[e.what], e.by === null ? words.byItself : eyes.name(e.by), remark(e, eyes, roster)]),
      },
    ],
  }
}

const asPerson = (value: unknown, roster: Roster): string | null =>
  typeof value === 'string' && roster.people.has(value) ? personName(roster, value) : null

/** To whom, until when, and what was said with it. */
function remark({ data, note, what }: TicketEvent, eyes: MatterFile['eyes'], roster: Roster): string {
  const to = asPerson(data.to ?? data.person ?? data.owner, roster)
  const until = typeof data.until === 'string' && !Number.isNaN(Date.parse(data.until)) ? dayOf(new Date(data.until)) : null
  const said = what === 'rated' ? SATISFACTIONS.find((s) => s === data.satisfaction) : undefined
  const parts = [to && words.to(to), until && words.until(until), said && satisfactionWords[said], note && eyes.text(note)]
  return parts.filter((part) => part).join('；')
}

/** What was found on the spot: visits, progress, and what was measured. */
export function visits(file: MatterFile): Section | null {
  const { history, eyes, dispute, sketches } = file
  const lines = history
    .filter((e) => e.what === 'visited' || e.what === 'progressed')
    .map((e) => text(words.said(`${eyes.name(e.by)}　${eventNames[e.what]}`, moment(e.at), e.note ? eyes.text(e.note) : words.noWords)))
  const photos = saidBlocks(file, [...(file.shown.get('visited') ?? []), ...(file.shown.get('progressed') ?? [])])
  const plots = (dispute?.measurements ?? []).flatMap(({ measurement, by }, i): Block[] => {
    const sketch = sketches[i]
    return sketch ? measured(measurementSeen(measurement, eyes), by, sketch) : []
  })
  const blocks = [...lines, ...photos.filter((b) => b.is === 'picture'), ...plots]
  return blocks.length > 0 ? { title: words.visits, blocks } : null
}

/** Who talked it over with whom, and what each side said. */
export function talks({ history, eyes, dispute }: MatterFile): Section | null {
  const met = history
    .filter((e) => e.what === 'deliberated')
    .map((e) => text(words.said(`${eyes.name(e.by)}　${eventNames.deliberated}`, moment(e.at), e.note ? eyes.text(e.note) : words.noWords)))
  const mediations = (dispute?.mediations ?? []).flatMap((m) =>
    mediated({
      ...m,
      mediation: {
        ...m.mediation,
        parties: m.mediation.parties.map(eyes.party),
        invited: m.mediation.invited.map(eyes.party),
        record: m.mediation.record.map((r) => ({ ...r, text: eyes.text(r.text) })),
      },
    }),
  )
  const blocks = [...met, ...mediations]
  return blocks.length > 0 ? { title: words.talks, blocks } : null
}

export function agreements({ eyes, dispute }: MatterFile): Section | null {
  const blocks = (dispute?.mediations ?? []).flatMap((m) =>
    agreed({
      ...m,
      mediation: {
        ...m.mediation,
        agreement: m.mediation.agreement && { ...m.mediation.agreement, text: eyes.text(m.mediation.agreement.text) },
        performances: m.mediation.performances.map((p) => ({ ...p, text: eyes.text(p.text) })),
      },
    }),
  )
  return blocks.length > 0 ? { title: words.agreements, blocks } : null
}

export function result(file: MatterFile): Section {
  const { ticket: t, eyes, history } = file
  const resolved = history.findLast((e) => e.what === 'resolved')
  const photos = saidBlocks(file, file.shown.get('resolved') ?? []).filter((b) => b.is === 'picture')
  const said = eyes.text(t.resolution ?? '') || words.noWords
  const now = t.waiting ? words.waitingUntil(fullDay(t.waiting.until), eyes.text(t.waiting.reason)) : words.stillRunning
  const ended = history.findLast((e) => e.what === 'rejected' || e.what === 'merged' || e.what === 'withdrawn')
  return {
    title: words.result,
    blocks:
      t.resolvedAt && resolved
        ? [text(`${words.resolvedBy(eyes.name(resolved.by), moment(resolved.at))}${said}`), ...photos]
        : [text(ended ? words.said(eventNames[ended.what], moment(ended.at), ended.note ? eyes.text(ended.note) : words.noWords) : now)],
  }
}

/** Every word that was given on how it was done; no word is no praise. */
export function asked({ ticket: t, eyes, history }: MatterFile): Section {
  const rows = history
    .filter((e) => e.what === 'rated' || e.what === 'reopened')
    .map((e): string[] => {
      const said = SATISFACTIONS.find((s) => s === e.data.satisfaction)
      const solved = e.what === 'reopened' ? words.notSolved : said === 'poor' ? words.notSaid : words.solved
      return [moment(e.at), eyes.name(e.by), solved, said ? satisfactionWords[said] : words.notSaid, e.note ? eyes.text(e.note) : '']
    })
  const silent = t.status === 'closed' && t.satisfaction === null
  return {
    title: words.visitAgain,
    blocks: [
      ...(rows.length > 0 ? [{ is: 'table' as const, head: words.askedHead, widths: [3.2, 1.8, 2, 2.4, 3], rows }] : []),
      ...(silent ? [text(words.noAnswer)] : rows.length === 0 ? [text(words.notAsked)] : []),
    ],
  }
}

export const signing = (served: string, lines: readonly string[]): Section => ({
  title: words.signing,
  apart: true,
  blocks: [text(served), { is: 'signatures', lines }],
})
