import { orderAgain } from '../../domain/order-name.ts'
import type { Person } from '../../domain/people.ts'
import { hasRoleOver, personName, townNode } from '../../domain/roster.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import type { CallOf, Reply } from '../../orders/define-command.ts'
import { findCadre } from '../../orders/find-person.ts'
import { readDay } from '../../orders/which-day.ts'
import { takeApart } from '../../reading/apart.ts'
import { WITHIN_A_YEAR } from '../../reading/bounds.ts'
import { readDayCount } from '../../reading/limit.ts'
import { readNumber } from '../../reading/numbers.ts'
import { momentOf } from '../../reading/when.ts'
import { askApproval } from '../ask-approval.ts'
import { addDemand, addHandler, type Changed, keepPromise, nameAbout, nameLead, recordPromise, recordVisit } from './change.ts'
import { clocksOf, mayAskUntil, type Outcome, type Petition } from './facts.ts'
import { accept, answer, answerReview, askReview, close, extend, handOver, judgeDemand, recordNotice } from './proceed.ts'
import * as say from './words.ts'

export type PetitionCall = CallOf<'ask' | 'calendar' | 'cases' | 'newId' | 'notify' | 'now' | 'roster'>
export type Step = (call: PetitionCall, petition: Petition, rest: string) => Promise<Reply[]>

const OUTCOME_WORDS: readonly (readonly [form: RegExp, outcome: Outcome])[] = [
  [/^(?:合理(?:但是?)?(?:没有?|无|缺乏?)(?:法律)?(?:依据|根据|据)|合情|情有可原)/u, 'reasonable'],
  [/^(?:没有?道?理|无理|不支持|不成立|不合理|没有?(?:依据|根据)|无(?:依据|据))/u, 'unfounded'],
  [/^(?:有理|支持|成立|属实|合理合法|合理)/u, 'founded'],
]
const GAP = /^[\s，,：:、]+/u

function refusal(r: Exclude<Changed, { petition: Petition } & { refused?: never }>): string {
  if (!('refused' in r)) return ''
  const { number } = r.petition
  switch (r.refused) {
    case 'about':
      return say.refusals.about(number, r.name)
    case 'no-such-demand':
      return say.refusals[r.refused](number, r.petition.demands.length)
    case 'explanation-missing':
    case 'outcome-missing':
      return say.refusals[r.refused](number, r.demand)
    case 'too-many-days':
      return say.refusals[r.refused](number, r.left)
    default:
      return say.refusals[r.refused](number)
  }
}

const told = (changed: Changed, words: (p: Petition) => string): Reply[] =>
  privately('refused' in changed ? refusal(changed) : words(changed.petition))

const dueOf = (call: CallOf<'calendar' | 'now'>, p: Petition, code: string): Date =>
  clocksOf(p, call.desk.calendar).find((c) => c.code === code)?.due ?? call.desk.now

const withCadre =
  (
    verb: string,
    ask: (n: number) => string,
    act: (call: PetitionCall, p: Petition, person: Person) => Promise<Changed>,
    words: (n: number, name: string) => string,
  ): Step =>
  async (call, p, rest) => {
    if (rest === '') return askFor(call, `信访 ${p.number} ${verb} %s`, ask(p.number))
    const found = await findCadre(call, rest, p.village, (more) => orderAgain('信访', String(p.number), verb, '%s', more))
    if ('replies' in found) return found.replies
    return told(await act(call, p, found.person), () => words(p.number, found.person.name))
  }

const demand: Step = async (call, p, rest) =>
  rest === ''
    ? askFor(call, `信访 ${p.number} 诉求 %s`, say.whatDemand(p.petitioner.name))
    : told(await addDemand(call.desk, call.spoken.person, p, rest), (q) => say.done.demand(q.number, q.demands.length))

const visit: Step = async (call, p, rest) =>
  rest === ''
    ? askFor(call, `信访 ${p.number} 走访 %s`, say.whatSaid(p.number))
    : told(await recordVisit(call.desk, call.spoken.person, p, rest), (q) => say.done.visited(q.number, q.visits.length))

