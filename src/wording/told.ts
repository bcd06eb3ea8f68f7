import { maskAllButPhones, maskPersonal } from '../domain/mask.ts'
import { type ExtensionAsked, isPrivate, type Satisfaction, type Ticket } from '../domain/ticket.ts'
import { by, day } from './dates.ts'
import { satisfactionWords } from './ledger.ts'

/** What a sentence about a ticket may need. Names are given, never looked up here. */
export interface Told {
  ticket: Ticket
  /** What it goes by in one or two words: 路灯. */
  short: string
  village: string
  place: string
  owner: string | null
  formerOwner: string | null
  by: string | null
  reporter: string
  note: string | null
  now: Date
  remark: string
}

const said = (note: string | null): string => (note ? `：${maskPersonal(note)}` : '')
const quoted = (note: string | null): string => (note ? `：“${maskPersonal(note)}”` : '')
const head = (t: Told): string => `【${t.ticket.label}】`
/** What it is about, where that may stand on a screen that others see: 路灯的事，; of a private matter its number says enough. */
const about = (t: Told): string => (isPrivate(t.ticket) ? '' : `${t.short}的事，`)

export const newWork = (t: Told): string =>
  `${head(t)}${t.ticket.title}，${t.place}，${t.reporter}报。${by(t.ticket.respondBy, t.now)}前回应，${by(t.ticket.completeBy, t.now)}前办。${t.remark}回“接”“转 姓名”或“不受理 原因”。`

export const newCoWork = (t: Told): string =>
  `${head(t)}${t.ticket.title}，由${t.owner ?? '镇里'}牵头，请您一起办，${by(t.ticket.completeBy, t.now)}前办。`

export const takenOver = (t: Told): string => `${head(t)}${about(t)}${t.by ?? '别的干部'}接了，您不用再管。`

export const handedOver = (t: Told): string => `${head(t)}${about(t)}现在转给${t.owner ?? '别的干部'}了。`

export const transferred = (t: Told): string => `${head(t)}现在由${t.owner ?? '镇里'}负责，时间不变。`

/** 改类 brings another duty's limits, so the day is said again. */
export const reclassified = (t: Told): string => `${head(t)}现在由${t.owner ?? '镇里'}负责，${by(t.ticket.completeBy, t.now)}前办。`

/** An appointment, what came of a talk, or that the town joins in. */
export type Talk = 'meeting' | 'result' | 'town'

export function deliberating(t: Told, talk: Talk): string {
  if (talk === 'town') return `${head(t)}镇里也会一起说说，时间定了告诉您。`
  if (talk === 'result') return `${head(t)}坐下来说过了${said(t.note)}。`
  return `${head(t)}${t.note ? `已约一起说说：${maskPersonal(t.note)}。` : '会约大家一起说说，时间定了告诉您。'}`
}

export function deliberatingForOwner(t: Told, talk: Talk): string {
  if (talk === 'town') return townJoins(t)
  if (talk === 'result') return `${head(t)}${t.by ?? '干部'}说议过了${said(t.note)}。`
  return `${head(t)}${t.by ?? '干部'}要一起议一议${said(t.note)}。议完回“进展 ${t.ticket.label} 结果”。`
}

/** To the owner and the mediator. */
export const townJoins = (t: Told): string => `${head(t)}镇里也会一起议。时间定了请回“议 ${t.ticket.label} 日期 地点”。`

/** To the town's leader and duty cadre: `what` is its kind alone where it is private. */
export const townAsked = (t: Told, what: string): string =>
  `${head(t)}${t.village}${what}，村里没议成，${t.by ?? '村里'}请镇里一起议。回“查 ${t.ticket.label}”看内容。`

export const progressed = (t: Told): string => `${head(t)}${t.by ?? t.owner ?? '干部'}说${said(t.note) || '：正在办'}。`

/** From 村务监督. */
export const remarked = (t: Told): string => `${head(t)}村务监督${t.by ?? ''}提了意见${said(t.note)}。`

