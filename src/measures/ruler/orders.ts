import type { Measurement, Side } from './facts.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { addToMeasurement, lastMeasurement, mayMeasure, measurePlot, recordWord } from './measure-plot.ts'
import { sketchOf } from './sketch.ts'
import { readBearing, readPresent, readSurvey } from '../../reading/survey.ts'
import { recordDenied } from '../../tickets/commit.ts'
import { pictureNames } from '../../wording/pictures.ts'
import * as say from './words.ts'
import { privately } from '../../orders/answer.ts'
import { CADRES, type Call, type Command, type Reply } from '../../orders/define-command.ts'
import { askFor } from '../../orders/ask-for.ts'

const PRESENT = /在场|到场/u
const WORD = /^(甲方|乙方)[\s，,：:]*(?:\p{Script=Han}{2,4}[\s，,：:]+)?(不认可|不同意|不服|不认|认可|同意|没意见)[\s，,：:]*(.*)$/u

/** Their reply with the plot drawn to scale. */
function withSketch(label: string, m: Measurement, ticket: Ticket): Reply[] {
  const tells = sketchOf(m, say.sketchTitle(label, m), say.sketchLines(m))
  return [{ text: say.measured(label, m), where: 'private', ticket: ticket.id, picture: { name: pictureNames.sketch, tells } }]
}

export async function denyUnless(call: Call, ticket: Ticket, run: () => Promise<Reply[]>): Promise<Reply[]> {
  if (mayMeasure(call.desk, call.spoken.person, ticket)) return run()
  await recordDenied(call.desk, call.spoken.person, ticket, call.text)
  return privately(say.notYours(ticket.label))
}

async function measure(call: Call, ticket: Ticket, rest: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const { label } = ticket
  const last = await lastMeasurement(desk, ticket)
  const word = WORD.exec(rest)
  if (word) return last ? sayWord(call, ticket, last, word) : privately(say.nothingMeasured(label), ticket)
  const survey = readSurvey(rest)
  if (survey) {
    const present = PRESENT.test(rest) ? readPresent(rest) : []
    const outcome = await measurePlot(desk, spoken.person, ticket, survey, { present, bearing: readBearing(rest) })
    if ('fault' in outcome) return privately(say.refused(label, outcome.fault, outcome.at ?? ''), ticket)
    const shown = withSketch(label, outcome.measurement, ticket)
    return present.length > 0 ? shown : [...shown, ...(await askFor(call, `丈量 ${label} 在场 %s`, say.whoWasThere(label)))]
  }
  if (PRESENT.test(rest) && last) {
    await addToMeasurement(desk, spoken.person, last, { present: [...new Set([...last.present, ...readPresent(rest)])] })
    return privately(say.whatDoTheySay(label), ticket)
  }
  const bearing = readBearing(rest)
  if (bearing !== null && last) return withSketch(label, await addToMeasurement(desk, spoken.person, last, { bearing }), ticket)
  return last && rest === '' ? withSketch(label, last, ticket) : askFor(call, `丈量 ${label} %s`, say.howToMeasure(label))
}

async function sayWord(call: Call, ticket: Ticket, m: Measurement, word: RegExpExecArray): Promise<Reply[]> {
  const side: Side = word[1] === '甲方' ? 'first' : 'second'
  const agrees = !/^不/u.test(word[2] ?? '')
  const noted = await recordWord(call.desk, call.spoken.person, m, side, agrees, word[3] ?? '')
  return privately(say.wordNoted(ticket.label, noted), ticket)
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

/** 打印 坪08: where the paper comes from. */
export const print: Command = {
  name: '打印',
  topic: '丈量调解',
  also: ['打印记录', '打印笔录'],
  for: CADRES,
  ticket: 'named',
  fits: () => false,
  example: '打印 8',
  help: '丈量和调解的记录怎么打印',
  run: async (call, { ticket }) => (ticket ? denyUnless(call, ticket, async () => privately(say.whereToPrint(ticket.label), ticket)) : []),
}