const promise: Step = async (call, p, rest) => {
  const { desk, spoken } = call
  const when = await readDay(call, rest, {
    bounds: WITHIN_A_YEAR,
    again: (more) => orderAgain('信访', String(p.number), '承诺', '%s', more),
  })
  if (when.replies) return when.replies
  if (!when.when) return askFor(call, orderAgain('信访', String(p.number), '承诺', '%s', rest), say.promiseUntil(p.number), 'day')
  const what = when.rest.replace(/^(?:答应|承诺)/u, '').trim()
  if (what === '') return askFor(call, `信访 ${p.number} 承诺 ${rest} %s`, say.promiseWhat(p.number))
  const due = momentOf(when.when, desk.now, desk.calendar)
  return told(await recordPromise(desk, spoken.person, p, what, due), (q) => say.done.promised(q.number, due, desk.now))
}

const kept: Step = async (call, p, rest) => {
  const n = readNumber(rest.replace(/[第条号]/gu, '').trim())
  return told(await keepPromise(call.desk, call.spoken.person, p, n), (q) =>
    say.done.kept(q.number, q.promises.filter((one) => !one.kept).length),
  )
}

function outcomeIn(text: string): { outcome: Outcome; explanation: string } | null {
  for (const [form, outcome] of OUTCOME_WORDS) {
    const found = form.exec(text)
    if (found) return { outcome, explanation: text.slice(found[0].length).replace(GAP, '').trim() }
  }
  return null
}

/** 有理 诉求1, 没理 第2条 政策已取消. */
function numberedApart(text: string): { n: string | undefined; rest: string } | null {
  const taken = takeApart(text, '(?:诉求) ?第?([\\d一二三四五六七八九十]+)条?|第?([\\d一二三四五六七八九十]+)条')
  return taken && { n: taken.found[1] ?? taken.found[2], rest: taken.rest }
}

/** 认定 1 有理 已补发; without its number where there is one demand only. */
const judge: Step = async (call, p, rest) => {
  const first = /^(?:诉求)? ?第?([\d一二三四五六七八九十]+)[条号]?[\s，,：:]*(.*)$/u.exec(rest)
  const numbered = first ? { n: first[1], rest: first[2] ?? '' } : numberedApart(rest)
  const n = numbered ? readNumber(numbered.n ?? '') : p.demands.length === 1 ? 1 : null
  const said = outcomeIn(numbered ? numbered.rest : rest)
  if (n === null || !said) return privately(say.howJudge(p.number))
  return told(await judgeDemand(call.desk, call.spoken.person, p, n, said.outcome, said.explanation), () =>
    say.done.judged(p.number, n, said.outcome),
  )
}

const finish: Step = async (call, p, rest) => {
  const { desk, spoken } = call
  const said = p.demands.length === 1 ? outcomeIn(rest) : null
  const judged = said ? await judgeDemand(desk, spoken.person, p, 1, said.outcome, said.explanation) : { petition: p }
  if ('refused' in judged) return told(judged, () => '')
  return told(await close(desk, spoken.person, judged.petition, rest), (q) => say.done.closed(q.number))
}

/** Art. 34 wants the word of whoever answers for it: theirs is done at once, anybody else's is put before them. */
const prolong: Step = async (call, p, rest) => {
  const { desk, spoken } = call
  const said = readDayCount(rest)
  const days = said?.days ?? null
  const reason = (said?.rest ?? rest).replace(GAP, '').trim()
  if (!days || reason === '') return privately(say.howExtend(p.number))
  const isTheirs = p.lead === null ? hasRoleOver(desk.roster, spoken.person, 'leader', townNode(desk.roster)) : p.lead === spoken.person.id
  if (isTheirs || !p.lead)
    return isTheirs
      ? told(await extend(desk, spoken.person, p, days, reason), (q) => say.done.extended(q.number, dueOf(call, q, 'finish'), desk.now))
      : privately(say.whoLeads(p.number))
  await askApproval(desk, {
    key: `petition:${p.id}:${p.version}:extend:${spoken.messageId}`,
    person: p.lead,
    text: say.extensionAsked(p.number, spoken.person.name, days, reason),
    yes: `信访 ${p.number} 延期 ${days}天 ${reason}`,
    no: `信访 ${p.number}`,
  })
  return privately(say.done.asked(p.number, personName(desk.roster, p.lead)))
}

