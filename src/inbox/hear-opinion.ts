import { wantsNoName } from '../classify/anonymous.ts'
import type { Judgement } from '../domain/judgement.ts'
import { toPerson } from '../domain/notice.ts'
import { personName } from '../domain/roster.ts'
import { believed } from '../domain/second-opinion.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import type { Opinion } from '../ports/second-reader.ts'
import { amendByModel } from '../tickets/amend-by-model.ts'
import { placeName } from '../tickets/facts.ts'
import { askIsMatter } from '../tickets/is-matter.ts'
import { onDuty } from '../tickets/on-duty.ts'
import { villageOfWords } from '../tickets/whereabouts.ts'
import { perhapsDanger } from '../wording/second-opinion.ts'

/** Later than this a model's word helps nobody: people have begun to act on the first one. */
export const IN_TIME_MS = 60_000
const TURNS = [0, 1, 2]
const MAX_QUOTE = 60

export interface AskedOpinion {
  call: string
  report: string
  ticket: string | null
  text: string
  local: Judgement
  askedAt: Date
}

/** The second transaction: the desk looks again, and what the model said becomes at most an amendment, a doubt or a question. */
export async function hearOpinion(desk: Desk, asked: AskedOpinion, opinion: Opinion): Promise<void> {
  if (!(await desk.callWaits(asked.call))) return
  if (desk.now.getTime() - asked.askedAt.getTime() > IN_TIME_MS) return desk.endCall(asked.call, 'late')
  if ('failed' in opinion) return desk.endCall(asked.call, `failed: ${opinion.failed}`)
  await desk.endCall(asked.call, await apply(desk, asked, opinion.judgement), opinion.judgement)
}

async function apply(desk: Desk, asked: AskedOpinion, model: Judgement): Promise<string> {
  if (asked.ticket) {
    const ticket = await desk.ticket(asked.ticket)
    return ticket ? amendByModel(desk, ticket, asked.local, model) : 'gone'
  }
  const report = await desk.report(asked.report)
  if (!report) return 'gone'
  const judgement = believed(asked.local, model)
  const village = villageOfWords(desk.roster, report.conversation, report.person, asked.text)
  if (model.danger) await warn(desk, report, { text: asked.text, village, judgement: model, reporter: report.person })
  if (judgement.kind === 'none') return 'agrees'
  return (await amendOpenQuestion(desk, report, judgement)) ?? askClerk(desk, report, asked.text, judgement, village)
}

/** The clerk has been asked already: 是 will open it as it is understood now. */
async function amendOpenQuestion(desk: Desk, report: OpenReport, judgement: Judgement): Promise<string | null> {
  for (const turn of TURNS) {
    const question = await desk.question(`is-matter:${report.id}:${turn}`)
    if (question?.what !== 'isMatter') continue
    await desk.amendQuestion(question, { ...question.data, judgement })
    return 'amended the question'
  }
  return null
}

/** What the local reader left alone may be a matter after all: the clerk decides, unless it was decided in the meantime. */
async function askClerk(desk: Desk, report: OpenReport, text: string, judgement: Judgement, village: string): Promise<string> {
  const [first] = report.messages
  const taken = first ? (await desk.ticketsOfMessage(first.id)).length > 0 : false
  if (taken) return 'decided already'
  return (await askIsMatter(desk, report, { text, judgement, village, person: report.person, hidden: wantsNoName(text) }, 0))
    ? 'asked the clerk'
    : 'nobody to ask'
}

async function warn(desk: Desk, report: OpenReport, told: Parameters<typeof onDuty>[1]): Promise<void> {
  const duty = onDuty(desk, told)
  if (!duty) return
  const text = perhapsDanger(
    placeName(desk.roster, told.village),
    personName(desk.roster, report.person),
    told.text.slice(0, MAX_QUOTE).replaceAll('\n', '，'),
  )
  const key = `second:danger:${report.id}`
  await desk.notify([{ key, to: toPerson(duty), ticket: null, occasion: 'second:danger', text, urgent: true }])
}
