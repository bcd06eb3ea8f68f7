import { groupIn, toPerson } from '../../domain/notice.ts'
import type { OrderName } from '../../domain/order-name.ts'
import { isCadre, type Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName } from '../../domain/roster.ts'
import { actorsOf } from '../../domain/who-may.ts'
import { privately, refuse } from '../../orders/answer.ts'
import { type Audience, CADRES, type CallOf, type Command, isFor, type Reply } from '../../orders/define-command.ts'
import { takeApart, without } from '../../reading/apart.ts'
import { caseRef } from '../../reading/case-ref.ts'
import { notYours } from '../../wording/replies.ts'
import { openPetition, petitionsOf, withoutLeadOf } from './change.ts'
import { answerOwed, clocksOf, mayAskUntil, mayNameLead, PETITIONS, type Petition, staffOf } from './facts.ts'
import { ENTRIES, isStaff } from './orders-register.ts'
import { type PetitionCall, STEPS, type Step } from './orders-steps.ts'
import { turnIntoPetition } from './register.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'信访' | '走访记录' | '承诺' | '包案' | '转信访', true> {}
}

const NAMES = ['信访', '信']
/** A petitioner's own that are shown to them, the newest first. */
const OWN = 5
const LEAD = '包案'
const stepIn = (text: string): { word: string; run: Step; rest: string } | null => {
  const words = STEPS.flatMap(({ words: all, run }) => all.map((word) => ({ word, run }))).sort((a, b) => b.word.length - a.word.length)
  const found = words.find(({ word }) => text.startsWith(word))
  if (found) return { ...found, rest: without(text, 0, found.word.length) }
  // 赵强 包案, 12月10日前补发 承诺.
  const taken = takeApart(text, words.flatMap(({ word }) => (word.length > 1 ? [word] : [])).join('|'))
  const behind = words.find(({ word }) => word === taken?.found[0])
  return taken && behind ? { ...behind, rest: taken.rest } : null
}

function show(call: CallOf<'calendar' | 'now' | 'roster'>, p: Petition): Reply[] {
  const { desk } = call
  const names = {
    lead: p.lead && personName(desk.roster, p.lead),
    handlers: p.handlers.map((id) => personName(desk.roster, id)),
    village: p.village ? placeName(desk.roster, p.village) : '',
  }
  return privately(say.whole(p, clocksOf(p, desk.calendar), names, desk.now))
}

const nextOf = ({ desk }: CallOf<'calendar'>, p: Petition) =>
  clocksOf(p, desk.calendar)
    .filter((c) => !c.done)
    .sort((a, b) => a.due.getTime() - b.due.getTime())[0] ?? null

async function list(call: CallOf<'calendar' | 'cases' | 'now' | 'roster'>): Promise<Reply[]> {
  const { desk, spoken } = call
  const mine = await petitionsOf(desk, spoken.person)
  const own = await desk.cases(PETITIONS).list({
    whose: { person: spoken.person.id, at: ['petitioner', 'person'] },
    newestFirst: true,
    limit: OWN,
  })
  const steps = mine.length > 0 || isStaff(call) ? [say.whatCanBeSaid] : []
  if (mine.length === 0 && own.length > 0)
    return privately(own.map((p) => say.ownState(p, answerOwed(p, desk.calendar), desk.now)).join('\n'))
  const alone = (await withoutLeadOf(desk, spoken.person)).map((p) => p.number).filter((n) => !mine.some((p) => p.number === n))
  if (alone.length > 0) steps.unshift(say.withoutLeadList(alone))
  if (mine.length === 0 && alone.length > 0) return privately(steps.join('\n'))
  const rows = mine.map((petition) => ({ petition, next: nextOf(call, petition) }))
  return privately([say.listed(rows, desk.now), ...steps].join('\n'))
}

/** Everything after 信访: 登记 …, a number, a number and a step, a step alone where only one case can be meant. */
async function petitionOrder(call: PetitionCall, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  // Typed in a group by mistake: a private word and nothing else.
  if (groupIn(spoken.conversation)) return privately(say.notInGroup)
  if (rest === '') return list(call)
  const entry = ENTRIES.find(([form]) => form.test(rest)) ?? (namesDemand(rest) ? ENTRIES[0] : undefined)
  if (entry)
    return isStaff(call)
      ? entry[1](call, rest.replace(entry[0], '').replace(LATE_ENTRY, ' ').trim())
      : privately(notYours('登记信访', '镇值班', null))
  const first = caseRef(rest, NAMES)
  const step = stepIn(first ? first.rest : rest)
  const ref = first ?? (step ? caseRef(step.rest, NAMES) : null)
  const behind = first ? (step?.rest ?? '') : (ref?.rest ?? step?.rest ?? '')
  const mine = ref ? [] : await petitionsOf(desk, spoken.person)
  const number = ref?.number ?? (mine.length === 1 ? mine[0]?.number : undefined)
  if (number === undefined) return privately(mine.length === 0 ? say.listed([], desk.now) : say.whichPetition(mine.map((p) => p.number)))
  const leading = step?.word === LEAD ? await desk.cases(PETITIONS).byNumber(number) : null
  if (step && leading && mayNameLead(desk.roster, spoken.person, leading)) return step.run(call, leading, behind)
  const opened = await openPetition(desk, spoken.person, number, call.text)
  if (!opened) return privately(say.noSuchPetition(number))
  const { petition, sight } = opened
  if (sight === 'own') return (await reviewWanted(call)) ?? privately(say.ownState(petition, answerOwed(petition, desk.calendar), desk.now))
  if (!step) return show(call, petition)
  return step.run(call, petition, behind)
}

