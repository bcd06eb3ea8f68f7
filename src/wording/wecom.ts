import { day } from './dates.ts'

/** Where somebody stands who sends a place. */
export const locationText = (label: string, latitude: string, longitude: string): string =>
  label.trim() || `北纬${latitude}，东经${longitude}`

/** The first words to somebody who comes by a QR code or opens the chat. One thing that they can do. */
export const welcome = (village: string | null): string =>
  `您好，这里是${village ?? ''}说事。有什么事直接打字说，说清在哪里、什么事，可以配照片。我来登记、找人办，办好了告诉您。`

export const cannotRead = '这个我看不了，请打字说一句：在哪里、什么事，可以配照片。'
export const photoLost = '照片没有收到，请再发一次，或者打字说一句。'

export const groupDismissed = '群解散了'

/** Why the long connection is down, for the operator. */
export const lineDown = '长连接断了，正在重连'
export const lineRefused = (errcode: number): string => `企业微信不让连（${errcode}），请核对 Bot ID 和 Secret`
export const lineKicked = '别处用同一个机器人连上了，这里先让开'
export const lineGap = '长连接断开'
/** Why one message was not kept. */
export const notKept = '数据库不通，收到的话没有存下来'

const moment = (at: Date, now: Date): string => day(at, now, { time: true })

/** To the duty cadre. */
export const kickedAlarm = (until: Date, now: Date): string =>
  `智能机器人被别处的程序顶掉了，群里@它暂时听不到。请运维看看是不是装了两份。${moment(until, now)}再试着连。`
export const gapAlarm = (from: Date, to: Date): string =>
  `智能机器人${moment(from, to)}到${moment(to, to)}断开过，这段时间群里@它说的话可能没收到，请看一眼群。`
export const refusedAlarm = (errcode: number): string => `智能机器人连不上企业微信（${errcode}），群里@它听不到。请运维核对设置。`

/** Why a bot that is called by its address cannot speak first. */
export const noAnswerOpen = '智能机器人只能在别人@它后一小时内答一次'

/** To whoever answers for a matter that came from 居民上报. */
export const fromResidentReport = (label: string, order: string): string =>
  `【${label}】来自居民上报，单号${order}。反映人的联系方式在企业微信“居民上报”里，办好了也在那里回一声。`
export const orderNote = (order: string): string => `居民上报单号${order}`
export const orderMoved = (order: string, status: string): string => `居民上报单号${order}，那边的状态变成${status}`
