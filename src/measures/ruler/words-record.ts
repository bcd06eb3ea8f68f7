import { numeral } from '../../domain/numerals.ts'
import { keysOf } from '../../domain/one-of.ts'
import type { Role } from '../../domain/people.ts'
import { fullDay as day } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { roleNames } from '../../wording/names.ts'
import { noTown, unwritable } from '../../wording/programs.ts'
import { BEARINGS, confirmBy, type Measurement, type Mediation } from './facts.ts'
import { agreementForms, areaWords, closingWords, mediationStates, sideName } from './words.ts'

const BEARING_WORDS: Record<keyof typeof BEARINGS, string> = {
  north: '北',
  northeast: '东北',
  east: '东',
  southeast: '东南',
  south: '南',
  southwest: '西南',
  west: '西',
  northwest: '西北',
}

const bearingWord = (degrees: number): string =>
  keysOf(BEARINGS)
    .filter((name) => BEARINGS[name] === degrees)
    .map((name) => BEARING_WORDS[name])
    .join('') || `北偏东${degrees}度`

/** Without a minus before nothing. */
const metres = (n: number): string => (Math.round(n * 100) / 100 + 0).toFixed(2)

/** What the printed record says, top to bottom. A paper names people; it never leaves the office but to the two parties. */
export const paper = {
  title: '土地纠纷丈量与调解记录',
  heading: (label: string, township: string, village: string): string => `${township} ${village} 编号 ${label}`,
  matter: (title: string, place: string, openedAt: Date): string => `事由：${title}。地点：${place}。登记日期：${day(openedAt)}。`,
  numbered: (i: number, title: string): string => `${numeral(i + 1)}、${title}`,
  measured: (m: Measurement): string => `丈量记录（${sayLabels.measurement(m.number)}）`,
  sketch: '丈量草图',
  measuredBy: (by: string, at: Date): string => `丈量人：${by}。日期：${day(at)}。`,
  present: (names: readonly string[]): string => `在场：${names.length > 0 ? names.join('、') : '（请补写）'}`,
  how: (m: Measurement): string =>
    m.survey.by === 'points'
      ? '方法：按角点测量，单位米。'
      : `方法：量边长和对角线，单位米。对角线：${m.survey.diagonals.map((d) => d.toFixed(2)).join('、') || '无'}${m.survey.check === null ? '' : `；复核对角线：${m.survey.check.toFixed(2)}`}。`,
  bearing: (m: Measurement): string => (m.bearing === null ? '方向没有测。' : `从A到B朝${bearingWord(m.bearing)}。`),
  cornersHead: ['角', '横（米）', '纵（米）', '边', '边长（米）'] as const,
  corner: (m: Measurement, i: number): string[] => {
    const [x, y] = m.figure.corners[i] ?? [0, 0]
    const count = m.figure.sides.length
    return [String.fromCharCode(65 + i), metres(x), metres(y), sideName(i, count), (m.figure.sides[i] ?? 0).toFixed(2)]
  },
  around: (m: Measurement): string =>
    m.neighbours.length > 0
      ? `四至：${m.neighbours.map(({ side, name }) => `${side}${side.length === 1 ? '至' : '边外是'}${name}`).join('，')}。`
      : '四至：（请补写）',
  disputed: (m: Measurement): string => (m.disputed.length > 0 ? `有争议的边：${m.disputed.join('、')}。` : ''),
  result: (m: Measurement): string =>
    `周长${m.figure.perimeter.toFixed(2)}米，面积${areaWords(m.figure.area)}。${closingWords(m.figure)}。`,
  word: (who: string, w: Measurement['first']): string =>
    w ? `${who}${w.agrees ? '认可' : '不认可'}丈量结果${w.said ? `：${w.said}` : ''}（${day(w.at)}）。` : `${who}没有表态。`,
  first: '甲方',
  second: '乙方',
  mediated: (m: Mediation): string => `调解记录（${sayLabels.mediation(m.number)}）`,
  mediationHead: (m: Mediation, mediator: string, role: Role): string =>
    `${role === 'mediator' ? roleNames.mediator : `主持调解的${roleNames[role]}`}：${mediator}。当事人：${m.parties.length > 0 ? m.parties.join('、') : '（请补写）'}。${m.invited.length > 0 ? `经双方同意请来：${m.invited.join('、')}。` : ''}${m.willing ? '双方自愿。' : '双方是否自愿：（请补写）。'}${m.open ? '公开调解。' : '不公开调解。'}调解不收费。`,
  sitting: (at: Date, by: string, text: string): string => `${day(at)} ${by}记：${text}`,
  state: (m: Mediation): string => `结果：${mediationStates[m.status]}。`,
  otherWays: '没有调成的，双方可以依法申请仲裁、由镇里或县里裁决，或者向人民法院起诉（《人民调解法》第二十六条）。',
  agreement: (m: Mediation): string => `调解协议（${m.agreement ? agreementForms[m.agreement.form] : ''}）`,
  items: (m: Mediation): string[] =>
    (m.agreement?.text ?? '')
      .split(/[；;。]/u)
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item, i) => `${i + 1}. ${item}`),
  performance: (text: string, due: Date, done: Date | null): string =>
    `履行：${text}，${day(due)}前${done ? `，已于${day(done)}履行` : ''}。`,
  effect: (m: Mediation): string =>
    m.agreement?.form === 'oral'
      ? `口头协议自达成之日（${day(m.agreement.at)}）起生效（第三十条）。`
      : '协议自双方签名、盖章或者按指印，调解员签名并加盖调解委员会印章之日起生效，双方各执一份，村里留存一份（第二十九条）。',
  confirmation: (m: Mediation): string => {
    const by = confirmBy(m)
    return m.confirmedAt
      ? `人民法院已于${day(m.confirmedAt)}确认。`
      : by
        ? `双方认为有必要的，可以在${day(by)}前共同向人民法院申请司法确认（第三十三条）。`
        : ''
  },
  signing: '签名',
  /** Whoever led the talk signs as what they are; a paper without a talk has nobody to lead it. */
  signatures: (role: Role | null): string[] => [
    '甲方（签名、指印）：',
    '乙方（签名、指印）：',
    ...(role ? [`${role === 'mediator' ? roleNames.mediator : `主持人·${roleNames[role]}`}（签名）：`] : []),
    '见证人（签名）：',
    ...(role ? ['调解委员会（印章）：'] : []),
    '日期：',
  ],
  printed: (at: Date): string => `打印日期：${day(at)}`,
  check: (what: string, hash: string): string => `${what} 记录校验值：${hash.slice(0, 16)}`,
} as const

export const recordProgram = {
  usage: '请写上编号和文件：npm run record -- 坪08 坪08.docx。编号可以是事项的，也可以是丈量的（量02）。',
  noTown,
  noSuch: (label: string): string => `没有找到${label}，或者它还没有丈量和调解记录。`,
  unwritable,
  written: (file: string, label: string): string => `${label} 的记录已写到 ${file}，请双方核对后签名按印。`,
} as const
