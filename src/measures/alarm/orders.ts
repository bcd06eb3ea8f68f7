import { maskPersonal } from '../../domain/mask.ts'
import { placeName } from '../../domain/place-name.ts'
import { hasRoleOver, villagesOf } from '../../domain/roster.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { type Audience, type CallOf, type Command, READERS } from '../../orders/define-command.ts'
import { nothing } from '../../orders/talk.ts'
import { readTargets } from '../policy/orders.ts'
import { audiencesOf } from '../policy/verbs.ts'
import { whereTo } from '../policy/words.ts'
import { endAlarm, keeperToldAll, leftOf, raiseAlarm, runningAlarms } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'发预警' | '预警情况' | '预警解除' | '都到了', true> {}
}

const CALLERS: Audience = ['secretary', 'duty', 'leader']
const VILLAGES = 10

const isOver = ({ desk, spoken }: CallOf<'roster'>, groups: readonly string[]): boolean =>
  groups.every((id) => {
    const grid = desk.roster.groups.get(id)?.grid ?? ''
    return (['secretary', 'duty', 'leader'] as const).some((role) => hasRoleOver(desk.roster, spoken.person, role, grid))
  })

/** At once, at any hour, without a second word: whoever may raise it stands for it. */
export const raise: Command = {
  name: '发预警',
  topic: '通知',
  also: ['天气预警', '气象预警'],
  for: CALLERS,
  ticket: 'none',
  fits: (_words, scene, apart) => apart && !scene.inGroup,
  example: '发预警 坪头村 今晚有大暴雨，沟口河边的人往高处走',
  help: '天气预警，马上发，看谁还没回',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const targets = rest === '' ? null : readTargets(call, rest)
    if (rest === '' || targets?.rest === '') return privately(say.whatAlarm)
    if (!targets) return askFor(call, `发预警 %s ${rest}`, whereTo)
    if (targets.groups.length === 0 || !isOver(call, targets.groups)) return privately(say.notYours)
    const { households } = await raiseAlarm(desk, spoken.person, maskPersonal(targets.rest), targets.groups)
    const { spoken: read, onTrial } = audiencesOf(desk.roster, targets.groups)
    return privately(say.raised(read, households, onTrial === null ? '' : say.alarmUnread(onTrial)))
  },
}

export const alarmSituation: Command = {
  name: '预警情况',
  topic: '通知',
  also: ['还有谁没回', '谁还没回'],
  for: READERS,
  ticket: 'none',
  fits: nothing,
  now: async ({ desk }) => (await runningAlarms(desk)).length > 0,
  example: '预警情况',
  help: '预警以后还有多少户要打电话',
  async run({ desk, spoken }) {
    const villages = villagesOf(desk.roster, spoken.person)
    for (const alarm of await runningAlarms(desk)) {
      const rows = (await leftOf(desk, alarm)).filter((r) => villages.includes(r.village))
      if (rows.length === 0) continue
      const perVillage = [...Map.groupBy(rows, (r) => r.village)].map(([village, theirs]) => ({
        name: placeName(desk.roster, village),
        left: theirs.reduce((n, r) => n + r.left.length, 0),
        all: theirs.reduce((n, r) => n + r.households.length, 0),
      }))
      return privately(
        say.situation(
          alarm.text,
          alarm.openedAt,
          desk.now,
          perVillage.toSorted((a, b) => b.left - a.left),
          VILLAGES,
        ),
      )
    }
    return privately(say.noAlarm)
  },
}

export const alarmOver: Command = {
  name: '预警解除',
  topic: '通知',
  also: ['解除预警'],
  for: CALLERS,
  ticket: 'none',
  fits: nothing,
  now: async ({ desk }) => (await runningAlarms(desk)).length > 0,
  example: '预警解除',
  help: '险情过去了',
  async run(call) {
    const alarm = (await runningAlarms(call.desk)).find((a) => isOver(call, a.groups))
    if (!alarm) return privately(say.noAlarm)
    await endAlarm(call.desk, call.spoken.person, alarm)
    return privately(say.ended(audiencesOf(call.desk.roster, alarm.groups).spoken !== null))
  },
}

/** 都到了 is also said among people; where no alarm runs it is nothing. */
export const toldAll: Command = {
  name: '都到了',
  topic: '通知',
  also: ['都说到了', '都通知到了', '全部通知到了', '全通知到了'],
  for: ['keeper', 'clerk', 'secretary', 'mediator'],
  ticket: 'none',
  fits: nothing,
  now: async ({ desk }) => (await runningAlarms(desk)).length > 0,
  example: '都到了',
  help: '预警已经挨户说到',
  async run({ desk, spoken }) {
    const text = await keeperToldAll(desk, spoken.person, spoken.conversation)
    return text ? privately(text) : []
  },
}
