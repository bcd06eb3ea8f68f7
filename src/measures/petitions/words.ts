import { day } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { type Clock, MOST_REPRESENTATIVES, type Outcome, type Petition, type PetitionStatus, type Way } from './facts.ts'

const label = (n: number): string => sayLabels.petition(n)
const head = (n: number): string => `【${label(n)}】`

export const stateWords: Record<PetitionStatus, string> = {
  registered: '已登记，还没受理',
  accepted: '已受理，正在办',
  answered: '已出处理意见',
  closed: '已办结',
  handedOver: '已移交',
}
export const wayWords: Record<Way, string> = { visit: '来访', letter: '来信', call: '来电', chat: '微信说' }
export const outcomeWords: Record<Outcome, string> = { founded: '有理，支持', reasonable: '合理但没有依据', unfounded: '没有道理' }
export const clockWords: Record<Clock['code'], string> = {
  register: '受理',
  notice: '书面告知',
  finish: '办结',
  firstVisit: '头一次走访',
  firstAnswer: '先给答复',
  review: '复查',
  recheck: '复核',
}
export const basis = (c: Clock): string => (c.article === null ? '本镇设定' : `条例${c.article}条`)

export const anonymous = '匿名'
export const closedWord = '办结'
export const nowAPetition = '镇里已按信访登记，会单独答复您'

// What a petitioner reads.
export const registeredForPetitioner = (n: number, notice: Date, now: Date): string =>
  `您反映的事镇里登记了，编号${label(n)}。${day(notice, now)}前书面告诉您怎么办。不会在群里说，回“信访”可查进度。`
export const acceptedForPetitioner = (n: number, until: Date, lead: string | null, now: Date): string =>
  `${head(n)}已受理${lead ? `，${lead}负责` : ''}，${day(until, now)}前给您书面答复。`
export const extendedForPetitioner = (n: number, until: Date, reason: string, now: Date): string =>
  `${head(n)}要晚一点，改到${day(until, now)}前答复：${reason}。`
export const answeredForPetitioner = (n: number, until: Date, now: Date): string =>
  `${head(n)}处理意见出来了，书面的会送到您手上。不同意，${day(until, now)}前可以申请复查。`
export const reviewedForPetitioner = (n: number, step: 'review' | 'recheck', until: Date | null, now: Date): string =>
  until
    ? `${head(n)}${clockWords[step]}意见出来了。还不同意，${day(until, now)}前可以申请复核。`
    : `${head(n)}${clockWords[step]}意见出来了，这件信访到此办完。`
export const handedOverForPetitioner = (n: number, office: string, reference: string): string =>
  `${head(n)}这件归${office}办，已经转过去了，那边编号${reference}，由他们答复您。`
export const reviewHow = (n: number, step: 'review' | 'recheck', until: Date, now: Date): string =>
  `${head(n)}可以申请${clockWords[step]}。${day(until, now)}前写一份申请，交给镇里就行。已告诉镇里，会联系您。`
export const reviewTooLate = (n: number): string => `${head(n)}申请复查复核的30天已经过了。有新的情况，直接讲给我。`
export const reviewWantedForStaff = (n: number, name: string, step: 'review' | 'recheck'): string =>
  `${head(n)}${name}想申请${clockWords[step]}，请联系。收到书面申请回“信访 ${n} ${clockWords[step]}”。`
/** A review that runs is what a petitioner waits for. */
const stateNow = (p: Petition): string => {
  const open = p.reviews.find((r) => r.answeredAt === null)
  return open ? `正在${clockWords[open.step]}` : stateWords[p.status]
}
export const ownState = (p: Petition, until: Date | null, now: Date): string =>
  `${head(p.number)}${stateNow(p)}${until ? `，${day(until, now)}前答复您` : ''}。`

/** In the petitioner's own file: what they said themselves, and how it stands. */
export const ownInFile = (p: Petition, now: Date): string =>
  `信访：${label(p.number)}，${day(p.receivedAt, now)}${wayWords[p.way]}，${stateNow(p)}，您说的“${p.text}”`
