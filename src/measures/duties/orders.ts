import { DUTY_FIELDS, type DutyField } from './facts.ts'
import { yearOf } from '../../domain/moments.ts'
import { hasRoleOver, personName, townNode } from '../../domain/roster.ts'
import { spanOfPeriod } from '../../ledger/period.ts'
import { changeDuty } from './change.ts'
import { checkDuties, dutyFigures } from './check.ts'
import * as say from './words.ts'
import { ledgerPeriod } from '../../wording/ledger.ts'
import { notYours } from '../../wording/replies.ts'
import { privately } from '../../orders/answer.ts'
import { type Command, LEADERS, READERS } from '../../orders/define-command.ts'
import { findDuties } from '../../orders/find-duties.ts'
import { nothing } from '../../orders/talk.ts'
import { readDutyOrder, withField } from './orders-change.ts'

const OPTIONS = 5
const SHOWN = 8

/** The list is the township's: a leader of the town changes it, one field at a time, and the history keeps both versions. */
export const changeDutyList: Command = {
  name: '改清单',
  topic: '清单',
  also: ['清单改'],
  for: LEADERS,
  ticket: 'none',
  fits: (words) => readDutyOrder(words) !== null,
  example: '改清单 路灯 时限 5天',
  help: '改一项的责任人、时限、材料',
  async run(call, { rest }) {
    const { desk, spoken } = call
    if (!hasRoleOver(desk.roster, spoken.person, 'leader', townNode(desk.roster))) return privately(notYours('改清单', '镇领导', null))
    const order = readDutyOrder(rest)
    if (!order) return privately(say.howToChange)
    const [duty, second] = findDuties(desk.roster.duties.values(), order.what)
    if (!duty) return privately(say.noDuty(order.what))
    if (second)
      return privately(
        say.whichDuty(
          findDuties(desk.roster.duties.values(), order.what)
            .slice(0, OPTIONS)
            .map((d) => d.name),
        ),
      )
    const to = withField(duty, order)
    if (!to) return privately(say.cannotRead(order.field, order.value))
    const changed = await changeDuty(desk, spoken.person, duty, order.field, to)
    return privately(
      'same' in changed
        ? say.same(duty.name, order.field, changed.same)
        : say.changed(duty.name, order.field, changed.before, changed.after),
    )
  },
}

const isField = (said: unknown): said is DutyField => DUTY_FIELDS.some((f) => f === said)
const text = (said: unknown): string => (typeof said === 'string' ? said : '')

export const dutyHistory: Command = {
  name: '清单记录',
  topic: '清单',
  also: ['清单历史'],
  for: READERS,
  ticket: 'none',
  fits: (words, scene, apart) => apart || scene.namesDuty(words),
  example: '清单记录 路灯',
  help: '一项改过什么',
  async run({ desk }, { rest }) {
    const [duty] = findDuties(desk.roster.duties.values(), rest)
    if (!duty) return privately(say.noDuty(rest))
    const lines = (await desk.chronicle.of(`duty:${duty.code}`)).flatMap(({ at, by, data }): say.HistoryLine[] =>
      isField(data.field)
        ? [{ at, by: by && personName(desk.roster, by), field: data.field, before: text(data.before), after: text(data.after) }]
        : [],
    )
    return privately(say.history(duty.name, lines, desk.now))
  },
}

export const dutyCheckUp: Command = {
  name: '清单体检',
  topic: '清单',
  also: ['清单盘点', '盘点清单'],
  for: LEADERS,
  ticket: 'none',
  fits: nothing,
  example: '清单体检',
  help: '哪些没人管、没发生过、常超期',
  run: async ({ desk, spoken }) => privately(say.checkUp(await checkDuties(desk, spoken.person))),
}

/** By line of the list, this year, in the speaker's own part; never by person. */
export const dutyEvaluation: Command = {
  name: '清单评价',
  topic: '清单',
  also: ['评价清单'],
  for: ['secretary', 'duty', 'leader', 'supervisor'],
  ticket: 'none',
  fits: (words, scene, apart) => apart || scene.namesDuty(words),
  example: '清单评价 路灯',
  help: '一项今年办得怎么样',
  async run({ desk, spoken }, { rest }) {
    const period = String(yearOf(desk.now))
    const span = spanOfPeriod(period)
    if (!span) return []
    const named = rest === '' ? [] : findDuties(desk.roster.duties.values(), rest)
    if (rest !== '' && named.length === 0) return privately(say.noDuty(rest))
    const nameOf = (code: string) => desk.roster.duties.get(code)?.name ?? code
    const all = await dutyFigures(desk, spoken.person, span)
    const rows = named.length > 0 ? all.filter((f) => named.some((d) => d.code === f.duty)) : all.filter((f) => f.opened + f.done > 0)
    if (rows.length === 0) return privately(say.nothingYet(ledgerPeriod(period)))
    const shown = rows.toSorted((a, b) => b.opened - a.opened).slice(0, SHOWN)
    return privately(
      [
        say.evaluationHead(ledgerPeriod(period)),
        ...shown.map((f) => say.evaluation(nameOf(f.duty), f)),
        ...(rows.length > SHOWN ? [say.moreDuties(rows.length - SHOWN)] : []),
      ].join('\n'),
    )
  },
}
