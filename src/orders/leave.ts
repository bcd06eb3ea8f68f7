import { DAY_MS, later } from '../domain/durations.ts'
import { dayName, dayNumber } from '../domain/moments.ts'
import { toPerson } from '../domain/notice.ts'
import { type OrderSaid, orderAgain } from '../domain/order-name.ts'
import type { Person } from '../domain/people.ts'
import { onLeave, personName } from '../domain/roster.ts'
import { SOON } from '../reading/bounds.ts'
import { startsWithDay } from '../reading/day-words.ts'
import { readLeaveDays } from '../reading/leave-days.ts'
import { beginLeave, endLeave, type LeaveDesk, overlaps, planLeave, plannedLeaves, unplanLeave } from '../tickets/leave.ts'
import * as say from '../wording/leave.ts'
import { inFull } from '../wording/which-day.ts'
import { privately } from './answer.ts'
import { CADRES, type CallOf, type Command, type Reply } from './define-command.ts'
import { cadreAt, findCadre } from './find-person.ts'
import { isTalk, nothing } from './talk.ts'
import { askWhichDay } from './which-day.ts'

/** 请假到周五, 请假三天 小李代, 我不在，找小李; but not 请假条 or 我不在家. */
const LEAVE = /^(?:到|至|[，, ]*(?:找|请|让|由|有事找)\S{2,6}$)|[代替]$/u

const ask = async (call: CallOf<'ask' | 'now'>, what: 'untilWhen' | 'whoIsDeputy', retold: OrderSaid, words: string): Promise<Reply[]> => {
  const { desk, spoken } = call
  await desk.ask(
    { id: `leave:${spoken.messageId}`, person: spoken.person.id, what, ticket: null, data: { say: retold } },
    later(desk.now, DAY_MS),
  )
  return privately(words)
}

const nameIn = (words: string): string =>
  words
    .replace(/^[，,\s]*(?:到|有事|都)?(?:找|由|请|让)?/u, '')
    .replace(/(?:来)?(?:代|替|代班|代办|代管|替我|代我|顶)(?:一下|几天)?$/u, '')
    .replace(/^[，,\s]+/u, '')
    .trim()

/** 要去县医院检查，王芳替我: who is named in it; another day names nobody. */
function deputyIn(call: CallOf<'now' | 'calendar' | 'roster'>, words: string): string {
  const name = nameIn(words)
  const isNamed = cadreAt(call)
  const at = Array.from({ length: name.length }, (_, i) => i).find((i) => isNamed(name.slice(i)) > 0)
  if (at) return name.slice(at, at + isNamed(name.slice(at)))
  const { now, calendar } = call.desk
  return readLeaveDays(name, { now, calendar, bounds: SOON }).rest === '' ? '' : name
}

/** Until when the deputy is away as well in these days; null where they are there. */
async function alsoAway(
  { desk }: CallOf<'dueOf' | 'roster'>,
  deputy: string,
  days: { since: string; until: string },
): Promise<string | null> {
  const now = onLeave(desk.roster, deputy)
  if (now && now.until >= days.since) return now.until
  return (await plannedLeaves(desk, deputy)).find((p) => overlaps(p, days))?.until ?? null
}

export const leave: Command = {
  name: '请假',
  sort: 'wishes',
  keeps: 'when-and-who',
  for: CADRES,
  ticket: 'none',
  fits: (words, _scene, apart) => !isTalk(words) && (apart || LEAVE.test(words) || startsWithDay(words.replace(/^从/u, ''))),
  now: async ({ desk, spoken }) => onLeave(desk.roster, spoken.person.id) === null,
  example: '请假到周五 小李代',
  help: '不在的几天，谁代办',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const { now, calendar } = desk
    const { since, until, doubt, rest: words } = readLeaveDays(rest, { now, calendar, bounds: SOON })
    if (doubt) return askWhichDay(call, doubt, orderAgain('请假', '到%s', words))
    const days = `${since ? inFull(since) : ''}${until ? `到${inFull(until)}` : since ? '起' : ''}`
    const whoElse: OrderSaid = `请假${days} %s代`
    const name = deputyIn(call, words)
    if (name === '') return ask(call, 'whoIsDeputy', whoElse, say.whoIsDeputy)
    const found = await findCadre(call, name, null, () => whoElse)
    if ('replies' in found) return found.replies
    const deputy = found.person
    if (deputy.id === spoken.person.id) return ask(call, 'whoIsDeputy', whoElse, say.whoIsDeputy)
    const first = since ?? dayName(dayNumber(desk.now))
    const away = await alsoAway(call, deputy.id, { since: first, until: until ?? first })
    if (away) return ask(call, 'whoIsDeputy', whoElse, say.deputyAway(deputy.name, away, desk.now))
    if (!until || until < first) return ask(call, 'untilWhen', `请假${since ? inFull(since) : ''}到%s ${deputy.name}代`, say.leaveUntilWhen)
    return since ? plan(call, deputy, since, until) : begin(call, deputy, until)
  },
}

async function begin(call: CallOf<keyof LeaveDesk | 'addDue' | 'addLeave' | 'newId'>, deputy: Person, until: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const count = await beginLeave(desk, spoken.person, deputy.id, until)
  const words = say.deputised(spoken.person.name, until, count, desk.now)
  await tellDeputy(call, deputy.id, words, say.deputyNoMore(spoken.person.name))
  return privately(say.leaveNoted(until, deputy.name, count, desk.now))
}

/** Nothing moves before the first day; a job begins it then. */
async function plan(
  call: CallOf<'addDue' | 'cancelDue' | 'dueOf' | 'notify' | 'now'>,
  deputy: Person,
  since: string,
  until: string,
): Promise<Reply[]> {
  const { desk, spoken } = call
  const person = spoken.person.id
  await planLeave(desk, { person, deputy: deputy.id, since, until })
  const words = say.deputyPlanned(spoken.person.name, since, until, desk.now)
  await tellDeputy(call, deputy.id, words, say.deputyNotNeeded(spoken.person.name))
  return privately(say.leavePlanned(since, until, deputy.name, desk.now))
}

/** `undone`: what takes it back. */
const tellDeputy = ({ desk, spoken }: CallOf<'notify'>, deputy: string, text: string, undone?: string): Promise<void> =>
  desk.notify([
    { key: `deputy:${spoken.messageId}`, to: toPerson(deputy), ticket: null, occasion: 'deputy', text, ...(undone && { undone }) },
  ])

/** Back from leave; or, before it has begun, not going. */
export const endOfLeave: Command = {
  name: '销假',
  sort: 'wishes',
  for: CADRES,
  ticket: 'none',
  fits: nothing,
  now: async ({ desk, spoken }) =>
    onLeave(desk.roster, spoken.person.id) !== null || (await plannedLeaves(desk, spoken.person.id)).length > 0,
  example: '销假',
  help: '回来了，事情转回来',
  async run(call) {
    const { desk, spoken } = call
    const ended = await endLeave(desk, spoken.person.id)
    const [planned] = ended ? [] : await plannedLeaves(desk, spoken.person.id)
    if (ended || planned) desk.deeds.final(say.askLeaveAgain)
    if (ended) return privately(say.leaveEnded(ended.back))
    if (!planned) return privately(say.notOnLeave)
    await unplanLeave(desk, planned)
    await tellDeputy(call, planned.deputy, say.deputyNotNeeded(personName(desk.roster, spoken.person.id)))
    return privately(say.leaveUnplanned(planned.since, planned.until, desk.now))
  },
}