export const handledInFile = (n: number): string => `经手的信访：${n}件`

// What those read who handle it.
export const registeredForStaff = (n: number): string => `${head(n)}有一件新信访。回“信访 ${n}”看内容，请“信访 ${n} 包案 姓名”。`
export const youLead = (n: number, due: Date | null, now: Date): string =>
  `${head(n)}请您包案${due ? `，最近的时限${day(due, now)}` : ''}。回“信访 ${n}”看内容。`
export const youHandle = (n: number): string => `${head(n)}请您经办这件信访，不在群里说。回“信访 ${n}”看内容。`

export const registered = (p: Petition, accept: Date, avoided: readonly string[], now: Date): string =>
  [
    `${head(p.number)}登记好了：${p.petitioner.name}，${day(p.receivedAt, now)}收到，诉求${p.demands.length}条。`,
    `${day(accept, now)}前要受理并书面告知（条例22、23条）。`,
    ...(avoided.length > 0 ? [`已避开${avoided.join('、')}。`] : []),
    ...(p.people > MOST_REPRESENTATIVES ? [`多人来访最多推${MOST_REPRESENTATIVES}名代表（条例20条）。`] : []),
    `下一步：“信访 ${p.number} 包案 姓名”。`,
  ].join('')

/** What follows from a step, in one line; with what comes next where something does. */
export const done = {
  demand: (n: number, count: number): string => `${head(n)}记下了，诉求共${count}条。`,
  about: (n: number, name: string): string => `${head(n)}记下了，已避开${name}。`,
  lead: (n: number, name: string): string => `${head(n)}由${name}包案，已告诉本人。`,
  handler: (n: number, name: string): string => `${head(n)}由${name}经办，已告诉本人。`,
  accepted: (n: number, until: Date, now: Date): string =>
    `${head(n)}受理了，${day(until, now)}前办结（条例34条）。书面告知送到后回“信访 ${n} 告知”。`,
  noticed: (n: number): string => `${head(n)}记下了，已书面告知。`,
  visited: (n: number, count: number): string => `${head(n)}走访第${count}次记下了。答应了什么，回“信访 ${n} 承诺 日期 什么事”。`,
  promised: (n: number, due: Date, now: Date): string => `${head(n)}记下了，${day(due, now)}到期前提醒您。办好回“信访 ${n} 兑现”。`,
  kept: (n: number, open: number): string => `${head(n)}记下了，${open > 0 ? `还有${open}条没办` : '答应的都办了'}。`,
  judged: (n: number, demand: number, outcome: Outcome): string => `${head(n)}诉求${demand}：${outcomeWords[outcome]}。`,
  extended: (n: number, until: Date, now: Date): string => `${head(n)}延到${day(until, now)}，已把原因告诉信访人。`,
  asked: (n: number, lead: string): string => `${head(n)}延期要包案领导定，已请${lead}定。`,
  answered: (n: number, until: Date, now: Date): string => `${head(n)}处理意见记下了。信访人${day(until, now)}前可申请复查（条例35条）。`,
  review: (n: number, step: 'review' | 'recheck', until: Date, now: Date): string =>
    `${head(n)}${clockWords[step]}记下了，${day(until, now)}前要答复（条例${step === 'review' ? 35 : 36}条）。答复后回“信访 ${n} ${clockWords[step]} 答复 意见”。`,
  reviewed: (n: number, step: 'review' | 'recheck'): string =>
    `${head(n)}${clockWords[step]}意见记下了${step === 'recheck' ? '，到此办完' : ''}。`,
  handedOver: (n: number, office: string, reference: string): string => `${head(n)}移交${office}，编号${reference}。`,
  closed: (n: number): string => `${head(n)}办结了，辛苦。`,
}

export const extensionAsked = (n: number, who: string, days: number, reason: string): string =>
  `${head(n)}${who}想延${days}天：${reason}（条例34条最多30天）。回“同意”或“不同意”。`

