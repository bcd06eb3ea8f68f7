import type { Category } from '../../src/measures/exemplars/facts.ts'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import type { Cast, Village } from './cast.ts'
import type { Township } from './client.ts'
import type { HalfYear } from './source.ts'
import { ANSWERS, DEEDS, DEMANDS, DONE, EXPLAINED, LECTURES, LOCAL, MATTERS, VISITED } from './texts.ts'

const NUMERALS = '一二三四'
type Kind = keyof HalfYear['matters']

/** One share of a whole for each month, together the whole. */
const until = (whole: number, month: number, { months }: HalfYear): number => Math.floor((whole * month) / months)
const share = (whole: number, month: number, plan: HalfYear): number => until(whole, month, plan) - until(whole, month - 1, plan)
const pick = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}
const at = (year: number, month: number, day: number, time = '09:00'): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T${time}:00+08:00`

export interface Stage {
  township: Township
  cast: Cast
  year: number
  plan: HalfYear
  /** Says how far it is. */
  progress(line: string): void
}

/** Who tells the n-th matter: village after village, and in each one resident after the other; nobody two on one day. */
function teller({ cast }: Stage, n: number, spoken: Set<string>): { village: Village; who: SandboxPerson } {
  const village = pick(cast.villages, n)
  for (let turn = Math.floor(n / cast.villages.length); ; turn++) {
    const who = pick(village.residents, turn)
    if (spoken.has(who.id)) continue
    spoken.add(who.id)
    return { village, who }
  }
}

/** What is mended is shown; some duties ask for it. */
const PHOTO = { image: { name: '修好了.jpg', base64: '/9j/4AAQSkZJRg==' } }

/** A day's matters, from the sentence in the group to the resident's word. */
async function livedDay(stage: Stage, matters: readonly { kind: Kind; n: number }[]): Promise<void> {
  const { township } = stage
  const spoken = new Set<string>()
  const told = matters.map(({ kind, n }) => {
    const { village, who } = teller(stage, n, spoken)
    return { village, who, n, text: pick(MATTERS[kind], n).replace('〔社〕', `${NUMERALS[n % NUMERALS.length]}社`) }
  })
  for (const { village, who, text } of told) await township.say(village.group, who.id, text)
  await township.settle()
  const open = await township.tickets('open=true')
  const mine = told.flatMap(({ who, n }) => {
    const ticket = open.find((t) => t.reporter?.id === who.id && t.status === 'open')
    return ticket ? [{ ticket, who, n }] : []
  })
  for (const { ticket, n } of mine) {
    const owner = ticket.owner?.id
    if (!owner) continue
    if (ticket.kind === 'neighbour') await township.tell(owner, `议 ${ticket.number} 两家都到了，说好了`)
    await township.tell(owner, `办结 ${ticket.number} ${pick(DONE, n)}`, ticket.kind === 'village' ? PHOTO : {})
  }
  await township.settle()
  for (const { ticket, who, n } of mine) {
    const answer = pick(ANSWERS, n)
    if (answer !== '') await township.tell(who.id, `${answer} ${ticket.number}`)
  }
  await township.settle()
}

/** Days of a month on which matters come in, before its last week. */
const DAYS = [4, 6, 8, 11, 13, 15, 18, 20] as const

async function matters(stage: Stage, month: number): Promise<void> {
  const { plan, township, year } = stage
  // One boundary is measured (`ruler`); it is one of the neighbours' matters.
  const whole = { ...plan.matters, neighbour: plan.matters.neighbour - 1 }
  const list = (Object.keys(whole) as Kind[]).flatMap((kind) =>
    Array.from({ length: share(whole[kind], month, plan) }, (_, i) => ({ kind, n: until(whole[kind], month - 1, plan) + i })),
  )
  for (const [d, day] of DAYS.entries()) {
    const today = list.filter((_, i) => i % DAYS.length === d)
    if (today.length === 0) continue
    await township.clockTo(at(year, month, day))
    await livedDay(stage, today)
  }
}

const SERIES = ['法治', '道德'] as const

/** One of each series, planned on the month's third day. */
async function planLectures({ township, cast, year }: Stage, month: number): Promise<void> {
  await township.clockTo(at(year, month, 3))
  for (const [i, series] of SERIES.entries()) {
    const topic = pick(LECTURES[series], month - 1)
    await township.tell(
      cast.duty.id,
      `讲堂 ${series} ${month}月${12 + i * 2}日下午3点 德育堂 主讲${pick(['张法官', '王老师'], i)} ${topic}`,
    )
    await township.settle()
  }
}

/** How many came, by number; the third month's second lecture is the sixth of the year. */
async function recordLectures({ township, cast }: Stage, month: number): Promise<void> {
  for (const [i] of SERIES.entries())
    await township.tell(
      cast.duty.id,
      `讲堂 第${(month - 1) * SERIES.length + i + 1}场 到了${40 + month * 3 + i * 5}人 讲完留下来问的有几位`,
    )
  await township.settle()
}

/** A petition from the register to the outcome of its demand, all in the words of those who handle it. */
async function petitions(stage: Stage, month: number): Promise<void> {
  const { township, cast, plan } = stage
  const orders = async (person: SandboxPerson, words: string): Promise<string> => {
    await township.tell(person.id, words)
    await township.settle()
    return (await township.lastWord(person.id)) ?? ''
  }
  const before = until(plan.petitions.closed, month - 1, plan)
  for (let i = 0; i < share(plan.petitions.closed, month, plan); i++) {
    const n = before + i
    const { who } = teller(stage, n * 5 + 3, new Set())
    const number = /【信(\d+)】/u.exec(await orders(cast.duty, `信访 登记 ${who.name} ${pick(DEMANDS, n)}`))?.[1]
    if (!number) throw new Error(`petition ${n} was not registered`)
    await orders(cast.duty, `信访 ${number} 包案 ${cast.leader.name}`)
    await orders(cast.leader, `信访 ${number} 受理`)
    await orders(cast.leader, `走访记录 ${number} ${pick(VISITED, n)}`)
    await orders(cast.leader, `信访 ${number} 认定 1 ${pick(EXPLAINED, n)}`)
    await orders(cast.leader, `信访 ${number} 办结`)
  }
}

/** Last year's are entered from the paper register, each with its days. */
async function lastYearsPetitions({ township, cast, plan, year }: Stage): Promise<void> {
  for (let n = 0; n < plan.petitions.lastYear; n++) {
    const month = (n % plan.months) + 1
    const { residents } = pick(cast.villages, n)
    const name = pick(residents, n + 2).name
    await township.tell(
      cast.duty.id,
      `信访 补录 ${name} ${pick(DEMANDS, n)} ${year - 1}年${month}月3日收到 ${year - 1}年${month}月${24 - (n % 5)}日办结`,
    )
  }
  await township.settle()
}

async function enforcement({ township, cast, plan, year }: Stage, month: number): Promise<void> {
  for (const { words, now, before } of plan.enforcement) {
    await township.tell(cast.duty.id, `执法 ${words} ${share(before, month, plan)} ${year - 1}年${month}月`)
    await township.tell(cast.duty.id, `执法 ${words} ${share(now, month, plan)} ${year}年${month}月`)
  }
  await township.settle()
}

/** 推荐, the person's own yes, the village's, the town's. */
async function exemplars({ township, cast, plan }: Stage): Promise<void> {
  const wanted = (Object.keys(plan.exemplars) as Category[]).flatMap((c) => Array.from({ length: plan.exemplars[c] }, () => c))
  const chosen = wanted.map((category, n) => {
    const village = pick(cast.villages, n)
    return { number: n + 1, category, village, who: pick(village.residents, 1 + Math.floor(n / cast.villages.length)) }
  })
  for (const { village, who, category } of chosen) {
    const [kind, deed] = DEEDS[category]
    await township.tell(village.residents[0]?.id ?? '', `推荐 ${who.name} ${kind} ${deed}`)
    await township.settle()
  }
  for (const { number, who } of chosen) await township.tell(who.id, `榜样 ${number} 愿意`)
  await township.settle()
  for (const { number, village } of chosen) await township.tell(village.secretary.id, `榜样 ${number} 村里同意`)
  await township.settle()
  for (const { number } of chosen) await township.tell(cast.leader.id, `榜样 ${number} 镇里同意`)
  await township.settle()
}

/** One boundary measured and agreed upon, as the text tells of one. */
async function ruler({ township, cast }: Stage): Promise<void> {
  const [village] = cast.villages
  const [, who] = village?.residents ?? []
  if (!village || !who) return
  await township.say(village.group, who.id, '隔壁把地埂挖过来了，占了我家的地')
  await township.settle()
  const ticket = (await township.tickets('open=true')).find((t) => t.reporter?.id === who.id)
  const owner = ticket?.owner?.id
  if (!ticket || !owner) throw new Error('no boundary to measure')
  for (const words of [
    `丈量 ${ticket.number} 边长 20 10 20 10 对角 22.36 在场 甲方${who.name} 乙方邻家`,
    `丈量 ${ticket.number} 甲方认可`,
    `丈量 ${ticket.number} 乙方认可`,
    `调解协议 ${ticket.number} 书面 五天内界石挪回原处`,
    `议 ${ticket.number} 量清了，签了协议`,
    `办结 ${ticket.number} 按丈量结果划清了`,
  ]) {
    await township.tell(owner, words)
    await township.settle()
  }
  await township.tell(who.id, `满意 ${ticket.number}`)
  await township.settle()
}

/** What is open before it begins is done before it begins: the half-year's figures are of the half-year. */
async function leftOver({ township }: Stage): Promise<void> {
  for (const { number, kind, owner } of await township.tickets('open=true')) {
    if (!owner) continue
    if (kind === 'neighbour') await township.tell(owner.id, `议 ${number} 两家都到了，说好了`)
    await township.tell(owner.id, `办结 ${number} 开年头一件，办好了`)
  }
  await township.settle()
}

/** Secretaries from their own villages, the one clerk who was not recruited, and a check-up for everybody alike. */
async function team({ township, cast, plan, year }: Stage): Promise<void> {
  for (const { secretary } of cast.villages.slice(0, plan.team.local))
    await township.tell(secretary.id, `登记干部 ${secretary.name} 村党支部书记 ${LOCAL}`)
  for (const { secretary, clerk } of cast.villages.slice(plan.team.recruited))
    await township.tell(secretary.id, `登记干部 ${clerk.name} 村文书 留任`)
  await township.tell(cast.duty.id, `记体检 全体干部 ${year}年1月2日 统一体检`)
  await township.settle()
}

/** What comes every month, in this order; `matters` walks it from the fourth to the twentieth. */
const MONTHLY: readonly ((stage: Stage, month: number) => Promise<void>)[] = [planLectures, matters, recordLectures, petitions, enforcement]

/** The half-year, lived event by event by the people whose events they are, up to the end of its last month. */
export async function replay(stage: Stage): Promise<void> {
  const { township, cast, year, plan } = stage
  await leftOver(stage)
  await township.clockTo(at(year, 1, 2))
  await team(stage)
  await lastYearsPetitions(stage)
  await township.tell(cast.leader.id, '精神 计划 每两周')
  for (let month = 1; month <= plan.months; month++) {
    for (const step of MONTHLY) await step(stage, month)
    stage.progress(`${year}-${String(month).padStart(2, '0')}`)
  }
  await ruler(stage)
  await exemplars(stage)
  // Who did not say a word has three working days; the groups hear of the exemplars one post a day.
  await township.clockTo(at(year, plan.months, 28, '18:30'))
}