export const askSatisfaction = (t: Told): string =>
  `${head(t)}${t.by ?? t.owner ?? '干部'}说办好了${said(t.note)}。办好了吗？回“满意”“一般”“不满意”，没好就回“没修好”。`

/** To the cadre through whom somebody is told who is not on WeChat. */
export const passOn = (name: string, text: string): string => `请转告${name}：${text}`

export const askThrough = (t: Told): string =>
  `${head(t)}${t.by ?? t.owner ?? '干部'}说办好了${said(t.note)}。请问问${t.reporter}，回“回访 ${t.ticket.label} 满意”“回访 ${t.ticket.label} 一般”，没好回“回访 ${t.ticket.label} 没修好”。`

export const resolvedForFollower = (t: Told): string => `${head(t)}${about(t)}说是办好了。要是没好，回“没修好 ${t.ticket.label}”。`

export const closedInGroup = (t: Told): string => `${head(t)}${t.short}的事已办好。谢谢大家提醒。`

/** Nobody said a word for three working days: it is over, but nobody says that it is well. */
export const closedSilentlyInGroup = (t: Told): string => `${head(t)}${t.short}的事办好了，三天没人说没好，先办结。没好再说一声。`

export const closedPrivatelyInGroup = (label: string): string => `【${label}】已办结。`

export const closedForOwner = (t: Told, satisfaction: Satisfaction): string =>
  `${head(t)}${t.reporter}回了“${satisfactionWords[satisfaction]}”，这件办结了。辛苦了。`

export const closedForFollower = (t: Told): string => `${head(t)}${t.short}的事已办好。谢谢您提醒。`

export const resolvedForOwner = (t: Told): string => `${head(t)}${t.by ?? '村里'}说办好了${said(t.note)}，已请报的人看一看。`

export const rejectedForOwner = (t: Told): string => `${head(t)}${t.by ?? '村里'}定了不受理${said(t.note)}，您不用再办。`

export const mergedForOwner = (t: Told, into: string): string => `${head(t)}并到【${into}】一起办，您不用单独办了。`

export const closedSilentlyForOwner = (t: Told): string => `${head(t)}报的人三天没回话，这件先办结了。辛苦了。`

export const reopenedForOwner = (t: Told): string =>
  `${head(t)}${t.by ?? t.reporter}说还没好${quoted(t.note)}。重新开始，${by(t.ticket.completeBy, t.now)}前办。${t.remark}`

export const reopenedForReporter = (t: Told): string =>
  `${head(t)}知道了，${t.owner ?? '干部'}接着办，${by(t.ticket.completeBy, t.now)}前办。${t.remark}`

/** Somebody else of those who told it says so. */
export const reopenedByOther = (t: Told): string =>
  `${head(t)}有一户说还没好，${t.owner ?? '干部'}接着办，${by(t.ticket.completeBy, t.now)}前办。${t.remark}`

export const extensionAsked = (t: Told, asked: ExtensionAsked, span: string): string =>
  `${head(t)}${t.by ?? '责任人'}想延${span}（到${day(asked.until, t.now)}）：${maskPersonal(asked.reason)}。回“同意”或“不同意”。`

export const extendedForAsker = (t: Told): string => `${head(t)}延期同意了，改到${by(t.ticket.completeBy, t.now)}前办。${t.remark}`

export const extendedForReporter = (t: Told): string =>
  `${head(t)}要晚一点，改到${by(t.ticket.completeBy, t.now)}前办${said(t.note)}。${t.remark}`

export const extensionDenied = (t: Told): string => `${head(t)}延期没有同意${said(t.note)}，还是${by(t.ticket.completeBy, t.now)}前办。`

export const waiting = (t: Told): string =>
  t.ticket.waiting
    ? `${head(t)}要等${maskPersonal(t.ticket.waiting.reason)}，${day(t.ticket.waiting.until, t.now)}再办，到时会告诉您。${t.remark}`
    : ''

export const resumed = (t: Told): string => `${head(t)}接着办了，${by(t.ticket.completeBy, t.now)}前办。${t.remark}`

export const resumedForOwner = (t: Told): string =>
  `${head(t)}${about(t)}等到日子了，接着办，${by(t.ticket.completeBy, t.now)}前办。${t.remark}`