export const refusals = {
  closed: (n: number): string => `${head(n)}已经办结或移交了。`,
  about: (n: number, name: string): string => `${head(n)}${name}要回避，请换一位（条例28条）。`,
  'not-accepted': (n: number): string => `${head(n)}还没受理。先回“信访 ${n} 受理”。`,
  'not-answered': (n: number): string => `${head(n)}还没有处理意见，谈不上复查。`,
  'no-such-demand': (n: number, count: number): string => `${head(n)}诉求只有${count}条，请写第几条，比如“信访 ${n} 认定 1 有理”。`,
  'no-such-promise': (n: number): string => `${head(n)}请写第几条，比如“信访 ${n} 兑现 1”。回“信访 ${n}”看答应了什么。`,
  'explanation-missing': (n: number, demand: number): string =>
    `${head(n)}诉求${demand}没有支持，要写明给信访人的解释，比如“信访 ${n} 认定 ${demand} 没理 政策2019年已取消”。`,
  'outcome-missing': (n: number, demand: number): string =>
    `${head(n)}诉求${demand}还没认定。回“信访 ${n} 认定 ${demand} 有理”，或“合理没依据”“没理”加解释。`,
  'review-open': (n: number): string => `${head(n)}复查或复核还没答复，不能办结。`,
  'too-late': (n: number): string => `${head(n)}申请复查复核的30天已经过了。`,
  finished: (n: number): string => `${head(n)}这一步已经做过了。复核以后不再受理（条例36条）。`,
  'too-many-days': (n: number, left: number): string => `${head(n)}最多还能延${left}天（条例34条）。`,
} as const

export const whole = (
  p: Petition,
  clocks: readonly Clock[],
  names: { lead: string | null; handlers: readonly string[]; village: string },
  now: Date,
): string => {
  const visit = p.visits.at(-1)
  const open = clocks.filter((c) => !c.done)
  return [
    `${head(p.number)}${p.petitioner.name}，${[names.village, wayWords[p.way], p.people > 1 ? `${p.people}人` : ''].filter((w) => w).join('，')}，${day(p.receivedAt, now)}收到。${stateWords[p.status]}。`,
    names.lead ? `${names.lead}包案${names.handlers.length > 0 ? `，${names.handlers.join('、')}经办` : ''}` : '还没有包案领导',
    ...p.demands.map(
      (d, i) =>
        `诉求${i + 1}：${d.text}${d.outcome ? `。${outcomeWords[d.outcome]}${d.explanation ? `：${d.explanation}` : ''}` : '（还没认定）'}`,
    ),
    ...(visit ? [`走访${p.visits.length}次，最近${day(visit.at, now)}：${visit.said}`] : []),
    ...p.promises.map((one, i) => `答应${i + 1}：${one.text}，${one.kept ? '办了' : `${day(one.due, now)}前，还没办`}`),
    ...(open.length > 0 ? [`时限：${open.map((c) => `${clockWords[c.code]}${day(c.due, now)}（${basis(c)}）`).join('；')}`] : []),
    ...(p.handedTo ? [`移交${p.handedTo.office}，编号${p.handedTo.reference}`] : []),
  ].join('\n')
}

export const listed = (rows: readonly { petition: Petition; next: Clock | null }[], now: Date): string =>
  rows.length === 0
    ? '您名下没有在办的信访。'
    : rows
        .map(
          ({ petition: p, next }) =>
            `${label(p.number)} ${p.petitioner.name}，${stateWords[p.status]}${p.lead ? '' : '，还没有包案领导'}${next ? `，${clockWords[next.code]}${day(next.due, now)}前` : ''}`,
        )
        .join('\n')

export const dueLine = (n: number, clock: Clock, when: string, now: Date): string =>
  `${head(n)}${clockWords[clock.code]}${when}（${day(clock.due, now)}，${basis(clock)}）。`
export const promiseLine = (n: number, text: string, when: string): string => `${head(n)}答应的“${text}”${when}。办好回“信访 ${n} 兑现”。`

export const notInGroup = '信访的事不在群里说。请单独告诉我，刚才那句我没有记。'
export const backfilled = (n: number, received: Date, closed: Date, now: Date): string =>
  `${head(n)}补录好了，${day(received, now)}收到，${day(closed, now)}办结，只进统计和台账。`
