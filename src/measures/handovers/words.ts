import type { PoliceMatter } from '../../domain/police-matter.ts'
import { day } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { type Destination, type Handover, THEIR_CLOCKS } from './facts.ts'

const label = (n: number): string => sayLabels.handover(n)
const head = (n: number): string => `【${label(n)}】`

export const destinationWords: Record<Destination, { name: string; also: readonly string[] }> = {
  hotline: { name: '12345', also: ['热线', '政务热线'] },
  governance: { name: '综治中心', also: ['综治', '政法委'] },
  court: { name: '法院', also: ['法庭', '立案庭'] },
  petitionBureau: { name: '县信访局', also: ['信访局'] },
  arbitration: { name: '土地仲裁', also: ['仲裁'] },
  police: { name: '派出所', also: ['公安', '110'] },
}
const basisWords = {
  petition22: '信访工作条例22条',
  petition34: '信访工作条例34条',
  civil126: '民事诉讼法126条',
  arbitration47: '土地仲裁法47条',
} as const
const basis = (to: Destination): string => {
  const { basis: by } = THEIR_CLOCKS[to]
  return by ? basisWords[by] : '本镇设定'
}

export const matterWords: Record<PoliceMatter, string> = {
  theft: '被偷',
  fraud: '被骗',
  gambling: '赌博',
  drugs: '毒品',
  drunkDriving: '酒驾',
  weapons: '枪爆物品',
}

export const matterOf = (matter: PoliceMatter): string => `${matterWords[matter]}的事`

/** One-to-one to whoever told it; the group hears nothing. */
export const forReporter = (matter: PoliceMatter, duty: string): string =>
  `${matterWords[matter]}的事归公安管。请打110，或去派出所报案，越快越好。也告诉镇值班的${duty}了，会帮着联系。群里不会说。`
/** To a cadre who told it for somebody else. */
export const handedToPolice = '这事归公安管，没有登记成事项。已告诉本人打110或去派出所，也告诉镇值班了。'
export const forDuty = (n: number, matter: PoliceMatter, place: string, who: string, text: string): string =>
  `${head(n)}${place}${who}反映${matterWords[matter]}：“${text.slice(0, 60)}”。归公安管，没有登记成事项。请联系派出所，有编号回“移送 ${label(n)} 编号 …”。`

export const sent = (n: number, to: Destination, reference: string | null, due: Date | null, now: Date): string =>
  `${head(n)}移送${destinationWords[to].name}${reference ? `，编号${reference}` : '，还没有编号'}${due ? `，对方${day(due, now)}前答复（${basis(to)}）` : '，对方没有固定时限，有日子了把日期补上'}。我们这边的时限不变。`
export const sentForReporter = (ticket: string, to: Destination, reference: string | null, due: Date | null, now: Date): string =>
  `【${ticket}】这件转给${destinationWords[to].name}了${reference ? `，编号${reference}` : ''}${due ? `，一般${day(due, now)}前有答复` : ''}。`
export const answered = (n: number): string => `${head(n)}对方的答复记下了。`
export const answeredForReporter = (ticket: string | null, to: Destination, text: string): string =>
  `${ticket ? `【${ticket}】` : ''}${destinationWords[to].name}答复：${text}。`
export const returned = (n: number): string => `${head(n)}对方退回来了，记下了。`
export const changed = (n: number, reference: string | null, due: Date | null, now: Date): string =>
  `${head(n)}记下了${reference ? `，编号${reference}` : ''}${due ? `，对方${day(due, now)}前答复` : ''}。`
export const how = '请写“移送 7 12345 编号 …”。可以移送：12345、综治中心、法院、县信访局、土地仲裁、派出所。'
export const whereTo = (ticket: string): string =>
  `【${ticket}】移送到哪里？12345、综治中心、法院、县信访局、土地仲裁、派出所，回一个就行。`
export const whichNumber = (to: Destination): string => `${destinationWords[to].name}那边的编号是多少？没有就回“暂无”。`
export const noSuch = (n: number): string => `没有找到${label(n)}。回“移送”看在外面的。`
export const dueLine = (n: number, to: Destination, what: string, when: string): string =>
  `${head(n)}${what}在${destinationWords[to].name}，答复${when}。有答复回“移送 ${label(n)} 答复 …”。`
export const listed = (rows: readonly { handover: Handover; what: string }[], now: Date): string =>
  rows.length === 0
    ? '现在没有移送在外面的。'
    : rows
        .map(
          ({ handover: h, what }) =>
            `${label(h.number)} ${what}在${destinationWords[h.to].name}${h.reference ? `，编号${h.reference}` : ''}${h.due ? `，${day(h.due, now)}前答复` : ''}`,
        )
        .join('\n')

/** In the file of whoever told it. */
export const toldInFile = (h: Handover, what: string): string =>
  `转给别处的：${label(h.number)}${what ? ` ${what}` : ''}，${destinationWords[h.to].name}，${stateWords[h.status]}${h.answer ? `：${h.answer}` : ''}`

export const dayLine = (late: number): string => `移送在外超过对方时限 ${late}件 → 移送`
/** `out` is what is with others now: null of a month that is over. */
export const monthLine = (sent: number, answered: number, out: number | null): string | null =>
  sent + answered + (out ?? 0) > 0 ? `移送 ${sent}，有答复 ${answered}${out === null ? '' : `，还在外面 ${out}`}` : null

export const handoverSheet = {
  sheet: '移送',
  columns: ['编号', '事项', '日期', '村', '移送', '对方编号', '应答复', '依据', '答复日期', '结果'],
} as const
export const stateWords: Record<Handover['status'], string> = { sent: '在对方', answered: '已答复', returned: '退回' }
export const basisOf = basis

export const made = '移送'

// Its pages.
export const titleOf = (what: string, h: Handover): string => `${what}转给${destinationWords[h.to].name}`
export const dueBy = (due: Date, now: Date): string => `对方${day(due, now)}前答复`
export const noDue = '对方没有固定时限'
export const noReference = '还没有编号'
export const nextReference = '问到对方的编号，补上'
export const nextAsk = '过了对方的时限，问一问'
export const nextWait = '等对方答复'
export const pageFields = { to: '转给谁', reference: '对方编号', sent: '转出', due: '时限', answer: '答复' } as const
export const eventWords: Readonly<Record<string, string>> = { sent: '转出', amended: '补记', answered: '答复', returned: '退回' }
