import { DAY_MS, earlier } from '../../domain/durations.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { worthAWord } from '../../domain/remind.ts'
import { personName, villagesOf } from '../../domain/roster.ts'
import { monthOf } from '../../domain/span.ts'
import type { Desk } from '../../ports/desk.ts'
import { line } from '../../wording/digests.ts'
import { sayLabels, standing } from '../../wording/labels.ts'
import { defineWing, madeBy } from '../define-wing.ts'
import type { Cell, MorningLine } from '../measure.ts'
import { confirmBy, MEASUREMENTS, MEDIATIONS, muOf } from './facts.ts'
import { courtConfirmed, mediationAgreement, mediationFailed, mediationRecord, performed, print, ruler } from './orders.ts'
import { measurementPages, mediationPages } from './pages.ts'
import * as say from './words.ts'

const MANY = 5000

/** The matters these lie with, without those that are about the reader. */
async function labelled<T extends { ticket: string }>(
  desk: Pick<Desk, 'ticket'>,
  list: readonly T[],
  reader: Person | null,
): Promise<{ m: T; label: string }[]> {
  const found: { m: T; label: string }[] = []
  for (const m of list) {
    const ticket = await desk.ticket(m.ticket)
    if (!reader || !ticket?.about.includes(reader.id)) found.push({ m, label: ticket?.label ?? '' })
  }
  return found
}

/** 一把尺子衡量: land measured, disputes mediated. */
export const rulerWing = defineWing({
  orders: [ruler, print, mediationRecord, mediationAgreement, mediationFailed, performed, courtConfirmed],
  /** Counts of the month. The day has nothing of its own: what is due is told in the morning. */
  dayLines: null,
  async monthLines(desk, person, month) {
    const { from, to } = monthOf(month)
    const query = { villages: villagesOf(desk.roster, person), openedFrom: from, openedTo: to, limit: MANY }
    const plots = await desk.cases(MEASUREMENTS).list(query)
    const talks = await desk.cases(MEDIATIONS).list(query)
    const count = (...statuses: string[]) => talks.filter((m) => statuses.includes(m.status)).length
    const agreed = plots.filter((m) => m.status === 'agreed').length
    const words = say.monthWords(plots.length, agreed, {
      agreed: count('agreed'),
      failed: count('failed', 'refused'),
      talking: count('talking'),
    })
    return line(4.4, words)
  },
  sheets: [
    /** Figures and outcomes; who the two parties are stands in the file of the matter only. */
    {
      ...say.measurementSheet,
      async rows(desk, { from, to }, reader) {
        const list = await desk.cases(MEASUREMENTS).list({ openedFrom: from, openedTo: to, limit: MANY })
        const rows: Cell[][] = []
        for (const { m, label } of await labelled(desk, list, reader))
          rows.push([
            ...[sayLabels.measurement(m.number), label, m.openedAt, m.village ? placeName(desk.roster, m.village) : ''],
            ...[m.figure.corners.length, m.figure.perimeter, m.figure.area, muOf(m.figure.area), m.figure.closing],
            ...[m.present.length, say.wordShort(m.first), say.wordShort(m.second), personName(desk.roster, m.by)],
          ])
        return rows
      },
    },
    {
      ...say.mediationSheet,
      async rows(desk, { from, to }, reader) {
        const list = await desk.cases(MEDIATIONS).list({ openedFrom: from, openedTo: to, limit: MANY })
        const rows: Cell[][] = []
        for (const { m, label } of await labelled(desk, list, reader))
          rows.push([
            ...[sayLabels.mediation(m.number), label, m.openedAt, m.village ? placeName(desk.roster, m.village) : ''],
            ...[personName(desk.roster, m.mediator), m.record.length, say.mediationStates[m.status]],
            ...[m.agreement ? say.agreementForms[m.agreement.form] : '', m.agreement?.at ?? null],
            ...[m.performances.length, m.performances.filter((p) => p.done).length, confirmBy(m), m.confirmedAt],
          ])
        return rows
      },
    },
  ],
  /** What was agreed for a day, and the last day on which both may ask the court to confirm it: to the mediator. */
  morning: async (desk) => {
    const lines: MorningLine[] = []
    const since = earlier(desk.now, 400 * DAY_MS)
    for (const m of await desk.cases(MEDIATIONS).list({ statuses: ['agreed'], endedFrom: since, limit: 2000 })) {
      const by = confirmBy(m)
      const asked = by && !m.confirmedAt ? worthAWord(by, desk.now, desk.calendar) : null
      const owed = m.performances.flatMap((p) => {
        const at = p.done ? null : worthAWord(p.due, desk.now, desk.calendar)
        return at ? [{ text: p.text, at }] : []
      })
      if (owed.length === 0 && !(asked && 'left' in asked)) continue
      const ticket = await desk.ticket(m.ticket)
      if (!ticket || ticket.about.includes(m.mediator)) continue
      for (const { text, at } of owed) lines.push({ person: m.mediator, text: say.performanceLine(ticket.label, text, standing(at)) })
      // A day that has passed cannot be asked for any more.
      if (asked && 'left' in asked) lines.push({ person: m.mediator, text: say.confirmLine(ticket.label, standing(asked)) })
    }
    return lines
  },
  jobs: [],
  keepsOf: null,
  made: [madeBy(say.madeWords.measurement, MEASUREMENTS), madeBy(say.madeWords.mediation, MEDIATIONS, 'mediator')],
  forgets: { [MEASUREMENTS.measure]: 'law', [MEDIATIONS.measure]: 'law' },
  staysWith: async (desk, person, reader) => {
    const theirs = await desk.cases(MEDIATIONS).list({ statuses: ['talking', 'agreed'], whose: { person, at: ['mediator'] }, limit: MANY })
    const labels: string[] = []
    for (const m of theirs.filter((one) => one.status === 'talking' || one.performances.some((p) => !p.done)))
      if (!(await desk.ticket(m.ticket))?.about.includes(reader.id)) labels.push(sayLabels.mediation(m.number))
    return labels
  },
  pages: [measurementPages, mediationPages],
  held: null,
})
