import { type OrderSaid, orderAgain } from '../../domain/order-name.ts'
import { day } from '../../wording/dates.ts'
import type { PolicyNotice } from './facts.ts'

export const policySheet = '通知'
export const policyColumns = ['序号', '编号', '拟稿日期', '拟稿人', '发到', '内容', '谁定的', '哪天定的', '状态'] as const
export const policyStates: Record<PolicyNotice['status'], string> = {
  draft: '等同意',
  approved: '同意',
  denied: '没同意',
  withdrawn: '收回',
}

/** 坪头村, 坪头村等3个村, 28个群. */
export const audienceOf = (names: readonly string[]): string =>
  names.length <= 2 ? names.join('、') : `${names[0] ?? ''}等${names.length}个群`

export const inGroup = (text: string): string => `通知：${text}`

const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text)

/** Of villages whose groups are only heard for now. */
export const noticeUnread = (villages: string): string =>
  `${villages}的群先听一周，这几天群里不发，请用大喇叭、公示栏告诉大家，或让网格员转告。`
/** `unread`: of groups in which nothing is said for now, how else they are to be told. */
export const askApprover = (n: PolicyNotice, author: string, audience: string, unread: string): string =>
  [`【通知${n.number}】${author}想在${audience}发：`, `“${n.text}”`, ...(unread ? [unread] : []), '回“同意”或“不同意”。'].join('\n')
export const askAuthor = (n: PolicyNotice, audience: string, unread: string): string =>
  [`【通知${n.number}】这样发到${audience}：`, `“${n.text}”`, ...(unread ? [unread] : []), '回“同意”就发，回“不同意”不发。'].join('\n')
export const drafted = (n: PolicyNotice, approver: string, audience: string): string =>
  `【通知${n.number}】记下了，发到${audience}，已请${approver}定。`

/** `unread`: how else those are to be told whose group does not read it. */
export type WhenTold = { at: 'at-the-hour' | 'soon' | 'another-day' | 'by-hand' | 'on-trial'; hour: string; unread: string }
const whenRead = ({ at, hour }: WhenTold): string =>
  at === 'by-hand'
    ? '和当天别的并成一条，下午5点交给管群的人点发'
    : at === 'at-the-hour'
      ? `今天${hour}发，和当天别的通知并成一条`
      : at === 'soon'
        ? '十分钟后发，今天发过的群明天发'
        : `每个群一天只发一条，明天${hour}发`

const whenTold = (when: WhenTold): string => `${when.at === 'on-trial' ? '' : `，${whenRead(when)}`}。${when.unread}`

export const approved = (n: PolicyNotice, when: WhenTold): string => `【通知${n.number}】同意了${whenTold(when)}`
export const approvedForAuthor = (n: PolicyNotice, by: string, when: WhenTold): string => `【通知${n.number}】${by}同意了${whenTold(when)}`
export const denied = (n: PolicyNotice): string => `【通知${n.number}】不发了。`
export const deniedForAuthor = (n: PolicyNotice, by: string, note: string): string =>
  `【通知${n.number}】${by}没有同意${note ? `：${note}` : ''}。可以改了再发。`
export const withdrawn = (n: PolicyNotice, some: boolean): string =>
  some ? `【通知${n.number}】收回了，还没发的群不再发。` : `【通知${n.number}】已经发出去了，收不回来。要更正请再发一条。`

export const refusals = {
  link: '群里不发链接。请把要点用一两句话写出来。',
  long: (most: number): string => `太长了，群里看不完。请写到${most}个字以内。`,
  nobody: '没有人能定这条通知，请镇里领导来发。',
  noNumber: '没有这个编号的通知。回“发通知”看有哪些。',
  decided: (n: PolicyNotice): string => `【通知${n.number}】已经定过了。`,
  notYours: (n: PolicyNotice): string => `【通知${n.number}】要由村支书或镇领导来定。`,
  notYoursToTakeBack: (n: PolicyNotice): string => `【通知${n.number}】要由拟稿的人或定的人来收回。`,
  nothing: '发什么？比如“发通知 坪头村 医保缴费到12月底，到村文书那里交”。',
  noGroup: '这些地方还没有群。',
} as const
export const whereTo = '发到哪里？回村名，比如“坪头村”；全镇都发回“全镇”。'
export const masked = '里面的手机号和证件号已经掩码，群里不说。'

export const list = (rows: readonly PolicyNotice[], now: Date): string =>
  rows.length === 0
    ? refusals.nothing
    : [...rows.map((n) => `通知${n.number} ${day(n.openedAt, now)} ${policyStates[n.status]}：${short(n.text)}`), refusals.nothing].join(
        '\n',
      )

/** A leader's line of the day. */
export const waitsForYou = (n: PolicyNotice, author: string): string =>
  `通知${n.number} ${author}想发“${short(n.text)}” → 同意通知 ${n.number}`
export const monthLine = (approvedCount: number, alarms: number): string | null => {
  const parts = [...(approvedCount > 0 ? [`发通知${approvedCount}条`] : []), ...(alarms > 0 ? [`天气预警${alarms}次`] : [])]
  return parts.length > 0 ? `政策宣传：${parts.join('，')}` : null
}

export const made = '通知'

/** What a 同意 or 不同意 says as an order. */
export const order = (n: PolicyNotice, yes: boolean): OrderSaid => orderAgain(yes ? '同意通知' : '不同意通知', String(n.number))
export const droppedAs = '收回'

// Its pages.
export const nth = (n: number): string => `通知${n}`
export const pageFields = { to: '发到', drafted: '拟的', decided: '定的' } as const
export const nextApprove = (name: string, n: number): string => `等${name}定：“同意通知 ${n}”或“不同意通知 ${n}”`
export const eventWords: Readonly<Record<string, string>> = { drafted: '拟好', approved: '同意', denied: '没同意', withdrawn: '收回' }