const respond: Step = async (call, p, rest) => {
  if (rest === '') return askFor(call, `信访 ${p.number} 答复 %s`, say.whatAnswer(p.number))
  const { desk, spoken } = call
  return told(await answer(desk, spoken.person, p, rest), (q) => say.done.answered(q.number, mayAskUntil(q) ?? desk.now, desk.now))
}

const review =
  (step: 'review' | 'recheck'): Step =>
  async (call, p, rest) => {
    const { desk, spoken } = call
    const answered = /^(?:答复|意见|结果)[\s，,：:]*(.*)$/u.exec(rest)
    if (answered) return told(await answerReview(desk, spoken.person, p, step, answered[1] ?? ''), (q) => say.done.reviewed(q.number, step))
    return told(await askReview(desk, spoken.person, p, step), (q) => say.done.review(q.number, step, dueOf(call, q, step), desk.now))
  }

const REFERENCE = /(?:编号|文号|号)[\s：:]*(\S+)/u
const passOn: Step = async (call, p, rest) => {
  const reference = REFERENCE.exec(rest)?.[1] ?? ''
  const office = rest.replace(REFERENCE, ' ').replace(/^[\s，,]*(?:给|到|至)?|[\s，,]+$/gu, '')
  if (!/^\S{2,12}$/u.test(office)) return privately(say.howHandOver(p.number))
  if (reference === '') return askFor(call, `信访 ${p.number} 移交 ${office} 编号 %s`, say.whichReference(office))
  return told(await handOver(call.desk, call.spoken.person, p, office, reference), (q) => say.done.handedOver(q.number, office, reference))
}

const receive: Step = async (call, p) =>
  told(await accept(call.desk, call.spoken.person, p), (q) => say.done.accepted(q.number, dueOf(call, q, 'finish'), call.desk.now))
const noticed: Step = async (call, p) => told(await recordNotice(call.desk, call.spoken.person, p), (q) => say.done.noticed(q.number))

/** What may be said behind a petition's number. */
// biome-ignore format: a list to be read in rows
export const STEPS: readonly { words: readonly string[]; run: Step }[] = [
  { words: ['诉求', '要求'], run: demand },
  { words: ['涉及', '反映的是', '回避'], run: withCadre('涉及', say.whoHandles, ({ desk, spoken }, p, who) => nameAbout(desk, spoken.person, p, who), say.done.about) },
  { words: ['包案'], run: withCadre('包案', say.whoLeads, ({ desk, spoken }, p, who) => nameLead(desk, spoken.person, p, who), say.done.lead) },
  { words: ['经办', '派'], run: withCadre('经办', say.whoHandles, ({ desk, spoken }, p, who) => addHandler(desk, spoken.person, p, who), say.done.handler) },
  { words: ['受理'], run: receive },
  { words: ['告知', '已告知', '书面告知'], run: noticed },
  { words: ['走访', '走访记录', '入户走访', '上门'], run: visit },
  { words: ['承诺', '答应'], run: promise },
  { words: ['兑现', '办到了'], run: kept },
  { words: ['认定'], run: judge },
  { words: ['延期'], run: prolong },
  { words: ['答复', '处理意见'], run: respond },
  { words: ['复查'], run: review('review') },
  { words: ['复核'], run: review('recheck') },
  { words: ['移交', '转送', '交办'], run: passOn },
  { words: ['办结', '息诉', '息访'], run: finish },
]
