import { dayName, dayNumber } from '../domain/moments.ts'
import { toPerson } from '../domain/notice.ts'
import { onLeave } from '../domain/roster.ts'
import { momentOf, readWhen } from '../spoken/when.ts'
import { beginLeave, endLeave } from '../tickets/leave.ts'
import { deputised, leaveEnded, leaveNoted, leaveUntilWhen, notOnLeave, whoIsDeputy } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { CADRES, type Call, type Command, type Reply } from './define-command.ts'
import { findCadre } from './find-person.ts'
import { isTalk, nothing } from './talk.ts'

const DAY_MS = 24 * 60 * 60_000
/** 请假到周五, 请假三天 小李代, 我不在，找小李; but not 请假条 or 我不在家. */
const LEAVE =
  /^(?:到|至|[一二两三四五六七八九十\d]+ ?天|(?:这|本|下)?(?:周|星期)|明|后天|今天|\d{1,2}[月.]|[，, ]*(?:找|请|让|由|有事找)\S{2,6}$)|[代替]$/u

const ask = async (call: Call, what: 'untilWhen' | 'whoIsDeputy', say: string, words: string): Promise<Reply[]> => {
  const { desk, spoken } = call
  await desk.ask(
    { id: `leave:${spoken.messageId}`, person: spoken.person.id, what, ticket: null, data: { say } },
    new Date(desk.now.getTime() + DAY_MS),
  )
  return privately(words)
}

const nameIn = (words: string): string =>
  words
    .replace(/^[，,\s]*(?:到|有事|都)?(?:找|由|请|让)?/u, '')
    .replace(/(?:来)?(?:代|替|代班|代办|代管|替我|顶)(?:一下|几天)?$/u, '')
    .trim()

export const leave: Command = {
  name: '请假',
  also: ['我请假', '我要请假', '我不在', '这几天我不在'],
  for: CADRES,
  ticket: 'none',
  fits: (words, _scene, apart) => !isTalk(words) && (apart || LEAVE.test(words)),
  now: async ({ desk, spoken }) => onLeave(desk.roster, spoken.person.id) === null,
  example: '请假到周五 小李代',
  help: '不在的几天，谁代办',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const when = readWhen(rest, desk.now, desk.calendar)
    const name = nameIn(when ? when.rest : rest)
    const until = when && ('day' in when.when ? when.when.day : dayName(dayNumber(momentOf(when.when, desk.now, desk.calendar))))
    if (name === '') return ask(call, 'whoIsDeputy', until ? `请假到${until} %s代` : '请假 %s代', whoIsDeputy)
    const found = await findCadre(call, name, null, () => (until ? `请假到${until} %s代` : '请假 %s代'))
    if ('replies' in found) return found.replies
    const deputy = found.person
    if (deputy.id === spoken.person.id) return ask(call, 'whoIsDeputy', until ? `请假到${until} %s代` : '请假 %s代', whoIsDeputy)
    if (!until) return ask(call, 'untilWhen', `请假到%s ${deputy.name}代`, leaveUntilWhen)
    const { moved } = await beginLeave(desk, spoken.person, deputy.id, until)
    const text = deputised(spoken.person.name, until, moved, desk.now)
    await desk.notify([{ key: `deputy:${spoken.messageId}`, to: toPerson(deputy.id), ticket: null, occasion: 'deputy', text }])
    return privately(leaveNoted(until, deputy.name, moved, desk.now))
  },
}

export const endOfLeave: Command = {
  name: '销假',
  also: ['我回来了', '我回来上班了'],
  for: CADRES,
  ticket: 'none',
  fits: nothing,
  now: async ({ desk, spoken }) => onLeave(desk.roster, spoken.person.id) !== null,
  example: '销假',
  help: '回来了，事情转回来',
  async run(call) {
    const ended = await endLeave(call.desk, call.spoken.person.id)
    return privately(ended ? leaveEnded(ended.back) : notOnLeave)
  },
}
