import { momentAt, numberOfDay } from '../../domain/moments.ts'
import type { Education, RecordKind, Staff, TeamRecord } from '../../domain/team.ts'
import { day } from '../../wording/dates.ts'

export const recordNames: Record<RecordKind, string> = {
  training: '培训',
  activity: '活动',
  warning: '警示教育',
  checkup: '体检',
  assessment: '考核',
  reward: '奖惩',
}
export const educationNames: Record<Education, string> = {
  primary: '小学',
  junior: '初中',
  senior: '高中',
  secondary: '中专',
  college: '大专',
  bachelor: '本科',
  master: '研究生',
}

export const staffSheet = '干部名册'
export const staffColumns = ['序号', '姓名', '村', '职务', '岗位', '学历', '任职时间', '怎么选任', '最近体检'] as const
export const graspSheet = '五抓五促'
export const graspColumns = ['序号', '五抓五促', '日期', '内容', '人数', '参加的人', '依据'] as const
/** 「五抓五促提动能」, in the township's own order; a check-up is the equal treatment beside them. */
export const grasps = {
  staff: '抓选人用人促提升',
  training: '抓教育培训促成长',
  activity: '抓活动开展促服务',
  warning: '抓警示教育促自律',
  assessment: '抓考核奖惩促担当',
  checkup: '同等关爱：体检',
} as const

export const educationWord = (s: Pick<Staff, 'education' | 'fullTime'>): string =>
  s.education ? `${s.fullTime ? '全日制' : ''}${educationNames[s.education]}` : ''
export const sinceWord = (since: string | null): string => {
  if (!since) return ''
  const [year = '', month = '', dom] = since.split('-')
  return `${year}年${Number(month)}月${dom ? `${Number(dom)}日` : ''}`
}
export const staffLine = (s: Staff): string =>
  [s.post, educationWord(s), s.since ? `${sinceWord(s.since)}任职` : '', s.how].filter((p) => p !== '').join('，')

export const staffSaved = (name: string, s: Staff): string => `${name}登记好了：${staffLine(s)}。`
export const howToStaff = '请这样写：“登记干部 李建国 村党支部书记 大专 2021年3月任职”。'
export const howToRecord = (word: string): string =>
  `请这样写：“${word} 李建国、王芳 11月20日 防汛演练”，全村的写“全体干部”或“全体网格员”。`
export const whatHappened = '做了什么？说一句就行，比如“防汛演练”。'
export const restsOn = '考核依据是什么？比如“民主评议”“群众回访”。没有依据的不记。'
export const notYours = (name: string): string => `${name}不在您管的范围，记不了。`
export const recorded = (
  kind: RecordKind,
  title: string,
  at: string,
  { added: n, known }: { added: number; known: number },
  now: Date,
): string =>
  `记下了：${day(momentAt(numberOfDay(at), 720), now)}${recordNames[kind]}“${title}”，${n}人${known > 0 ? `（另有${known}人早已记过）` : ''}。`
/** To whom an assessment or a reward is about: nothing is kept of them that they do not know. */
export const toldAbout = (r: TeamRecord): string =>
  `您的档案记了一笔：${r.day} ${recordNames[r.kind]} ${r.title}${r.basis ? `，依据${r.basis}` : ''}。有不对的找村支书或镇里说，回“我的档案”看全部。`

export interface TeamNow {
  place: string
  cadres: number
  registered: number
  college: number
  fullTimeBachelor: number
  year: number
  counts: readonly { kind: RecordKind; times: number; people: number }[]
  withoutCheckup: readonly string[]
  withoutCheckupCount: number
}
export const teamNow = (t: TeamNow): string => {
  const counts = t.counts.filter((c) => c.times > 0).map((c) => `${recordNames[c.kind]}${c.times}次${c.people}人`)
  return [
    `${t.place}：干部${t.cadres}人，登记了${t.registered}人，大专以上${t.college}人，其中全日制本科${t.fullTimeBachelor}人。`,
    counts.length > 0 ? `${t.year}年：${counts.join('，')}。` : `${t.year}年还没有记录。`,
    t.withoutCheckupCount === 0
      ? '体检都安排了。'
      : `体检还没安排的${t.withoutCheckupCount}人${t.withoutCheckupCount > t.withoutCheckup.length ? '' : `：${t.withoutCheckup.join('、')}`}。`,
  ].join('\n')
}

const recordLine = (r: TeamRecord): string => `${r.day} ${recordNames[r.kind]} ${r.title}${r.basis ? `（依据${r.basis}）` : ''}`
export const staffInFile = (s: Staff): string => `登记：${staffLine(s)}`
export const recordsInFile = (records: readonly TeamRecord[]): string => `记录：${records.map(recordLine).join('；')}`
export const cadreFile = (name: string, staff: Staff | null, records: readonly TeamRecord[]): string =>
  [`${name}：${staff ? staffLine(staff) : '还没有登记'}`, ...(records.length > 0 ? records.map(recordLine) : ['还没有记录'])].join('\n')

export const monthLine = (counts: readonly { kind: RecordKind; times: number; people: number }[]): string | null => {
  const said = counts.filter((c) => c.times > 0).map((c) => `${recordNames[c.kind]}${c.times}次${c.people}人`)
  return said.length > 0 ? `队伍：${said.join('，')}` : null
}

export const made = '队伍记录'

export const severalNames = (names: readonly string[], all: number): string => `${names.join('、')}${all > names.length ? '等' : ''}`

// Its pages.
export const notRegistered = '还没登记'
export const checked = '今年体检过'
export const unchecked = '今年还没体检'
export const pageFields = { offices: '职务', post: '岗位', education: '学历', since: '任职', how: '怎么选任' } as const
export const dayOfRecord = (of: string): string => day(momentAt(numberOfDay(of), 0))
export const recordWhole = ({ title, basis }: TeamRecord): string => `${title}${basis ? `（依据：${basis}）` : ''}`
export const nextRegister = (name: string): string => `登记岗位和学历：“登记干部 ${name} 岗位 学历 任职时间”`
