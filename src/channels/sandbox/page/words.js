// How facts are shown; dates are Asia/Shanghai wherever the browser stands.
const ZONE = 'Asia/Shanghai'
const formats = new Map()

function parts(iso, options) {
  const key = JSON.stringify(options)
  const format = formats.get(key) ?? new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour12: false, ...options })
  formats.set(key, format)
  return Object.fromEntries(format.formatToParts(new Date(iso)).map((p) => [p.type, p.value]))
}

const DAY_MS = 86_400_000
const dayNumber = (iso) => Math.floor((new Date(iso).getTime() + 8 * 3_600_000) / DAY_MS)

export const day = (iso) => {
  const p = parts(iso, { month: 'numeric', day: 'numeric', weekday: 'short' })
  return `${p.month}月${p.day}日（${p.weekday}）`
}
export const time = (iso) => {
  const p = parts(iso, { hour: 'numeric', minute: '2-digit' })
  return `${Number(p.hour) % 24}:${p.minute.padStart(2, '0')}`
}
export const moment = (iso) => `${day(iso)}${time(iso)}`

/** As a chat says it: 9:05, 昨天 16:20, 11月20日（周五）9:05. */
export function stamp(iso, now) {
  const ago = dayNumber(now) - dayNumber(iso)
  return ago === 0 ? time(iso) : ago === 1 ? `昨天 ${time(iso)}` : moment(iso)
}
/** In the list of conversations: 9:05, 昨天, 11月20日. */
export function shortStamp(iso, now) {
  const ago = dayNumber(now) - dayNumber(iso)
  return ago === 0 ? time(iso) : ago === 1 ? '昨天' : day(iso).replace(/（.*/u, '')
}

export const ROLES = {
  resident: '居民',
  keeper: '网格员',
  clerk: '文书',
  secretary: '村支书',
  mediator: '调解员',
  duty: '镇值班',
  leader: '领导',
  supervisor: '村务监督',
}
export const KINDS = { village: '村里事', neighbour: '邻里事', household: '户里事' }
export const STAGES = [
  ['intake', '来事', '接事'],
  ['triage', '理事', '定事'],
  ['deliberation', '议事', '说事'],
  ['handling', '访事', '查事'],
  ['archive', '论事', '档事'],
]
export const STATUSES = {
  open: '正在办',
  waiting: '挂账',
  resolved: '等一句话',
  closed: '已办结',
  rejected: '不受理',
  withdrawn: '已撤回',
  merged: '已合并',
}
export const MEDIATION_STATES = { talking: '还在说', agreed: '说好了', failed: '没说好', refused: '一方不愿意' }
export const isLive = (t) => t.status === 'open' || t.status === 'waiting'

/** How a matter stands, and in which colour. */
export function stateOf(t) {
  if (t.status !== 'open') return [STATUSES[t.status], t.status]
  if (t.daysLate > 0) return [`超期${t.daysLate}天`, 'late']
  if (!t.owner) return ['还没有人', 'late']
  return t.acceptedAt ? [STATUSES.open, 'open'] : ['等人接', 'waiting']
}
export const MODES = { direct: '直办', led: '领办', joint: '联办', supervised: '督办' }
export const STATES = { due: '待发', sent: '已发', suppressed: '没发', failed: '没发成' }

const ORDER = ['leader', 'duty', 'secretary', 'clerk', 'mediator', 'keeper', 'supervisor', 'resident']
/** What somebody is called by office. */
export const roleOf = (person) => {
  const role = ORDER.find((r) => person.roles.some((x) => x.role === r))
  return role ? ROLES[role] : '不在册'
}
/** Those whom one is likely to play come first. */
const SECTIONS = [
  ['居民', ['居民']],
  ['网格员', ['网格员']],
  ['村干部', ['村支书', '文书', '调解员', '村务监督']],
  ['镇上', ['领导', '镇值班']],
  ['不在册', ['不在册']],
]
export const inSections = (people) =>
  SECTIONS.map(([name, roles]) => [
    name,
    people.filter((p) => roles.includes(roleOf(p))).sort((a, b) => roles.indexOf(roleOf(a)) - roles.indexOf(roleOf(b))),
  ]).filter(([, some]) => some.length > 0)

/** A message in one line: its words, or what came in place of them. */
export const lineOf = (m) => m.text.replaceAll('\n', ' ') || (m.voice ? '[语音]' : '[照片]')

/** One of six quiet colours, always the same for the same id. */
export const tintOf = (id) => `t${[...id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 997, 7) % 6}`
