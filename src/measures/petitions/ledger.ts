import { clocksOf, type Petition } from './facts.ts'
import { personName } from '../../domain/roster.ts'
import type { Desk } from '../../ports/desk.ts'
import { placeName } from '../../tickets/facts.ts'
import { sayLabels } from '../../wording/labels.ts'
import { petitionSheet, sheetWords, wayWords } from './words.ts'
import type { Cell, LedgerSheet } from '../measure.ts'

const MANY = 5000

/** One row for each, without a name or a word of what was said: whoever may know looks into the case itself. */
export const petitionLedger: LedgerSheet = {
  ...petitionSheet,
  async rows(desk, { from, to }) {
    const list = await desk.petitions.list({ openedFrom: from, openedTo: to, limit: MANY })
    return list.map((p) => rowOf(desk, p))
  },
}

function rowOf(desk: Desk, p: Petition): Cell[] {
  const outcomes = (of: string) => p.demands.filter((d) => d.outcome === of).length
  const due = clocksOf(p, desk.calendar).find((c) => c.code === 'finish')?.due ?? null
  const onTime = p.answeredAt && due ? (p.answeredAt <= due ? sheetWords.onTime : sheetWords.late) : sheetWords.running
  return [
    ...[sayLabels.petition(p.number), p.receivedAt, p.village ? placeName(desk.roster, p.village) : '', wayWords[p.way], p.people],
    ...[p.demands.length, outcomes('founded'), outcomes('reasonable'), outcomes('unfounded')],
    ...[p.acceptedAt, p.noticedAt, p.visits.length, p.promises.length, p.promises.filter((one) => one.kept).length],
    ...[p.lead ? personName(desk.roster, p.lead) : '', due, p.endedAt, onTime, p.extendedDays],
    ...[p.reviews.map((r) => sheetWords.steps[r.step]).join('、'), p.handedTo?.office ?? '', p.handedTo?.reference ?? '', ''],
  ]
}
