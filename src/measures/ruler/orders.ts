import type { OrderName } from '../../domain/order-name.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { CADRES, type CallOf, type Command, type Reply } from '../../orders/define-command.ts'
import { withFile } from '../../orders/with-file.ts'
import { takeApart } from '../../reading/apart.ts'
import { OVER_YEARS } from '../../reading/bounds.ts'
import { readNumber } from '../../reading/numbers.ts'
import { momentOf, readWhen } from '../../reading/when.ts'
import { recordDenied } from '../../tickets/commit.ts'
import { pictureNames } from '../../wording/pictures.ts'
import { aroundNow } from './around.ts'
import type { Measurement, Mediation } from './facts.ts'
import { readBearing, readDisputed, readNeighbours, readPresent, readSurvey } from './orders-survey.ts'
import { sayWord, wordIn } from './orders-word.ts'
import { disputeRecordOf, sketchOf } from './record.ts'
import {
  addToMeasurement,
  lastMeasurement,
  mayMeasure,
  measurePlot,
  openMediation,
  recordAgreement,
  recordConfirmation,
  recordFailure,
  recordPerformance,
  recordSitting,
} from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'丈量' | '打印' | '调解记录' | '调解协议' | '调解不成' | '履行' | '司法确认', true> {}
}

const PRESENT = /在场|到场/u
/** Their reply with the plot drawn to scale. */
function withSketch(label: string, m: Measurement, ticket: Ticket): Reply[] {
  const tells = sketchOf(m, say.sketchTitle(label, m), say.sketchLines(m))
  return [{ text: say.measured(label, m), where: 'private', ticket: ticket.id, picture: { name: pictureNames.sketch, tells } }]
}

type RulerCall = CallOf<'append' | 'ask' | 'calendar' | 'cases' | 'newId' | 'notify' | 'now' | 'roster'>

async function denyUnless(call: CallOf<'append' | 'now' | 'roster'>, ticket: Ticket, run: () => Promise<Reply[]>): Promise<Reply[]> {
  if (mayMeasure(call.desk, call.spoken.person, ticket)) return run()
  await recordDenied(call.desk, call.spoken.person, ticket, call.text)
  return privately(say.notYours(ticket.label))
}

async function measure(call: RulerCall, ticket: Ticket, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const { label } = ticket
  const last = await lastMeasurement(desk, ticket)
  const word = wordIn(rest)
  if (word) return last ? sayWord(call, ticket, last, word) : privately(say.nothingMeasured(label), ticket)
  const around = { neighbours: readNeighbours(rest), disputed: readDisputed(rest) }
  const survey = readSurvey(rest)
  if (survey) {
    const present = PRESENT.test(rest) ? readPresent(rest) : []
    const outcome = await measurePlot(desk, spoken.person, ticket, survey, { present, bearing: readBearing(rest), ...around })
    if ('fault' in outcome) return privately(say.refused(label, outcome.fault, outcome.at ?? ''), ticket)
    const shown = withSketch(label, outcome.measurement, ticket)
    return present.length > 0 ? shown : [...shown, ...(await askFor(call, `丈量 ${label} 在场 %s`, say.whoWasThere(label)))]
  }
  if (PRESENT.test(rest) && last) {
    await addToMeasurement(desk, spoken.person, last, { present: [...new Set([...last.present, ...readPresent(rest)])] })
    return privately(say.whatDoTheySay(label), ticket)
  }
  if (last && around.neighbours.length + around.disputed.length > 0)
    return withSketch(label, await addToMeasurement(desk, spoken.person, last, aroundNow(last, around)), ticket)
  const bearing = readBearing(rest)
  if (bearing !== null && last) return withSketch(label, await addToMeasurement(desk, spoken.person, last, { bearing }), ticket)
  return last && rest === '' ? withSketch(label, last, ticket) : askFor(call, `丈量 ${label} %s`, say.howToMeasure(label))
}

export const ruler: Command = {
  name: '丈量',
  topic: '丈量调解',
  also: ['量地', '丈量记录', '实地丈量'],
  for: CADRES,
  ticket: 'named',
  fits: (words, scene, apart) => apart && scene.quoting && words !== '',
  example: '丈量 8 边长 20 10 20 10 对角 22.4',
  help: '量地界，算面积，出草图',
  run: async (call, { ticket, rest }) => (ticket ? denyUnless(call, ticket, () => measure(call, ticket, rest)) : []),
}

/** 打印 坪08: the record as Word, to be signed on paper. */
export const print: Command = {
  name: '打印',
  topic: '丈量调解',
  also: ['打印记录', '打印笔录'],
  for: CADRES,
  ticket: 'named',
  fits: () => false,
  example: '打印 8',
  help: '丈量和调解的记录，出成Word',
  run: async (call, { ticket }) => (ticket ? denyUnless(call, ticket, () => asWord(call, ticket)) : []),
}

async function asWord(call: CallOf<'cases' | 'linkTo' | 'now' | 'roster'>, ticket: Ticket): Promise<Reply[]> {
  const { label } = ticket
  if (!(await disputeRecordOf(call.desk, ticket))) return privately(say.nothingToPrint(label), ticket)
  return withFile(call, say.printed(label), { kind: 'record', label }, ticket)
}

const REFUSES = /(?:一方|甲方|乙方|对方)[^。；;，,]{0,6}(?:不愿意?|拒绝|不同意|不肯)(?:接受)?调解|不愿调解|拒绝调解/u
const WILLING = /(?:双方|两家|都|甲乙)[^。；;，,]{0,4}(?:愿意|同意|自愿)/u
const HARM = /打死|弄死|砍|捅|拿刀|动刀|同归于尽|要命|打起来|动手/u
const OPEN = /公开调解/u
const CLOSED = /不公开/u
const INVITED = /请(?:了|来)?(.{2,20}?)(?:参加|一起|来说|帮着)/u
const FORM = '(?:是|用)?(书面|口头)(?:协议|形式)?'

