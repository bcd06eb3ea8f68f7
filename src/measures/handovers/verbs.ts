import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import type { PoliceMatter } from '../../domain/police-matter.ts'
import { personName } from '../../domain/roster.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Desk } from '../../ports/desk.ts'
import { callLine } from '../../tickets/call-line.ts'
import { type FactsDesk, homeOf } from '../../tickets/facts.ts'
import { sayLabels } from '../../wording/labels.ts'
import { changeCase, openCase } from '../cases.ts'
import { type Destination, HANDOVERS, type Handover, theirDue } from './facts.ts'
import * as say from './words.ts'

declare module '../../domain/notice.ts' {
  interface MeasureOccasions extends Record<'handover' | 'police', true> {}
}

type Fresh = Pick<Handover, 'to' | 'reference' | 'text' | 'matter' | 'by' | 'reporter' | 'village' | 'ticket'> & { due?: Date | null }

async function open(desk: Pick<Desk, 'now' | 'calendar' | 'newId' | 'cases'>, of: Fresh): Promise<Handover> {
  const fresh = { ...of, status: 'sent' as const, answer: null, due: of.due ?? theirDue(of.to, desk.now, desk.calendar) }
  return openCase(desk, HANDOVERS, of.by === null ? null : { id: of.by }, 'sent', fresh, of.reference)
}

/** A matter goes to another office as well; its own clock runs on beside theirs, and whoever told it hears where it is. */
export async function sendTicket(
  desk: Pick<Desk, 'now' | 'calendar' | 'newId' | 'append' | 'notify' | 'cases'>,
  by: Person,
  ticket: Ticket,
  to: Destination,
  reference: string | null,
  due: Date | null,
): Promise<Handover> {
  const handover = await open(desk, {
    to,
    reference,
    text: '',
    matter: null,
    by: by.id,
    reporter: ticket.reporter,
    village: ticket.village,
    ticket: ticket.id,
    due,
  })
  const note = `${sayLabels.handover(handover.number)} ${say.destinationWords[to].name} ${reference ?? ''}`.trim()
  await desk.append(ticket.id, [{ at: desk.now, what: 'added', by: by.id, note, data: {} }])
  if (ticket.reporter && ticket.reporter !== by.id) {
    const text = say.sentForReporter(ticket.label, to, reference, handover.due, desk.now)
    await desk.notify([{ key: `handover:${handover.id}`, to: toPerson(ticket.reporter), ticket: ticket.id, occasion: 'handover', text }])
  }
  return handover
}

/** What is for the police: no ticket, nothing in the group; a word to whoever told it, and one to the duty cadre. */
export async function handToPolice(
  desk: FactsDesk & Pick<Desk, 'newId' | 'notify' | 'cases'>,
  told: { matter: PoliceMatter; reporter: string; village: string; text: string; key: string },
): Promise<Handover> {
  const { matter, reporter, village, text, key } = told
  const handover = await open(desk, { to: 'police', reference: null, text, matter, by: null, reporter, village, ticket: null })
  const named = [...desk.roster.people.values()].filter((p) => text.includes(p.name)).map((p) => p.id)
  const [duty] = callLine(desk, { place: village, about: named, reporter })
  const duties = personName(desk.roster, duty ?? null)
  const who = personName(desk.roster, reporter)
  await desk.notify([
    {
      key: `${key}:reporter`,
      to: toPerson(reporter),
      ticket: null,
      occasion: 'police' as const,
      text: say.forReporter(matter, duties),
      answer: true,
    },
    ...(duty
      ? [
          {
            key: `${key}:duty`,
            to: toPerson(duty),
            ticket: null,
            occasion: 'police' as const,
            text: say.forDuty(handover.number, matter, homeOf(desk.roster, reporter), who, text.replaceAll('\n', '，')),
          },
        ]
      : []),
  ])
  return handover
}

/** What came back: an answer, or the matter itself. The reporter hears an answer in the words of whoever wrote it down. */
export async function recordAnswer(
  desk: Pick<Desk, 'now' | 'ticket' | 'notify' | 'cases'>,
  by: Person,
  h: Handover,
  status: 'answered' | 'returned',
  text: string,
): Promise<Handover> {
  const after = await changeCase(desk, HANDOVERS, by, h, status, { status, answer: text || null, endedAt: desk.now }, text || null)
  const ticket = h.ticket ? await desk.ticket(h.ticket) : null
  if (status === 'answered' && h.reporter && text !== '')
    await desk.notify([
      {
        key: `handover:${h.id}:${after.version}`,
        to: toPerson(h.reporter),
        ticket: h.ticket,
        occasion: 'handover',
        text: say.answeredForReporter(ticket?.label ?? null, h.to, text.replace(/。$/u, '')),
      },
    ])
  return after
}

/** A number or a date that came later. */
export const amend = (
  desk: Pick<Desk, 'now' | 'cases'>,
  by: Person,
  h: Handover,
  changes: Partial<Pick<Handover, 'reference' | 'due'>>,
): Promise<Handover> => changeCase<Handover>(desk, HANDOVERS, by, h, 'amended', changes, changes.reference ?? null)
