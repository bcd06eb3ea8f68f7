import { day } from '../../wording/dates.ts'
import type { Clock, Petition } from './facts.ts'
import { basis, clockWords, outcomeWords, wayWords } from './words.ts'

export const noLead = '还没有包案领导'
export const nextLead = '先定包案领导'
export const onPage = '在办公页面上看'
export const titleOf = (p: Petition): string => `${p.petitioner.name}：${p.demands[0]?.text ?? p.text}`
export const whoOf = (p: Petition): string =>
  [p.petitioner.name, wayWords[p.way], p.people > 1 ? `${p.people}人` : ''].filter((w) => w !== '').join('，')
export const clockBy = (c: Clock, now: Date): string => `${clockWords[c.code]}${day(c.due, now)}前`
export const clockStands = (c: Clock, now: Date): string =>
  `${day(c.due, now)}前（${basis(c)}）${c.done ? '，已做' : c.due < now ? '，过了' : ''}`
export const demandOf = (d: Petition['demands'][number]): string =>
  `${d.text}。${d.outcome ? `${outcomeWords[d.outcome]}${d.explanation ? `：${d.explanation}` : ''}` : '还没认定'}`
export const promiseOf = (one: Petition['promises'][number], now: Date): string =>
  `${one.text}，${one.kept ? `${day(one.kept, now)}兑现` : `${day(one.due, now)}前${one.due < now ? '，过了' : ''}`}`
export const handedOf = ({ office, reference }: { office: string; reference: string }): string => `${office}，编号${reference}`
export const pageFields = {
  who: '谁来反映',
  received: '收到',
  text: '反映什么',
  lead: '包案领导',
  handlers: '经办人',
  demand: (n: number): string => `诉求${n}`,
  visit: (n: number): string => `走访${n}`,
  promise: (n: number): string => `承诺${n}`,
  clock: (c: Clock): string => clockWords[c.code],
  handed: '移交',
} as const
export const eventWords: Readonly<Record<string, string>> = {
  registered: '登记',
  accepted: '受理',
  noticed: '书面告知',
  demandAdded: '加诉求',
  demandJudged: '认定诉求',
  leadNamed: '定包案领导',
  handlerNamed: '定经办人',
  aboutNamed: '定回避的人',
  visited: '走访',
  promised: '承诺',
  promiseKept: '兑现',
  extended: '延期',
  answered: '处理意见',
  reviewAsked: '申请复查复核',
  reviewAnswered: '复查复核意见',
  handedOver: '移交',
  closed: '办结',
}
