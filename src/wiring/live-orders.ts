import { policeMatterOf } from '../classify/police-matter.ts'
import { shiftWorkdays } from '../domain/calendar.ts'
import { dayNumber, minuteOfTime, momentAt } from '../domain/moments.ts'
import { toPerson } from '../domain/notice.ts'
import { monthName } from '../domain/span.ts'
import { ALONE } from '../domain/talk.ts'
import { obey } from '../orders/index.ts'
import type { Judge } from '../ports/judge.ts'
import { matterMeant, monthBefore, spokenDay } from '../roster/sample-course.ts'
import type { PastOrder } from '../roster/sample-orders.ts'
import { type DeskOutfit, deskIn } from '../store/desk.ts'
import type { Transaction } from '../store/transaction.ts'
import type { PastWords } from '../store/write-past.ts'
import { saidAt } from './past-desk.ts'
import type { SampleCast } from './sample-cast.ts'

interface Needs {
  tx: Transaction
  town: string
  outfit: DeskOutfit
  judge: Judge
  morning: Date
  cast: SampleCast
}

/** Obeys what was typed in the past, each order at its own moment, and answers what was said. */
export async function liveOrders(orders: readonly PastOrder[], needs: Needs): Promise<PastWords[]> {
  const { tx, town, outfit, judge, morning, cast } = needs
  const day = (n: number): number => shiftWorkdays(dayNumber(morning), n, outfit.calendar)
  const words: PastWords[] = []
  for (const [n, order] of orders.entries()) {
    const at = momentAt(day(-order.daysBefore), minuteOfTime(order.at))
    const by = cast.who(order.by)
    const desk = await deskIn(tx, town, at, outfit)
    const person = desk.roster.people.get(by)
    if (!person) throw new Error(`there is no ${order.by}`)
    const told = matterMeant(order.text)
    const [matter] = told ? await desk.tickets({ words: told, newestFirst: true, limit: 1 }) : []
    const text = filledIn(order.text, matter?.label ?? '', (id) => desk.roster.people.get(id)?.name ?? '')
    const id = `past-order-${n + 1}`
    words.push({ channel: 'sandbox', id, conversation: toPerson(by), person: by, text, at, tickets: [] })
    const silent = { ...desk, notify: async (drafts: Parameters<typeof desk.notify>[0]) => void words.push(...saidAt(at, drafts)) }
    const spoken = { person, conversation: toPerson(by), messageId: `sandbox:${id}`, text, quotedTickets: [], quote: null, photos: [] }
    const outcome = await obey(silent, spoken, {
      judge: (line) => judge(line, ALONE),
      policeMatter: policeMatterOf,
      before: async () => {},
      hearOut: async () => [],
      hear: async () => {},
    })
    if (!outcome.handled) throw new Error(`no order: ${text}`)
    for (const [i, reply] of outcome.replies.entries())
      words.push(
        ...saidAt(at, [{ key: `reply:${id}:${i}`, to: toPerson(by), ticket: reply.ticket ?? null, occasion: 'reply', text: reply.text }]),
      )
  }
  return words

  function filledIn(text: string, label: string, nameOf: (id: string) => string): string {
    return text.replace(/\{([^}]+)\}/gu, (_, what: string) => {
      const [, days] = /^([+-]\d+)$/u.exec(what) ?? []
      if (days) return spokenDay(day(Number(days)))
      const month = monthBefore(what, monthName(morning))
      if (month) return month
      return matterMeant(`{${what}}`) ? label : nameOf(cast.who(what))
    })
  }
}