/** 徐海燕 征地补偿少算: a name and what is asked for, without the word 登记 or with it behind the name. */
const LATE_ENTRY = /(?<=^\p{Script=Han}{2,4})[\s，,：:]+(?:登记|来访|反映)[\s，,：:]*/u
const DEMAND = /^\p{Script=Han}{2,4}[\s，,：:]+.{3,}/u
const namesDemand = (words: string): boolean => stepIn(words) === null && caseRef(words, NAMES) === null && DEMAND.test(words)

/** 信访登记 …: without a gap as well. */
const isEntry = (words: string): boolean => ENTRIES.some(([form]) => form.test(words))
const looksLikeOrder = (words: string): boolean => isEntry(words) || stepIn(words) !== null || caseRef(words, NAMES) !== null
const TAKES_IN: Audience = ['duty', 'leader']

export const petitions: Command = {
  name: '信访',
  topic: '信访',
  also: ['我的信访', '信访进度'],
  for: 'anyone',
  ticket: 'none',
  fits: (words, scene, apart) =>
    ((apart || isEntry(words)) && looksLikeOrder(words) && (!scene.inGroup || isCadre(scene.person))) ||
    (apart && !scene.inGroup && isFor(TAKES_IN, scene.person) && namesDemand(words)),
  now: async (call) => isStaff(call) || (await isConcerned(call, call.spoken.person)),
  example: '信访 3',
  help: '信访一件一件办，只单独说',
  run: (call, { rest }) => petitionOrder(call, rest),
}

const isConcerned = async ({ desk }: CallOf<'cases'>, person: Person): Promise<boolean> =>
  (await desk.cases(PETITIONS).list({ statuses: ['registered', 'accepted', 'answered'] })).some(
    (p) => p.lead === person.id || p.handlers.includes(person.id) || p.petitioner.person === person.id,
  )

/** 走访记录 3 …, 承诺 3 …, 包案 3 赵强: the same without the word before. */
const short = (name: OrderName, example: string, help: string): Command => ({
  name,
  also: [],
  for: CADRES,
  ticket: 'none',
  unlisted: true,
  topic: '信访',
  // One-to-one a number may be missing; among people 承诺 and 包案 are talk, and 走访记录 never is.
  fits: (words, scene, apart) => apart && (!scene.inGroup || name === '走访记录' || caseRef(words, NAMES) !== null),
  example,
  help,
  run: (call, { rest }) => petitionOrder(call, `${name} ${rest}`),
})
export const visitRecord = short('走访记录', '走访记录 3 本人说想要个说法', '信访走访记一笔')
export const promised = short('承诺', '承诺 3 12月10日前补发', '信访答应了什么')
export const takesCase = short('包案', '包案 3 赵强', '信访由谁包案')

/** 转信访 坪07: a matter that has become a petition. */
export const turnTicket: Command = {
  name: '转信访',
  topic: '信访',
  also: ['转为信访', '转成信访', '按信访办'],
  for: CADRES,
  ticket: 'named',
  example: '转信访 7',
  help: '这件按信访办',
  async run(call, { ticket }) {
    const { desk, spoken } = call
    if (ticket.sensitivity !== 'petition' && !isStaff(call)) return privately(notYours('转信访', '镇值班', ticket.label), ticket)
    if (!actorsOf(desk.roster, spoken.person, ticket, []).has('cadre')) return privately(notYours('转信访', '镇值班', ticket.label))
    const turned = await turnIntoPetition(desk, spoken.person, ticket)
    if ('refused' in turned) return refuse(call, turned)
    return privately(isStaff(call) ? say.turned(ticket.label, turned.petition.number) : say.turnedByVillage(ticket.label))
  },
}

const WANTS = /复查|复核|不(?:服|同意|认可?)(?:这个|这份|你们的?|镇里的?)?(?:处理|答复|意见)/u

/** A petitioner is told that a review may be asked for (arts. 35, 36); their word for it, in their words, reaches the office. */
export async function reviewWanted(call: CallOf<'calendar' | 'cases' | 'notify' | 'now' | 'roster'>): Promise<Reply[] | null> {
  const { desk, spoken, text } = call
  if (!WANTS.test(text) || groupIn(spoken.conversation) !== null) return null
  const whose = { person: spoken.person.id, at: ['petitioner', 'person'] }
  const answered = (await desk.cases(PETITIONS).list({ whose, newestFirst: true, limit: OWN })).filter((p) => mayAskUntil(p) !== null)
  const [petition] = answered
  const until = petition && mayAskUntil(petition)
  if (!petition || !until) return null
  if (petition.reviews.some((r) => r.answeredAt === null || r.step === 'recheck'))
    return privately(say.ownState(petition, answerOwed(petition, desk.calendar), desk.now))
  if (until < desk.now) return privately(say.reviewTooLate(petition.number))
  const step = petition.reviews.length > 0 ? 'recheck' : 'review'
  const [office] = staffOf(desk.roster, petition.about)
  const told = new Set([office, petition.lead].flatMap((id) => (id && id !== spoken.person.id && !petition.about.includes(id) ? [id] : [])))
  await desk.notify(
    [...told].map((id) => ({
      ...{ key: `petition:${petition.id}:wants-${step}:${id}`, to: toPerson(id), ticket: null, occasion: 'petition' },
      text: say.reviewWantedForStaff(petition.number, spoken.person.name, step),
    })),
  )
  return privately(say.reviewHow(petition.number, step, until, desk.now))
}