export const rejected = (t: Told): string => `${head(t)}这件事村里办不了${said(t.note)}。有不明白的可以再问${t.by ?? '村里'}。`

export const merged = (t: Told, into: string): string => `${head(t)}和【${into}】是同一件事，一起办，办好了会告诉您。`

export const splitAgain = (t: Told): string =>
  `${head(t)}重新单独办，${t.owner ?? '镇里'}负责，${by(t.ticket.completeBy, t.now)}前办。${t.remark}`

export const supervised = (t: Told): string =>
  `${head(t)}${t.by ?? '领导'}在督办，请${by(t.ticket.completeBy, t.now)}前办好，有进展说一声。${t.remark}`

const step =
  (what: string) =>
  (t: Told): string =>
    `${head(t)}督办的${t.short}：${what}${said(t.note)}。`
const TALKED: Record<Talk, string> = { meeting: '约了一起议', result: '议过了', town: '请镇里一起议' }

/** To the leader who supervises it: each step, in a word or two. */
export const forSupervisor = {
  accepted: step('有人接了'),
  handedOver: step('换了责任人'),
  talked: (t: Told, talk: Talk): string => step(TALKED[talk])(t),
  progressed: step('有进展'),
  visited: step('上门看过了'),
  resolved: step('说办好了'),
  extended: step('延期了'),
  waiting: (t: Told): string =>
    t.ticket.waiting
      ? `${head(t)}督办的${t.short}挂账到${day(t.ticket.waiting.until, t.now)}，要等${maskPersonal(t.ticket.waiting.reason)}。`
      : '',
  resumed: step('接着办了'),
  rejected: step('不受理'),
  withdrawn: step('报的人撤回了'),
  revived: step('报的人还要办'),
  confirmed: step('办结了'),
  reopened: step('没修好，重新办'),
}

/** After 撤销, to whoever read what is taken back. */
export const undoneForOthers = (t: Told): string => `${head(t)}刚才那句收回了，${t.owner ? `还是${t.owner}在办` : '正在找人办'}。`

const OPENING = /^.{6,24}(?=[，。；：])|^.{0,24}/su
/** To whom something was told that is no more: the beginning of it, so that they know which. */
export const notSaid = (texts: readonly string[]): string => {
  const [first = ''] = texts.map((t) => OPENING.exec(t)?.[0].replace(/\s+/gu, ' ') ?? '')
  return `刚才${texts.length > 1 ? `那${texts.length}条` : '那条'}“${first}……”收回了，不算数，您不用管。`
}

export const notMatterForOwner = (t: Told): string => `${head(t)}${t.by ?? '干部'}看过，不是一件要办的事，您不用管了。`

export const notMatterForReporter = (t: Told): string => `${head(t)}${t.by ?? '干部'}看过，当作平常说话，不办了。真要办请再说一声。`

export const withdrawn = (t: Told): string => `${head(t)}${about(t)}报的人撤回了，不用办了。`

export const revived = (t: Told): string => `${head(t)}${t.short}的事，${t.reporter}说还是要办，${by(t.ticket.completeBy, t.now)}前办。`

/** `photos`: how many came with the words, or alone. */
/** Its owner must be able to call back. */
export const addedForOwner = (t: Told, photos: number): string =>
  t.note
    ? `${head(t)}${t.reporter}又说：“${maskAllButPhones(t.note)}”${photos > 0 ? '，还有照片' : ''}。`
    : `${head(t)}${t.reporter}又发来${photos}张照片。`

export const takenBack = (t: Told, who: string): string =>
  `${head(t)}${who}把报这件事的消息撤回了，原话已隐去。请问一声还办不办，不办了回“不是事 ${t.ticket.label}”。`

export const amendedForOwner = (t: Told): string => `${head(t)}报的人更正了：${t.ticket.title}。`

export const complaintTo = (t: Told): string =>
  `${head(t)}有一件反映干部的事，已避开本人。请您${by(t.ticket.respondBy, t.now)}前联系反映人${t.reporter}，回“查 ${t.ticket.label}”看内容。`
