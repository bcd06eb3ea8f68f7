import { dayOf } from '../../domain/moments.ts'
import { type OrderName, orderAgain } from '../../domain/order-name.ts'
import type { Person, Role } from '../../domain/people.ts'
import { EDUCATIONS, type RecordKind, type Staff } from '../../domain/team.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import { type CallOf, type Command, type Reply, STEWARDS } from '../../orders/define-command.ts'
import { cadreAt, findCadre, namesCadre } from '../../orders/find-person.ts'
import { keeps } from '../../orders/roster-rights.ts'
import { nothing } from '../../orders/talk.ts'
import { readDayDone } from '../../orders/which-day.ts'
import { beginnings } from '../../reading/apart.ts'
import { cadresKeptBy, mayKeepRegisterOf, recordTeam, saveStaff, teamNow } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames
    extends Record<'登记干部' | '记培训' | '记活动' | '记警示' | '记体检' | '记考核' | '记奖惩' | '队伍' | '档案', true> {}
}

const FILE_RECORDS = 12
const EVERYBODY: readonly (readonly [RegExp, Role | null])[] = [
  [/^(?:全体|所有|各)网格员/u, 'keeper'],
  [/^(?:全体|所有|各村)?(?:村)?文书(?=[\s，,])/u, 'clerk'],
  [/^(?:全体|所有|各村)(?:村)?支书/u, 'secretary'],
  [/^(?:全体|所有|全村|全镇)(?:村)?干部/u, null],
]
const BASIS = /[，,\s]*依据(?:是|为)?[:：]?\s*(.+)$/u
const AND = /^[和及]\s*/u

/** Where the people stand: everybody of a kind first, then a name set off, then what begins with one. */
function peopleAt(call: CallOf<'roster'>, text: string): number {
  const all = beginnings(text)
  const name = cadreAt(call)
  const isApart = (at: number, length: number) => length > 0 && /^(?:$|[\s，,、和及])/u.test(text.slice(at + length))
  return (
    all.find((at) => EVERYBODY.some(([form]) => form.test(text.slice(at)))) ??
    all.find((at) => isApart(at, name(text.slice(at)))) ??
    all.find((at) => namesCadre(call, text.slice(at))) ??
    0
  )
}

/** What it rests on is the end of the line; where the line begins with it, its first words are. */
function basisIn(text: string): { body: string; basis: string } {
  const last = BASIS.exec(text)
  if (!last) return { body: text, basis: '' }
  const before = text.slice(0, last.index)
  const [first = '', ...more] = (last[1] ?? '').split(/[\s，,]+/u)
  return before.trim() === '' && more.length > 0 ? { body: more.join(' '), basis: first } : { body: before, basis: last[1] ?? '' }
}

type People = { people: Person[]; rest: string } | { replies: Reply[] }

/** 李建国、王芳, 全体网格员: of those whose register the speaker keeps. */
async function readPeople(call: CallOf<'ask' | 'now' | 'roster'>, words: string): Promise<People> {
  const { desk, spoken } = call
  for (const [form, role] of EVERYBODY) {
    const found = form.exec(words)
    if (!found) continue
    const people = cadresKeptBy(desk.roster, spoken.person).filter((p) => role === null || p.roles.some((r) => r.role === role))
    return { people, rest: words.slice(found[0].length).replace(/^[\s，,]+/u, '') }
  }
  const people: Person[] = []
  for (let rest = words; ; ) {
    const found = await findCadre(call, rest, keeps(call)[0] ?? null)
    // Behind the first name, what is no name is what happened.
    if ('replies' in found) return people.length > 0 ? { people, rest } : found
    if (!mayKeepRegisterOf(desk.roster, spoken.person, found.person)) return { replies: privately(say.notYours(found.person.name)) }
    people.push(found.person)
    const said = rest.slice(0, rest.length - found.rest.length)
    if (!/[、，,]\s*$/u.test(said) && !AND.test(found.rest)) return { people, rest: found.rest }
    rest = found.rest.replace(AND, '')
  }
}

const record = (name: OrderName, also: readonly string[], kind: RecordKind, example: string): Command => ({
  name,
  also,
  for: STEWARDS,
  ticket: 'none',
  topic: '队伍',
  fits: (_words, _scene, apart) => apart,
  example,
  help: '记一笔，几个人、全体干部都行',
  async run(call, { rest }) {
    const { desk, spoken } = call
    if (rest === '') return privately(say.howToRecord(name))
    const begin = peopleAt(call, rest)
    const found = await readPeople(call, rest.slice(begin))
    if ('replies' in found) return found.replies
    const names = rest.slice(begin, rest.length - found.rest.length).trim()
    const { body, basis } = basisIn(`${rest.slice(0, begin)} ${found.rest}`.trim())
    const when = await readDayDone(call, body, { again: (more) => orderAgain(name, names, '%s', more, basis ? `依据${basis}` : '') })
    if (when.replies) return when.replies
    const day = when.day ?? dayOf(desk.now)
    const title = when.rest.trim()
    if (title === '') return askFor(call, `${name} ${names} ${day} %s${basis ? ` 依据${basis}` : ''}`, say.whatHappened)
    if (kind === 'assessment' && basis === '') return askFor(call, `${name} ${names} ${day} ${title} 依据%s`, say.restsOn)
    const { added, known } = await recordTeam(desk, spoken.person, found.people, { kind, day, title, basis })
    return privately(say.recorded(kind, title, day, { added, known }, desk.now))
  },
})

