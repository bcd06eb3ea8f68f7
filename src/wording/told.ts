import type { ExtensionAsked, Ticket } from '../domain/ticket.ts'
import { day } from './dates.ts'

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

const said = (note: string | null): string => (note ? `：${note}` : '')
const quoted = (note: string | null): string => (note ? `：“${note}”` : '')
const head = (t: Told): string => `【${t.ticket.label}】`

export const newWork = (t: Told): string =>
  `${head(t)}${t.ticket.title}，${t.place}，${t.reporter}报。${day(t.ticket.respondBy, t.now)}前回应，${day(t.ticket.completeBy, t.now)}前办。${t.remark}回“接”“转 姓名”或“不受理 原因”。`

export const newCoWork = (t: Told): string =>
  `${head(t)}${t.ticket.title}，由${t.owner ?? '镇里'}牵头，请您一起办，${day(t.ticket.completeBy, t.now)}前办。`

export const takenOver = (t: Told): string => `${head(t)}${t.short}的事，${t.by ?? '别的干部'}接了，您不用再管。`

export const handedOver = (t: Told): string => `${head(t)}${t.short}的事，现在转给${t.owner ?? '别的干部'}了。`

export const transferred = (t: Told): string => `${head(t)}现在由${t.owner ?? '镇里'}负责，时间不变。`

export const deliberating = (t: Told): string => `${head(t)}${t.note ? `已约一起说说：${t.note}。` : '会约大家一起说说，时间定了告诉您。'}`

export const deliberatingForOwner = (t: Told): string =>
  `${head(t)}${t.by ?? '干部'}要一起议一议${said(t.note)}。议完回“进展 ${t.ticket.label} 结果”。`

export const progressed = (t: Told): string => `${head(t)}${t.by ?? t.owner ?? '干部'}说${said(t.note) || '：正在办'}。`

export const askSatisfaction = (t: Told): string =>
  `${head(t)}${t.by ?? t.owner ?? '干部'}说办好了${said(t.note)}。办好了吗？回“满意”“一般”“不满意”，没好就回“没修好”。`

export const resolvedForFollower = (t: Told): string => `${head(t)}${t.short}的事说是办好了。要是没好，回“没修好 ${t.ticket.label}”。`

export const closedInGroup = (t: Told): string => `${head(t)}${t.short}的事已办好。谢谢大家提醒。`

export const closedPrivatelyInGroup = (label: string): string => `【${label}】已办结。`

export const closedForOwner = (t: Told, word: string): string => `${head(t)}${t.reporter}回了“${word}”，这件办结了。辛苦了。`

export const closedForFollower = (t: Told): string => `${head(t)}${t.short}的事已办好。谢谢您提醒。`

export const reopenedForOwner = (t: Told): string =>
  `${head(t)}${t.reporter}说还没好${quoted(t.note)}。重新开始，${day(t.ticket.completeBy, t.now)}前办。`

export const reopenedForReporter = (t: Told): string =>
  `${head(t)}知道了，${t.owner ?? '干部'}接着办，${day(t.ticket.completeBy, t.now)}前办。`

export const extensionAsked = (t: Told, asked: ExtensionAsked, span: string): string =>
  `${head(t)}${t.by ?? '责任人'}想延${span}（到${day(asked.until, t.now)}）：${asked.reason}。回“同意”或“不同意”。`

export const extendedForAsker = (t: Told): string => `${head(t)}延期同意了，改到${day(t.ticket.completeBy, t.now)}前办。`

export const extendedForReporter = (t: Told): string => `${head(t)}要晚一点，改到${day(t.ticket.completeBy, t.now)}前办${said(t.note)}。`

export const extensionDenied = (t: Told): string => `${head(t)}延期没有同意${said(t.note)}，还是${day(t.ticket.completeBy, t.now)}前办。`

export const waiting = (t: Told): string =>
  t.ticket.waiting ? `${head(t)}要等${t.ticket.waiting.reason}，${day(t.ticket.waiting.until, t.now)}再办，到时会告诉您。` : ''

export const resumed = (t: Told): string => `${head(t)}接着办了，${day(t.ticket.completeBy, t.now)}前办。`

export const resumedForOwner = (t: Told): string => `${head(t)}${t.short}的事等到日子了，接着办，${day(t.ticket.completeBy, t.now)}前办。`

export const rejected = (t: Told): string => `${head(t)}这件事村里办不了${said(t.note)}。有不明白的可以再问${t.by ?? '村里'}。`

export const merged = (t: Told, into: string): string => `${head(t)}和【${into}】是同一件事，一起办，办好了会告诉您。`

export const splitAgain = (t: Told): string => `${head(t)}重新单独办，${t.owner ?? '镇里'}负责，${day(t.ticket.completeBy, t.now)}前办。`

export const supervised = (t: Told): string =>
  `${head(t)}${t.by ?? '领导'}在督办，请${day(t.ticket.completeBy, t.now)}前办好，有进展说一声。`

export const forSupervisor = (t: Told, what: string): string => `${head(t)}督办的${t.short}：${what}${said(t.note)}。`

export const withdrawn = (t: Told): string => `${head(t)}${t.short}的事，报的人撤回了，不用办了。`

export const addedForOwner = (t: Told): string => `${head(t)}${t.reporter}补充${quoted(t.note)}。`

export const complaintTo = (t: Told): string =>
  `${head(t)}有一件反映干部的事，已避开本人。请您${day(t.ticket.respondBy, t.now)}前联系反映人${t.reporter}，回“查 ${t.ticket.label}”看内容。`
