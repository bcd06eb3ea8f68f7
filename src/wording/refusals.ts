import type { Evidence } from '../domain/duty.ts'
import { isLive, type Status, type Ticket } from '../domain/ticket.ts'

/** Whom to ask, and what this person may do with it: a sentence never proposes what is denied a moment later. */
export interface Standing {
  owner: string | null
  village: string
  leader: string | null
  /** The number of what it was merged into. */
  into: string | null
  isReporter: boolean
  may(move: 'reopen' | 'resume' | 'split'): boolean
}

/** A refusal as a polite sentence that says what is possible now. */
export type RefusalWords = (ticket: Ticket, standing: Standing) => string

const plain =
  (text: string): RefusalWords =>
  (t) =>
    `【${t.label}】${text}`
const inHands =
  (verb: string): RefusalWords =>
  (t, s) =>
    `【${t.label}】${s.owner ? `${isLive(t) ? `${s.owner}在办` : `是${s.owner}办的`}，请和本人或村支书说。` : `还没有人负责，要由村支书来${verb}。`}`
const ofReporter = (verb: string): RefusalWords => plain(`要由报的人来${verb}。`)
const ofApprover = (verb: string): RefusalWords => plain(`要由村支书或包村领导来${verb}。`)

/** Of a move that is not this person's. */
export const notTheirs = {
  accept: inHands('接'),
  assign: inHands('派'),
  transfer: inHands('转'),
  deliberate: inHands('约议'),
  progress: inHands('报进展'),
  visit: inHands('报走访'),
  remark: plain('意见由本村的村务监督来提。'),
  resolve: inHands('办结'),
  askExtension: inHands('延期'),
  extend: ofApprover('同意延期'),
  denyExtension: ofApprover('答复延期'),
  wait: inHands('挂账'),
  resume: inHands('恢复'),
  reject: inHands('不受理'),
  merge: inHands('合并'),
  split: inHands('拆分'),
  reclassify: inHands('改类'),
  notMatter: inHands('定不是事'),
  supervise: (t, s) => `【${t.label}】${s.leader ? `这是${s.village}的，要${s.leader}来督办。` : '要由包村领导来督办。'}`,
  withdraw: ofReporter('撤回'),
  revive: ofReporter('说还要办'),
  hide: ofReporter('说不公开'),
  confirm: (t, s) => (t.through ? `【${t.label}】要由报的人来评价，办的人不能代问。请别的干部问一声。` : ofReporter('评价')(t, s)),
  reopen: ofReporter('说没修好'),
  /** What the clock or a second look does is nobody's to say. */
  byItself: plain('这一步到时候自己会办，不用人来说。'),
} satisfies Record<string, RefusalWords>

/** Of a move that does not lead out of where the ticket stands. */
export const standsAt: Record<Exclude<Status, 'open'>, RefusalWords> = {
  waiting: (t, s) => `【${t.label}】${s.may('resume') ? `正在挂账。要接着办回“恢复 ${t.label}”。` : '正在挂账，到日子再办。'}`,
  resolved: (t, s) => `【${t.label}】${s.isReporter ? '已经说办好了，好了回“满意”，没好回“没修好”。' : '已经报过办好，等报的人回话。'}`,
  closed: (t, s) => `【${t.label}】已经办结了。${s.may('reopen') ? `还有问题可以回“没修好 ${t.label}”。` : ''}`,
  rejected: plain('没有受理。有新情况请重新说一遍。'),
  withdrawn: (t, s) => `【${t.label}】${s.isReporter ? '您已经撤回了。还要办，回“还是办吧”。' : '报的人已经撤回了。'}`,
  merged: (t, s) => {
    const into = s.into ? `【${s.into}】` : '别的'
    return s.may('split')
      ? `【${t.label}】已经并到${into}一起办。要分开回“拆分 ${t.label}”。`
      : `【${t.label}】和${into}是一件事，一起在办${s.into ? `。回“进度 ${s.into}”可查` : ''}。`
  },
  void: plain('已经当作不是事了。要办请重新登记。'),
}
export const stillInWork = { open: plain('还在办，办好了会问您。'), waiting: plain('还在等，没有说办好。办好了会问您。') }
export const notWaiting = plain('没有挂账，正在办。')
export const notWithdrawn = plain('没有撤回，正在办。')
export const notMerged = plain('没有并到别的里面。')

export const intoItself = plain('是同一件，不用合并。')
export const taken: RefusalWords = (t, s) => `【${t.label}】${s.owner ?? '别人'}已经接了，不用再接。`
export const tooManyExtensions: RefusalWords = ({ label }) => `【${label}】已经延过两次，不能再延。可以回“挂账 ${label} 日期 原因”。`
export const dangerFirst: RefusalWords = ({ label }) => `【${label}】是急事，先回“接 ${label}”联系上人，再挂账。`
export const missing: Record<Evidence, RefusalWords> = {
  photo: ({ label }) => `【${label}】这类事要有一张照片。把照片发来，再回“办结 ${label}”。`,
  visit: ({ label }) => `【${label}】这类事要先上门看过。看过了回“走访 ${label} 看到的情况”，再办结。`,
  talk: ({ label }) => `【${label}】这类事要先坐下来说过。说过了回“议 ${label} 结果”，再办结。`,
}
