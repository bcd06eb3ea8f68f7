// How facts are shown; dates are Asia/Shanghai wherever the browser stands.
const ZONE = 'Asia/Shanghai'
const parts = (iso, options) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, hour12: false, ...options })
      .formatToParts(new Date(iso))
      .map((p) => [p.type, p.value]),
  )

export const day = (iso) => {
  const p = parts(iso, { month: 'numeric', day: 'numeric', weekday: 'short' })
  return `${p.month}月${p.day}日（${p.weekday}）`
}
export const time = (iso) => {
  const p = parts(iso, { hour: '2-digit', minute: '2-digit' })
  return `${p.hour === '24' ? '00' : p.hour}:${p.minute}`
}
export const moment = (iso) => `${day(iso)}${time(iso)}`

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
  ['intake', '来事接事'],
  ['triage', '理事定事'],
  ['deliberation', '议事说事'],
  ['handling', '访事查事'],
  ['archive', '论事档事'],
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
export const MODES = { direct: '直办', led: '领办', joint: '联办', supervised: '督办' }
export const STATES = { due: '待发', sent: '已发', suppressed: '压下', failed: '失败' }

const ORDER = ['leader', 'duty', 'secretary', 'clerk', 'mediator', 'keeper', 'supervisor', 'resident']
/** What somebody is called by office; 外来 for one whom no roster knows. */
export const roleOf = (person) => {
  const role = ORDER.find((r) => person.roles.some((x) => x.role === r))
  return role ? ROLES[role] : '不在册'
}
export const orderOf = (person) => {
  const held = person.roles.map((r) => ORDER.indexOf(r.role)).filter((at) => at >= 0)
  return held.length > 0 ? Math.min(...held) : ORDER.length
}