/** 书面12月10日前挪界石: without a gap as well, at the beginning. */
function formBefore(text: string): { found: readonly (string | undefined)[]; rest: string } | null {
  const found = new RegExp(`^${FORM}`, 'u').exec(text)
  return found && { found: [...found], rest: text.slice(found[0].length).replace(/^[\s，,：:]+/u, '') }
}

const partiesIn = (text: string): string[] =>
  [...text.matchAll(/(?:甲方|乙方)[：:]?(\p{Script=Han}{2,4})(?=[\s，,。；;、]|$)/gu)].map((m) => m[0])

async function sitting(call: RulerCall, ticket: Ticket, rest: string): Promise<Reply[]> {
  const { desk, spoken, services } = call
  const { label } = ticket
  if (rest === '') return askFor(call, `调解记录 ${label} %s`, say.whoWasThere(label))
  const invited = INVITED.exec(rest)?.[1]
  const refused = REFUSES.test(rest)
  const m = await recordSitting(desk, spoken.person, ticket, {
    text: rest,
    parties: partiesIn(rest),
    willing: !refused && WILLING.test(rest),
    invited: invited ? readPresent(invited) : [],
    open: CLOSED.test(rest) ? false : OPEN.test(rest) ? true : null,
    refused,
  })
  const firm = HARM.test(rest) || services.judge(rest).danger !== null ? say.beFirm : ''
  return privately(`${refused ? say.refusedToTalk(label) : say.sittingNoted(label, m)}${firm}`, ticket)
}

/** 书面 12月10日前界石挪回原处；以后各走各的路: what has a day is watched over. */
async function agreement(call: RulerCall, ticket: Ticket, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const { label } = ticket
  if (rest === '') return askFor(call, `调解协议 ${label} %s`, say.howToAgree(label))
  const said = takeApart(rest, FORM) ?? formBefore(rest)
  if (!said) return askFor(call, `调解协议 ${label} %s ${rest}`, say.whichForm(label))
  const [, form = ''] = said.found
  const text = said.rest.trim()
  if (text === '') return askFor(call, `调解协议 ${label} ${form} %s`, say.howToAgree(label))
  const parts = text
    .split(/[；;。]/u)
    .map((part) => ({ part: part.trim(), said: readWhen(part, { now: desk.now, calendar: desk.calendar, bounds: OVER_YEARS }) }))
  const performances = parts.flatMap(({ part, said }) =>
    said?.when ? { text: said.rest || part, due: momentOf(said.when, desk.now, desk.calendar) } : [],
  )
  const unread = parts.flatMap(({ said }) => said?.doubt?.words ?? [])
  const kind = form === '口头' ? 'oral' : 'written'
  const m = await recordAgreement(desk, spoken.person, ticket, kind, text, performances, (now) =>
    say.agreedForReporter(label, now, desk.now),
  )
  return privately(`${say.agreed(label, m, desk.now)}${unread.length > 0 ? say.noReminder(unread) : ''}`, ticket)
}

const withAgreement = async (call: CallOf<'cases'>, ticket: Ticket, run: (m: Mediation) => Promise<Reply[]>): Promise<Reply[]> => {
  const m = await openMediation(call.desk, ticket)
  return m?.agreement ? run(m) : privately(say.nothingMediated(ticket.label), ticket)
}

const perform = (call: CallOf<'cases' | 'now'>, ticket: Ticket, rest: string): Promise<Reply[]> =>
  withAgreement(call, ticket, async (m) => {
    const n = readNumber(rest.replace(/[第条号]/gu, '').trim())
    const after = await recordPerformance(call.desk, call.spoken.person, m, n)
    return privately(
      after ? say.performed(ticket.label, after.performances.filter((p) => !p.done).length) : say.whichPerformance(ticket.label, m),
      ticket,
    )
  })

const confirm = (call: CallOf<'cases' | 'now'>, ticket: Ticket): Promise<Reply[]> =>
  withAgreement(call, ticket, async (m) => {
    await recordConfirmation(call.desk, call.spoken.person, m)
    return privately(say.confirmed(ticket.label), ticket)
  })

const fail = async (call: RulerCall, ticket: Ticket, rest: string): Promise<Reply[]> => {
  await recordFailure(call.desk, call.spoken.person, ticket, rest)
  return privately(say.failed(ticket.label), ticket)
}

const command = (
  name: OrderName,
  also: readonly string[],
  example: string,
  help: string,
  run: (call: RulerCall, ticket: Ticket, rest: string) => Promise<Reply[]>,
): Command => ({
  name,
  topic: '丈量调解',
  also,
  for: CADRES,
  ticket: 'named',
  fits: (words, scene, apart) => apart && scene.quoting && words !== '',
  example,
  help,
  run: async (call, { ticket, rest }) => (ticket ? denyUnless(call, ticket, () => run(call, ticket, rest)) : []),
})

export const mediationRecord = command('调解记录', ['调解笔录'], '调解记录 8 甲方周德福 乙方李晓东 说到院墙', '调解时说了什么', sitting)
export const mediationAgreement = command('调解协议', ['达成协议'], '调解协议 8 书面 12月10日前界石挪回', '说好了，记成协议', agreement)
export const mediationFailed = command('调解不成', ['没调成', '调解失败'], '调解不成 8 都不让步', '没说成，告诉别的路', fail)
export const performed = command('履行', ['已履行', '协议履行'], '履行 8 1', '协议里的事做到了', perform)
export const courtConfirmed = command('司法确认', ['法院确认'], '司法确认 8', '法院确认了协议', confirm)
