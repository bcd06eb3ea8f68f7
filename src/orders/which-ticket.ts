import { groupIn } from '../domain/notice.ts'
import { placeName } from '../domain/place-name.ts'
import { isPrivate, type Ticket } from '../domain/ticket.ts'
import type { Desk } from '../ports/desk.ts'
import type { Question } from '../ports/question.ts'
import { wordsBeside } from '../reading/named-words.ts'
import type { TicketRef } from '../reading/ticket-ref.ts'
import { shortOf } from '../tickets/facts.ts'
import { textOf } from '../tickets/is-matter.ts'
import type { MoveDesk } from '../tickets/move-ticket.ts'
import { type OpenDesk, openTicket } from '../tickets/open-ticket.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { noneThen } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { followedReport } from './answers.ts'
import type { CallOf, Reply } from './define-command.ts'
import type { Retold } from './yes-no.ts'

const named = wordsBeside(import.meta.url, 'which-ticket')

/** 都不是, 新的: none of the offered. */
export const NONE_OF_THEM = named('none-of-them', 'whole')
const TAIL = named('tail')
const HEAD = named('head')

/** The answer to 是“凤05 路灯”还是“凤06 垃圾”？: its number, its thing, its place, or none of them. `isOrder`: 查路灯 is no answer. */
export async function whichAnswered(
  call: CallOf<keyof MoveDesk | keyof OpenDesk | 'answered' | 'report' | 'ticket' | 'ticketByNumber'>,
  question: Question<'whichTicket'>,
  words: string,
  ref: TicketRef | null,
  isOrder: boolean,
): Promise<Reply[] | Retold | null> {
  const { desk, spoken } = call
  const isPrivateTalk = groupIn(spoken.conversation) === null || spoken.quote !== null
  if (NONE_OF_THEM.test(words) && (words !== '不是' || isPrivateTalk)) return none(call, question)
  const options = await optionsOf(call, question)
  const byNumber =
    ref?.rest === '' ? options.filter((t) => t.number === ref.number && (ref.village === null || t.label.startsWith(ref.village))) : []
  const [only, second] = byNumber.length > 0 ? byNumber : isPrivateTalk && !isOrder ? called(call, options, words) : []
  if (!only || second) return null
  if ('say' in question.data) {
    await desk.answered(question.id)
    return { say: question.data.say.replace('%s', only.label) }
  }
  const report = await desk.report(question.data.report)
  return report && followedReport(call, question, report, only)
}

async function optionsOf({ desk }: CallOf<'roster' | 'ticket' | 'ticketByNumber'>, { data }: Question<'whichTicket'>): Promise<Ticket[]> {
  const found: Ticket[] = []
  for (const said of data.options) {
    const ticket = 'say' in data ? await byLabel(desk, said) : await desk.ticket(said)
    if (ticket) found.push(ticket)
  }
  return found
}

async function byLabel(desk: Pick<Desk, 'roster' | 'ticketByNumber'>, label: string): Promise<Ticket | null> {
  const [, short, number] = /^(.*?)(\d+)$/u.exec(label) ?? []
  const village = [...desk.roster.nodes.values()].find((n) => short && n.short === short)
  return village ? desk.ticketByNumber(village.id, Number(number)) : null
}

/** 垃圾, 三社那个, 水管的事: the one among them that goes by these words. */
function called({ desk }: CallOf<'roster'>, options: readonly Ticket[], words: string): Ticket[] {
  const thing = words.replace(HEAD, '').replace(TAIL, '').trim()
  if (thing === '' || thing.length > 8) return []
  const fits = (t: Ticket): boolean => {
    // A little more than the name is still the name; much more is something else.
    const near = (name: string) => name.length > 1 && thing.includes(name) && thing.length - name.length < 3
    const names = [shortOf(desk.roster, t), t.title, ...(isPrivate(t) ? [] : [placeName(desk.roster, t.place)])]
    return names.some((name) => name.includes(thing) || near(name))
  }
  return options.filter(fits)
}

/** Of a report it is then a matter of its own; of an order nothing is done. */
async function none(call: CallOf<keyof OpenDesk | 'answered' | 'report'>, question: Question<'whichTicket'>): Promise<Reply[]> {
  const { desk, services } = call
  await desk.answered(question.id)
  const report = 'say' in question.data ? null : await desk.report(question.data.report)
  if (!report) return privately(noneThen)
  const text = textOf(report)
  const judged = services.judge(text)
  const kind = judged.kind === 'none' ? ('village' as const) : judged.kind
  const group = groupIn(report.conversation)
  await openTicket(desk, {
    judgement: { ...judged, kind, title: judged.title || text.slice(0, 16) },
    reporter: report.person,
    village: villageOfWords(desk.roster, report.conversation, report.person, text),
    text,
    source: group ? 'group' : 'direct',
    messages: report.messages,
    group: group && desk.roster.groups.get(group)?.kind === 'village' ? group : null,
  })
  return []
}