export const howToBackfill = '请写“信访 补录 姓名 什么事 2026年3月5日收到 2026年4月20日办结”。'
/** The steps, for those who handle any. */
/** Numbers alone: a leader who names somebody need not know what it is about. */
export const withoutLeadList = (numbers: readonly number[]): string =>
  `还没有包案领导：${numbers.map(label).join('、')}。回“信访 ${numbers[0] ?? 0} 包案 姓名”，自己包就写自己。`
export const whatCanBeSaid =
  '可以说“信访 登记 姓名 什么事”，或“信访 3”加：包案、经办、涉及、受理、告知、走访、承诺、兑现、认定、延期、答复、复查、移交、办结。'
export const whichReference = (office: string): string => `${office}那边的编号是多少？回编号就行。`
export const whoIsIt = '信访人叫什么？回姓名就行。'
export const howToRegister = '请写“信访 登记 姓名 什么事”，比如“信访 登记 周德福 低保停了没给说法”。'
export const whatDemand = (name: string): string => `${name}要求什么？一句一条，几条用分号隔开。`
export const whatSaid = (n: number): string => `${head(n)}去了说了什么？照原话写一两句就行。`
export const promiseUntil = (n: number): string => `${head(n)}答应哪天办好？回个日子就行，比如“12月10日”。`
export const promiseWhat = (n: number): string => `${head(n)}答应了什么事？回一句就行。`
export const whoLeads = (n: number): string => `${head(n)}请哪位领导包案？回姓名就行。`
export const whoHandles = (n: number): string => `${head(n)}请谁经办？回姓名就行。`
export const howExtend = (n: number): string => `${head(n)}请写天数和原因，比如“信访 ${n} 延期 20天 等县里批复”。`
export const howJudge = (n: number): string => `${head(n)}请写第几条和怎么认定，比如“信访 ${n} 认定 1 有理 已补发”。`
export const whatAnswer = (n: number): string => `${head(n)}处理意见是什么？写一两句。`
export const howHandOver = (n: number): string => `${head(n)}移交哪里、编号多少？比如“信访 ${n} 移交 县信访局 编号XF2026018”。`
export const whichPetition = (numbers: readonly number[]): string =>
  `是哪一件？${numbers
    .slice(0, 5)
    .map((n) => `“信访 ${n}”`)
    .join('、')}，把编号带上再说一遍。`
export const noSuchPetition = (n: number): string => `没有找到${label(n)}。回“信访”看在办的。`
export const turned = (ticket: string, n: number): string =>
  `【${ticket}】转成信访${label(n)}，已告诉反映人。下一步：“信访 ${n} 包案 姓名”。`
export const turnedByVillage = (ticket: string): string => `【${ticket}】转到镇里按信访办，已告诉反映人和镇值班。`

// Counts only: leaders read over shoulders.
export const withoutLead = (n: number): string => `信访${n}件还没有包案领导 → 信访`
export const yoursDue = (late: number, soon: number): string =>
  `您包案的信访：${[late > 0 ? `超时限${late}件` : '', soon > 0 ? `三天内到期${soon}件` : ''].filter((w) => w).join('，')} → 信访`
export const today = (registered: number, closed: number, open: number): string => `信访：登记 ${registered}，办结 ${closed}，在办 ${open}`

export const month = (now: { registered: number; closed: number }, year: string | null): string =>
  `信访：登记 ${now.registered}，办结 ${now.closed}${year ? `；${year}` : ''}`

export const petitionSheet = {
  sheet: '信访',
  columns: [
    ...['编号', '收到日期', '村', '方式', '人数', '诉求', '有理', '合理没依据', '没理', '受理日期', '书面告知', '走访次数'],
    ...['答应', '已办', '包案领导', '应办结', '办结日期', '是否按时', '延期天数', '复查复核', '移交', '移交编号', '备注'],
  ],
} as const
export const sheetWords = { onTime: '是', late: '否', running: '在办', steps: { review: '复查', recheck: '复核' } } as const
