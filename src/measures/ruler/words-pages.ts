import { day } from '../../wording/dates.ts'
import type { Measurement, Mediation } from './facts.ts'
import { agreementForms, areaWords, sideName } from './words.ts'

export const measurementStates: Record<Measurement['status'], string> = {
  measured: '等双方表态',
  agreed: '双方认可',
  refused: '有一方不认可',
}
export const measuredOf = (label: string, m: Measurement): string => `${label}丈量，${areaWords(m.figure.area)}`
export const mediatedOf = (label: string, m: Mediation): string => `${label}调解${m.parties.length > 0 ? `，${m.parties.join('、')}` : ''}`
export const sidesOf = ({ figure: { sides } }: Measurement): string =>
  sides.map((s, i) => `${sideName(i, sides.length)} ${s.toFixed(2)}米`).join('，')
export const agreementOf = ({ form, text, at }: NonNullable<Mediation['agreement']>, now: Date): string =>
  `${day(at, now)}${agreementForms[form]}协议：${text}`
export const performanceOf = ({ text, due, done }: Mediation['performances'][number], now: Date): string =>
  `${text}，${done ? `${day(done, now)}履行了` : `${day(due, now)}前${due < now ? '，过了' : ''}`}`
export const confirmedOn = (at: Date, now: Date): string => `${day(at, now)}法院已确认`
export const confirmUntil = (until: Date, now: Date): string => `要确认的话，双方${day(until, now)}前一起去申请`
export const nextWord = '问双方认不认可'
export const nextTalk = '有一方不认可，可以重量，或者坐下来调解'
export const nextSitting = '接着调解，说好了写成协议'
export const nextPerformance = (text: string, when: string): string => `${when}前：${text}`
export const pageFields = {
  sides: '各边',
  area: '面积',
  closing: '核对',
  present: '在场',
  words: '双方怎么说',
  mediator: '调解员',
  parties: '双方',
  invited: '请来的人',
  sitting: (n: number): string => `第${n}次调解`,
  agreement: '协议',
  performance: (n: number): string => `要履行的${n}`,
  confirm: '司法确认',
} as const
export const measurementEvents: Readonly<Record<string, string>> = { measured: '丈量', added: '补记', agreed: '认可', refused: '不认可' }
export const mediationEvents: Readonly<Record<string, string>> = {
  begun: '开始调解',
  recorded: '调解一次',
  refused: '一方不愿调解',
  agreed: '达成协议',
  failed: '没有调成',
  performed: '履行',
  confirmed: '法院确认',
}
