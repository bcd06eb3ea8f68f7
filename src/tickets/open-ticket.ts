import { atHome, type Judgement } from '../domain/judgement.ts'
import { inRef } from '../domain/message-ref.ts'
import { findPlace } from '../domain/places.ts'
import { gridOf, type Roster } from '../domain/roster.ts'
import { isPrivate, type Through, type Ticket, type TicketEvent } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import type { Requests } from '../ports/requests.ts'
import { handedNote } from '../wording/api.ts'
import { aboutWhom } from './about-whom.ts'
import { chooseCoOwners, chooseOwner } from './choose-owner.ts'
import { clocksOf, hazardClocksOf } from './clocks.ts'
import { type CommitDesk, commitTicket } from './commit.ts'
import type { FactsDesk } from './facts.ts'
import { noticesOfOpening } from './opening-notices.ts'

export interface Opening {
  judgement: Judgement
  reporter: string | null
  village: string
  text: string
  source: Ticket['source']
  messages: readonly Heard[]
  /** The group it was said in. */
  group: string | null
  /** Who had it opened, when that is not the reporter: a clerk's 是, a cadre's 登记. */
  by?: string
  /** 别说是我说的: not spoken of in the group. */
  hidden?: boolean
  /** The reporter is not on WeChat. */
  through?: Through
}

const FALLBACK = { village: 'V-OTHER', neighbour: 'N-OTHER', household: 'H-OTHER' } as const

export function dutyFor(roster: Roster, judgement: Pick<Judgement, 'kind' | 'duty'>) {
  const kind = judgement.kind === 'none' ? 'village' : judgement.kind
  const named = judgement.duty ? roster.duties.get(judgement.duty) : undefined
  const duty =
    named?.kind === kind ? named : (roster.duties.get(FALLBACK[kind]) ?? [...roster.duties.values()].find((d) => d.kind === kind))
  if (!duty) throw new Error(`the duty list has no line for ${kind}`)
  return duty
}

/** 坪07: the village's short name and a running number, at least two digits. */
const labelOf = (roster: Roster, village: string, number: number): string =>
  `${roster.nodes.get(village)?.short ?? ''}${String(number).padStart(2, '0')}`

export type OpenDesk = CommitDesk & FactsDesk & Pick<Desk, 'newId' | 'nextNumber' | 'attach'> & { requests: Pick<Requests, 'handedBy'> }

/** Opens a ticket: number, duty, owner past whom it is about, both deadlines, receipt, new work, calls. */
export async function openTicket(desk: OpenDesk, o: Opening): Promise<Ticket> {
  const { roster } = desk
  const duty = dutyFor(roster, o.judgement)
  const home = o.reporter ? gridOf(roster, o.reporter) : null
  const said = findPlace(roster, o.village, [...o.judgement.places, o.text])
  const routeFrom = doorOf(roster, said, home, o.village)
  const accused = aboutWhom(roster, o.judgement, o.text, o.village, routeFrom, o.reporter, duty)
  const { about } = accused
  const { danger } = o.judgement
  const sensitivity = accused.complaint ? 'cadre' : (o.judgement.sensitivity ?? atHome(danger))
  const owner = chooseOwner(roster, duty, routeFrom, accused, danger !== null)
  const number = await desk.nextNumber(o.village)
  const base = { countedFrom: desk.now, danger, sensitivity }
  const ticket: Ticket = {
    id: desk.newId(),
    label: labelOf(roster, o.village, number),
    number,
    village: o.village,
    place: said ?? o.village,
    kind: duty.kind,
    duty: duty.code,
    title: o.judgement.title,
    text: o.text,
    source: o.source,
    group: o.group,
    stage: 'triage',
    status: 'open',
    mode: duty.mode,
    owner,
    // Danger at home is told to those who are called and to nobody else.
    coOwners: danger && sensitivity ? [] : chooseCoOwners(roster, duty, routeFrom, owner, about),
    reporter: o.reporter,
    through: o.through ?? null,
    about,
    hidden: o.hidden ?? false,
    openedAt: desk.now,
    ...base,
    ...(o.judgement.hazard && duty.kind === 'village' ? hazardClocksOf : clocksOf)(base, duty, desk.calendar),
    acceptedAt: null,
    respondedAt: null,
    resolvedAt: null,
    endedAt: null,
    resolution: null,
    solved: null,
    satisfaction: null,
    waiting: null,
    extensions: 0,
    extensionAsked: null,
    supervisor: null,
    mergedInto: null,
    evidence: [],
    reopened: 0,
    version: 1,
  }
  const event: TicketEvent = {
    at: desk.now,
    what: 'opened',
    by: o.by ?? o.reporter,
    note: null,
    data: {
      title: ticket.title,
      kind: ticket.kind,
      duty: ticket.duty,
      owner,
      private: isPrivate(ticket),
      reason: o.judgement.reason,
      version: o.judgement.version,
      ...(o.judgement.hazard && { hazard: true }),
    },
  }
  const written = await commitTicket(desk, null, ticket, [event], (now) => noticesOfOpening(desk, now, o))
  await desk.attach(written.id, o.messages)
  if (o.source === 'handed') await noteWhoHanded(desk, written, o.messages)
  return written
}

/** Whose number it has over there, for whoever takes it on. */
async function noteWhoHanded(desk: OpenDesk, ticket: Ticket, [first]: readonly Heard[]): Promise<void> {
  const by = first && (await desk.requests.handedBy(inRef(first.id).id))
  if (by) await desk.append(ticket.id, [{ at: desk.now, what: 'added', by: null, note: handedNote(by.name, by.reference), data: {} }])
}

/** A keeper is looked for where it happened; where nobody said so, at the reporter's own door. */
const doorOf = (roster: Roster, said: string | null, home: string | null, village: string): string => {
  if (!home || roster.nodes.get(home)?.level !== 'ten') return said ?? village
  if (!said) return home
  return roster.nodes.get(home)?.parentId === said ? home : said
}
