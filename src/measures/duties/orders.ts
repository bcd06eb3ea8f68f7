import type { Duty, Evidence, Mode } from '../../domain/duty.ts'
import { yearOf } from '../../domain/moments.ts'
import type { Role } from '../../domain/people.ts'
import { hasRoleOver, personName, townNode } from '../../domain/roster.ts'
import { spanOfPeriod } from '../../domain/span.ts'
import { privately } from '../../orders/answer.ts'
import { type Command, LEADERS, READERS } from '../../orders/define-command.ts'
import { findDuties } from '../../orders/find-duties.ts'
import { nothing } from '../../orders/talk.ts'
import { takeApart } from '../../reading/apart.ts'
import { readLimit } from '../../reading/limit.ts'
import { isPeriod, readPeriod } from '../../reading/period.ts'
import { ledgerPeriod } from '../../wording/ledger.ts'
import { notYours } from '../../wording/replies.ts'
import { DUTY_FIELDS, type DutyField } from './facts.ts'
import { changeDuty, checkDuties, dutyFigures } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'改清单' | '清单记录' | '清单体检' | '清单评价', true> {}
}

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
  fits: (words, scene, apart) => apart || scene.namesDuty(words) || isPeriod(words),
  example: '清单评价 路灯',
  help: '一项今年办得怎么样',
  async run({ desk, spoken }, { rest: words }) {
    const said = readPeriod(words, desk.now)
    const [period, rest] = said ? [said.period, said.rest] : [String(yearOf(desk.now)), words]
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

const FIELDS: readonly (readonly [words: string, field: DutyField])[] = [
  ['责任人|负责人|谁负责|谁管', 'owner'],
  ['协办|配合', 'coOwners'],
  ['首次回应|回应', 'respond'],
  ['办结时限|办理时限|时限|期限|办结', 'complete'],
  ['办理方式|方式', 'mode'],
  ['办结前要有|证据', 'evidence'],
  ['先议', 'deliberate'],
  ['办理步骤|步骤|流程|怎么办', 'procedure'],
  ['要带材料|材料|要带', 'papers'],
  ['去哪里办|地方|地点|去哪里', 'where'],
  ['依据', 'basis'],
  ['常用说法|说法|俗称', 'words'],
]
const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/网格员|社长/u, 'keeper'],
  [/文书|会计/u, 'clerk'],
  [/支书|书记|主任/u, 'secretary'],
  [/调解/u, 'mediator'],
  [/值班/u, 'duty'],
  [/领导|包村/u, 'leader'],
]
const MODE_WORDS: Record<string, Mode> = { 直办: 'direct', 领办: 'led', 联办: 'joint', 督办: 'supervised' }
const EVIDENCE_WORDS: Record<string, Evidence> = { 照片: 'photo', 走访: 'visit', 议事: 'talk' }
const SPLIT = /[、，,；;\s]+/u
const NONE = /^(?:没有|不用|无|取消)$/u
const FORM = new RegExp(`^(.+?)[\\s，,]*的?(${FIELDS.map(([words]) => words).join('|')})(?:改成|改为|换成|是|为|[:：\\s])*\\s*(.+)$`, 'u')

export interface DutyOrder {
  what: string
  field: DutyField
  value: string
}

/** 时限 路灯 5天, 路灯 5天 时限: the line first, then what it is to be. */
function fieldApart(text: string): DutyOrder | null {
  const taken = takeApart(text, FIELDS.map(([words]) => words).join('|'))
  const field = FIELDS.find(([words]) => words.split('|').includes(taken?.found[0] ?? ''))?.[1]
  const [, what, value] = /^(\S+)\s+(?:改成|改为|换成|是|为)?\s*(.+)$/u.exec(taken?.rest ?? '') ?? []
  return field && what && value ? { what, field, value } : null
}

/** 路灯 时限 5天, 路灯的责任人改成文书. */
function readDutyOrder(text: string): DutyOrder | null {
  const found = FORM.exec(text)
  const field = FIELDS.find(([words]) => words.split('|').includes(found?.[2] ?? ''))?.[1]
  const [what, value] = [found?.[1]?.trim(), found?.[3]?.trim()]
  return field && what && value ? { what, field, value } : fieldApart(text)
}

const roleOf = (said: string): Role | null => ROLE_WORDS.find(([form]) => form.test(said))?.[1] ?? null

/** The line with the field as said, or null where the words cannot be understood. */
function withField(duty: Duty, { field, value }: Pick<DutyOrder, 'field' | 'value'>): Duty | null {
  switch (field) {
    case 'owner': {
      const owner = roleOf(value)
      return owner && { ...duty, owner }
    }
    case 'coOwners': {
      const roles = NONE.test(value) ? [] : value.split(SPLIT).map(roleOf)
      return roles.some((r) => r === null) ? null : { ...duty, coOwners: roles.flatMap((r) => r ?? []) }
    }
    case 'respond':
    case 'complete': {
      const limit = readLimit(value)
      return limit && { ...duty, [field]: limit }
    }
    case 'mode': {
      const mode = MODE_WORDS[value]
      return mode ? { ...duty, mode } : null
    }
    case 'evidence': {
      const wanted = NONE.test(value) ? [] : value.split(SPLIT).map((w) => EVIDENCE_WORDS[w])
      return wanted.some((e) => e === undefined) ? null : { ...duty, evidence: wanted.flatMap((e) => e ?? []) }
    }
    case 'deliberate':
      return /^[是否]$/u.test(value) ? { ...duty, deliberate: value === '是' } : null
    case 'words':
      return { ...duty, words: [...new Set([...duty.words, ...value.split(SPLIT)])] }
    case 'procedure':
    case 'papers':
    case 'where':
    case 'basis':
      return { ...duty, [field]: value }
    default:
      return field satisfies never
  }
}
