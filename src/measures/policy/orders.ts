import { DAY_MS, earlier, later } from '../../domain/durations.ts'
import { maskPersonal } from '../../domain/mask.ts'
import type { OrderName } from '../../domain/order-name.ts'
import { personName, villagesOf } from '../../domain/roster.ts'
import { villageStem } from '../../domain/village-stem.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { CADRES, type Call, type CallOf, type Command, type Reply } from '../../orders/define-command.ts'
import { LONGEST_NOTICE, mayApprove, NOTICES } from './facts.ts'
import { audienceName, decideNotice, draftNotice, noticesOf, unreadBy, withdrawNotice } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'发通知' | '同意通知' | '不同意通知' | '撤通知', true> {}
}

const RECENT_DAYS = 30
const SHOWN = 8
const NUMBER = /^第?(\d{1,6})号?[\s，,：:]*(.*)$/u

/** What was typed, with its own lines: an order's plain text has none. */
const original = (call: Pick<Call, 'text' | 'spoken'>, rest: string): string => {
  const { text } = call.spoken
  const at = text.indexOf(rest.slice(0, 4))
  return at < 0 ? rest : text.slice(at)
}

/** 发通知 坪头村 …, one-to-one. In a group people call many things a notice; there nothing is taken for a draft. */
export const policy: Command = {
  name: '发通知',
  topic: '通知',
  also: ['通知', '拟通知'],
  for: CADRES,
  ticket: 'none',
  fits: (_words, scene, apart) => apart && !scene.inGroup,
  example: '发通知 坪头村 医保缴费到12月底',
  help: '拟一条通知，同意后进群里当天的那一条',
  async run(call, { rest }) {
    const { desk, spoken } = call
    if (rest === '') return recent(call)
    const targets = readTargets(call, original(call, rest))
    if (!targets) return askFor(call, `发通知 %s ${rest}`, say.whereTo)
    if (targets.rest === '') return privately(say.refusals.nothing)
    if (targets.groups.length === 0) return privately(say.refusals.noGroup)
    const drafted = await draftNotice(desk, spoken.person, targets.rest, targets.groups)
    if ('refused' in drafted)
      return privately(drafted.refused === 'long' ? say.refusals.long(LONGEST_NOTICE) : say.refusals[drafted.refused])
    const { notice, approver } = drafted
    const masked = maskPersonal(targets.rest.trim()) !== targets.rest.trim() ? say.masked : ''
    // The author who decides reads the question itself; a receipt would be one word too many.
    if (approver === spoken.person.id) return masked ? privately(masked) : []
    const receipt = say.drafted(notice, personName(desk.roster, approver), audienceName(desk.roster, notice.groups))
    return privately(`${receipt}${masked}${unreadBy(desk.roster, notice.groups)}`)
  },
}

async function recent({ desk, spoken }: CallOf<'cases' | 'now' | 'roster'>): Promise<Reply[]> {
  const span = { from: earlier(desk.now, RECENT_DAYS * DAY_MS), to: later(desk.now, 1) }
  const mine = (await noticesOf(desk, span)).filter((n) => n.by === spoken.person.id || mayApprove(desk.roster, spoken.person, n.groups))
  return privately(say.list(mine.toReversed().slice(0, SHOWN), desk.now))
}

const numbered = async (call: CallOf<'cases'>, rest: string) => {
  const found = NUMBER.exec(rest)
  const notice = found ? await call.desk.cases(NOTICES).byNumber(Number(found[1])) : null
  return notice && { notice, note: found?.[2] ?? '' }
}

const decision = (name: OrderName, yes: boolean): Command => ({
  name,
  also: [],
  for: CADRES,
  ticket: 'none',
  unlisted: true,
  fits: (words) => NUMBER.test(words),
  example: `${name} 3`,
  help: '答复一条通知',
  async run(call, { rest }) {
    const found = await numbered(call, rest)
    if (!found) return privately(say.refusals.noNumber)
    const decided = await decideNotice(call.desk, call.spoken.person, found.notice, yes, found.note)
    if ('refused' in decided)
      return privately(decided.refused === 'decided' ? say.refusals.decided(found.notice) : say.refusals.notYours(found.notice))
    return privately(decided.when ? say.approved(decided.notice, decided.when) : say.denied(decided.notice))
  },
})

