import type { Wish } from '../domain/forgotten.ts'
import type { RetentionKind } from '../domain/retention.ts'

export const retentionKinds: Record<RetentionKind, string> = {
  talk: '群里没成事的话',
  media: '没成事的照片和语音',
  chats: '一对一说的话',
  notices: '一对一发出的通知',
  questions: '问过的话和撤销的底稿',
  models: '电脑模型的问答',
  sessions: '办公网页的登录',
  errands: '渠道转来的待取件',
  work: '办过的定时活',
  slips: '条子的口令',
  matters: '办完的事的原话和照片',
}

export const wishWords: Record<Wish, string> = {
  self: '本人在聊天里要求',
  slip: '本人在说事码页面要求',
  clerk: '文书代为要求',
  operator: '运行人员按要求删',
  time: '到了年限',
}

/** The part of the operator's page on what went. */
export const keptWords = {
  title: '留多久、删了多少',
  columns: ['种类', '留多久', '上次清', '上次清了', '一共清了'],
  days: (days: number): string => (days % 365 < 5 && days >= 730 ? `${Math.floor(days / 365)}年` : `${days}天`),
  erasuresTitle: (count: number): string => (count > 0 ? `忘记我（${count}次）` : '忘记我'),
  erasureColumns: ['日期', '因为', '动了几处'],
  never: '还没有人要求过。',
  notYet: '还没清过，今夜三点二十清。',
}
