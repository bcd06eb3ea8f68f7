import { type Calendar, shiftWorkdays } from '../domain/calendar.ts'
import { messageRef } from '../domain/message-ref.ts'
import { dayNumber, minuteOfTime, momentAt } from '../domain/moments.ts'
import { toGroup, toPerson } from '../domain/notice.ts'
import type { Roster } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Judge } from '../ports/judge.ts'
import { pastOrder } from '../roster/sample-course.ts'
import type { PastDeed, PastMatter } from '../roster/sample-season.ts'
import type { Lived, PastWords } from '../store/write-past.ts'
import { moveTicket } from '../tickets/move-ticket.ts'
import type { MoveDetail } from '../tickets/moves/define-move.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { openPastDesk } from './past-desk.ts'
import type { SampleCast } from './sample-cast.ts'

const YEAR = 364

interface Needs {
  roster: Roster
  calendar: Calendar
  judge: Judge
  morning: Date
  /** Nothing that follows by itself is lived beyond this moment. */
  until: Date
  homes: SampleCast['homes']
}

/** Lives matters at a desk in memory, each deed at its own moment, by whoever it is due. */
export async function liveSeason(matters: readonly PastMatter[], needs: Needs): Promise<{ lived: Lived; words: PastWords[] }> {
  const { roster, calendar, morning } = needs
  const desk = openPastDesk(roster, calendar)
  const heard: PastWords[] = []
  const told = (m: PastMatter, after: number, at: string): Date => {
    const base = shiftWorkdays(dayNumber(morning) - (m.lastYear ? YEAR : 0), -m.daysBefore, calendar)
    return momentAt(after > 0 ? shiftWorkdays(base, after, calendar) : base, minuteOfTime(at))
  }
  for (const [n, matter] of matters.entries()) {
    const { group, node, people } = needs.homes(matter.village)
    const reporter = people[matter.household % people.length] ?? ''
    const at = told(matter, 0, matter.at)
    const line = { id: `past-season-${n + 1}`, conversation: toGroup(group), person: reporter, text: matter.text, at }
    const judgement = needs.judge(matter.text, { before: [], cadre: false, toBot: false, matter: true })
    const message = { ...line, id: messageRef('sandbox', line.id), seq: 0n, quote: null, photos: [], voice: null, report: null }
    let ticket = await openTicket(desk.at(at), {
      ...{ judgement, reporter, village: node, text: matter.text, source: 'group', messages: [message], group },
    })
    heard.push({ channel: 'sandbox', ...line, tickets: [ticket.id] })
    for (const [i, deed] of matter.deeds.entries()) {
      const when = told(matter, deed.after, deed.at)
      const by = deed.move === 'confirm' || deed.move === 'reopen' ? reporter : (ticket.owner ?? '')
      ticket = await done(ticket, deed, by, when)
      const text = pastOrder(deed, ticket.label, deed.until === undefined ? null : workday(deed.until))
      heard.push({ channel: 'sandbox', id: `${line.id}-${i + 1}`, conversation: toPerson(by), person: by, text, at: when, tickets: [] })
    }
    await closeInSilence(ticket)
  }
  // Last year's talk is long gone; its matters stay.
  const since = momentAt(dayNumber(morning) - YEAR / 2, 0)
  const words = [...heard, ...desk.words].filter((w) => w.at >= since)
  return { lived: desk.lived(), words }

  function workday(n: number): Date {
    return momentAt(shiftWorkdays(dayNumber(morning), n, calendar), minuteOfTime('09:00'))
  }

  async function done(ticket: Ticket, deed: PastDeed, by: string, when: Date): Promise<Ticket> {
    const person = roster.people.get(by)
    const detail: MoveDetail = {
      ...(deed.note !== undefined && { note: deed.note }),
      ...(deed.satisfaction && { satisfaction: deed.satisfaction }),
      ...(deed.until !== undefined && { until: workday(deed.until) }),
      ...(deed.move === 'deliberate' && { talk: 'result' as const }),
    }
    const moved = await moveTicket(desk.at(when), person ?? null, ticket, deed.move, detail)
    if (!('ticket' in moved)) throw new Error(`${ticket.label} ${deed.move}: ${JSON.stringify(moved)}`)
    return moved.ticket
  }

  /** Nobody said a word: the clock closes it when its time has come. */
  async function closeInSilence(ticket: Ticket): Promise<void> {
    const [work] = desk.due.get(ticket.id) ?? []
    if (work?.job !== 'close-silent' || work.at >= needs.until) return
    await moveTicket(desk.at(work.at), null, ticket, 'closeSilently', {})
  }
}