export const approvePolicy = decision('同意通知', true)
export const denyPolicy = decision('不同意通知', false)

export const withdrawPolicy: Command = {
  name: '撤通知',
  topic: '通知',
  also: ['收回通知', '撤回通知'],
  for: CADRES,
  ticket: 'none',
  fits: (words) => NUMBER.test(words),
  example: '撤通知 3',
  help: '收回还没发的通知',
  async run(call, { rest }) {
    const found = await numbered(call, rest)
    if (!found) return privately(say.refusals.noNumber)
    const taken = await withdrawNotice(call.desk, call.spoken.person, found.notice)
    return privately(typeof taken === 'boolean' ? say.withdrawn(found.notice, taken) : say.refusals.notYoursToTakeBack(found.notice))
  },
}

export interface Targets {
  groups: string[]
  /** The words without the places. */
  rest: string
}

const EVERYWHERE = /^(?:全镇|全部|所有|各村|各群|每个村|所有村)(?:的?群)?/u
const CADRES_GROUP = /^(?:干部群|工作群)/u
const BEHIND =
  /^([\s\S]+?)[\s，,。；;（(]+(?:请?发(?:到|给|在)?|通知到?|给)?((?:(?!村委会|村部)[^\s，,。；;])+?)(?:便民)?(?:的?群里?)?[）)]?$/u
const GLUE = /^[\s，,、和及：:]+|^(?:的?群)(?=[\s，,：:])/u

/** 全镇 …, 坪头村、河口村 …, 干部群 …; without a place the speaker's own village, where that is one. Null: nothing said and several possible. */
export function readTargets(call: CallOf<'roster'>, text: string): Targets | null {
  const { desk, spoken } = call
  const { roster } = desk
  const groups = new Set<string>()
  let rest = text.trim()
  const villages = [...roster.nodes.values()].filter((n) => n.level === 'village')
  const villageGroups = (ids: readonly string[]) =>
    [...roster.groups.values()].filter((g) => g.kind === 'village' && ids.includes(g.grid)).map((g) => g.id)
  for (let again = true; again; ) {
    again = false
    const all = EVERYWHERE.exec(rest)
    const cadres = CADRES_GROUP.exec(rest)
    const village = villages
      .flatMap((v) => [v.name, villageStem(v.name), ...v.aliases].map((name) => ({ name, id: v.id })))
      .filter(({ name }) => name.length > 1 && rest.startsWith(name))
      .sort((a, b) => b.name.length - a.name.length)[0]
    if (all) for (const id of villageGroups(villages.map((v) => v.id))) groups.add(id)
    else if (cadres) for (const g of roster.groups.values()) if (g.kind === 'cadres') groups.add(g.id)
    if (village && !all && !cadres) for (const id of villageGroups([village.id])) groups.add(id)
    const taken = all?.[0] ?? cadres?.[0] ?? village?.name
    if (taken === undefined) break
    // 坪头村委会 is no place but the beginning of the words.
    if (!GLUE.test(rest.slice(taken.length)) && rest.length > taken.length) break
    rest = rest.slice(taken.length)
    for (let glue = GLUE.exec(rest); glue; glue = GLUE.exec(rest)) rest = rest.slice(glue[0].length)
    again = rest !== ''
  }
  if (groups.size > 0) return { groups: [...groups], rest }
  // 医保缴费到12月底，发坪头村群: said behind, and set off.
  const behind = BEHIND.exec(text.trim())
  if (behind?.[1] && behind[2]) {
    const said = readTargets(call, `${behind[2]} `)
    if (said && said.rest === '' && said.groups.length > 0) return { groups: said.groups, rest: behind[1].trim() }
  }
  const own = villageGroups(villagesOf(roster, { roles: spoken.person.roles.filter((r) => r.role !== 'resident') }))
  return own.length === 1 ? { groups: own, rest } : null
}