export const recordCommands: readonly Command[] = [
  record('记培训', ['登记培训'], 'training', '记培训 李建国、王芳 11月20日 防汛演练'),
  record('记活动', ['登记活动'], 'activity', '记活动 全体干部 昨天 帮收玉米'),
  record('记警示', ['记警示教育'], 'warning', '记警示 全体干部 11月20日 看警示片'),
  record('记体检', ['登记体检'], 'checkup', '记体检 全体干部 5月20日 年度体检'),
  record('记考核', ['登记考核', '记评议'], 'assessment', '记考核 李建国 12月30日 称职 依据民主评议'),
  record('记奖惩', ['记奖励', '记处分'], 'reward', '记奖惩 王芳 12月30日 优秀调解员 依据镇发文件'),
]

const SINCE = /(\d{4})[年.\-/](\d{1,2})(?:[月.\-/](\d{1,2})日?|月)?(?:起|任职|上任|到任)?/u
const EDUCATION = new RegExp(`(全日制)?(${EDUCATIONS.map((e) => say.educationNames[e]).join('|')}|大学|专科)(?:学历|文化|毕业)?`, 'u')
const HOW = /(换届选举|换届|公开招聘|招考|下派|本村选任|选任|聘用|转任|留任|连任)/u

/** 村党支部书记 大专 2021年3月任职 换届选举, in any order. */
function readStaff(words: string): Partial<Omit<Staff, 'person'>> {
  let rest = words
  const take = (form: RegExp): RegExpExecArray | null => {
    const found = form.exec(rest)
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
    return found
  }
  const since = take(SINCE)
  const education = take(EDUCATION)
  const how = take(HOW)
  const named = education?.[2] === '大学' ? '本科' : education?.[2] === '专科' ? '大专' : education?.[2]
  const code = EDUCATIONS.find((e) => say.educationNames[e] === named)
  const post = rest.replace(/[\s，,、]+/gu, ' ').trim()
  const two = (n: string) => n.padStart(2, '0')
  return {
    ...(post !== '' && { post }),
    ...(code && { education: code, fullTime: education?.[1] !== undefined }),
    ...(since && { since: [since[1], two(since[2] ?? ''), ...(since[3] ? [two(since[3])] : [])].join('-') }),
    ...(how && { how: how[0] }),
  }
}

/** One line of the staff register: post, education, since when. */
export const registerCadre: Command = {
  name: '登记干部',
  topic: '队伍',
  also: ['干部登记'],
  for: STEWARDS,
  ticket: 'none',
  fits: (words, scene, apart) => apart && scene.namesCadre(words),
  example: '登记干部 李建国 网格员 大专 2021年3月任职',
  help: '干部的岗位、学历、任职时间',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const found = await findCadre(call, rest, keeps(call)[0] ?? null)
    if ('replies' in found) return rest === '' ? privately(say.howToStaff) : found.replies
    if (!mayKeepRegisterOf(desk.roster, spoken.person, found.person)) return privately(say.notYours(found.person.name))
    const said = readStaff(found.rest)
    if (Object.keys(said).length === 0) return privately(say.howToStaff)
    return privately(say.staffSaved(found.person.name, await saveStaff(desk, spoken.person, found.person, said)))
  },
}

export const team: Command = {
  name: '队伍',
  topic: '队伍',
  also: ['队伍情况', '干部队伍'],
  for: ['secretary', 'leader'],
  ticket: 'none',
  fits: nothing,
  example: '队伍',
  help: '干部登记、培训、体检的情况',
  run: async ({ desk, spoken }) => privately(say.teamNow(await teamNow(desk, spoken.person))),
}

export const cadreFile: Command = {
  name: '档案',
  topic: '队伍',
  also: ['查档案'],
  for: ['secretary', 'leader'],
  ticket: 'none',
  fits: (words, scene, apart) => apart && scene.namesCadre(words),
  example: '档案 李建国',
  help: '一个干部的登记和记录',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const found = await findCadre(call, rest, keeps(call)[0] ?? null, () => '档案 %s')
    if ('replies' in found) return found.replies
    const { person } = found
    if (!mayKeepRegisterOf(desk.roster, spoken.person, person)) return privately(say.notYours(person.name))
    return privately(
      say.cadreFile(person.name, desk.roster.staff.get(person.id) ?? null, await desk.team.recordsOf(person.id, FILE_RECORDS)),
    )
  },
}
