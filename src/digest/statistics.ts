import { isCadre, type Person } from '../domain/people.ts'
import { monthName, monthOf } from '../domain/span.ts'
import type { Desk } from '../ports/desk.ts'
import type { Scope } from '../ports/figures.ts'
import * as say from '../wording/digests.ts'
import { spanFacts, standingNow } from './figures.ts'
import { fit } from './fit.ts'
import { partName, scopeOf } from './part.ts'

const VILLAGES = 8

/** 统计: this month so far of the speaker's own villages. The oversight committee (村务监督) reads stages and delays only. */
export async function statistics(desk: Pick<Desk, 'now' | 'roster' | 'figures'>, person: Person): Promise<string> {
  const month = monthName(desk.now)
  const scope = scopeOf(desk, person, monthOf(month))
  if (scope.villages.length === 0) return say.nothingOfYours
  const lines = isCadre(person) ? await wholeMonth(desk, scope) : await stagesAndDelays(desk, scope)
  return fit([...say.line(0, say.statisticsHead(partName(desk, person), month)), ...(lines.length > 0 ? lines : say.line(1, say.nothing))])
}

async function wholeMonth(desk: Pick<Desk, 'now' | 'roster' | 'figures'>, scope: Scope): Promise<say.Line[]> {
  const facts = await spanFacts(desk, scope)
  const { overdue, waiting } = await standingNow(desk, scope)
  return [
    ...say.line(1, say.happened(say.spans.month, facts.opened, facts.done)),
    ...say.line(2, say.rates(facts.rates)),
    ...say.line(3, say.standing(overdue, 0, waiting)),
    ...say.line(4, say.byVillage(facts.villages.slice(0, VILLAGES))),
  ]
}

async function stagesAndDelays(desk: Pick<Desk, 'now' | 'figures'>, scope: Scope): Promise<say.Line[]> {
  const { figures, now } = desk
  const rows = await figures.stages(scope, now)
  const total = (pick: 'overdue' | 'waiting') => rows.reduce((n, r) => n + r[pick], 0)
  const silence = { good: 0, fair: 0, poor: 0, none: 0 }
  return [
    ...say.line(1, say.byStage(rows)),
    ...say.line(1, say.standing(total('overdue'), 0, total('waiting'))),
    ...say.line(
      2,
      say.rates({
        response: await figures.firstResponses(scope, now),
        completion: await figures.completions(scope),
        satisfaction: silence,
      }),
    ),
  ]
}
