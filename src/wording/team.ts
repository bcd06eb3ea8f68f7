import { type Education, MADE, type Made, type RecordKind, type Staff, type TeamRecord, type Traces } from '../domain/team.ts'
import { channelWord } from './channels.ts'
import { day } from './dates.ts'

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
export const recorded = (kind: RecordKind, title: string, at: string, n: number, known: number): string =>
  `记下了：${at} ${recordNames[kind]}“${title}”，${n}人${known > 0 ? `（另有${known}人早已记过）` : ''}。`
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

export const recordLine = (r: TeamRecord): string => `${r.day} ${recordNames[r.kind]} ${r.title}${r.basis ? `（依据${r.basis}）` : ''}`
export const cadreFile = (name: string, staff: Staff | null, records: readonly TeamRecord[]): string =>
  [`${name}：${staff ? staffLine(staff) : '还没有登记'}`, ...(records.length > 0 ? records.map(recordLine) : ['还没有记录'])].join('\n')

export interface MyFile extends Traces {
  name: string
  phone: string | null
  home: string | null
  household: string | null
  roles: readonly string[]
  groups: readonly string[]
  staff: Staff | null
  records: readonly TeamRecord[]
  reported: readonly string[]
  reportedCount: number
  noted: number
  inHand: number
  handled: number
  others: readonly string[]
}
const madeWords: Record<Made, string> = {
  lectures: '讲堂',
  notices: '通知',
  alarms: '预警',
  sayDays: '说事日',
  hazards: '隐患',
  figures: '执法数',
  records: '队伍记录',
  measurement: '丈量',
  mediation: '调解',
  handover: '移送',
  assembly: '议事会',
  disclosure: '村务公开',
}
const some = (word: string, n: number, unit: string): string => (n > 0 ? line(word, `${n}${unit}`) : '')
const line = (word: string, said: string): string => (said === '' ? '' : `${word}：${said}`)

/** Everything that is stored about somebody, to themselves alone. */
export const myFile = (f: MyFile, now: Date): string =>
  [
    '您的档案，只发给您一个人：',
    line('姓名', `${f.name}${f.phone ? `，电话${f.phone}` : '，没有电话'}`),
    line('住处', [f.home ?? '', f.household ? `户号${f.household}` : ''].filter((p) => p !== '').join('，')),
    line('身份', f.roles.join('、')),
    line('在的群', f.groups.join('、')),
    line('登记', f.staff ? staffLine(f.staff) : ''),
    line('记录', f.records.map(recordLine).join('；')),
    line('请过假', f.leaves.map((l) => `${day(l.since, now)}到${day(new Date(`${l.until}T12:00:00+08:00`), now)}`).join('；')),
    line(
      '反映过的事',
      f.reportedCount > 0 ? `${f.reportedCount}件，${f.reported.join('、')}${f.reportedCount > f.reported.length ? '等' : ''}` : '没有',
    ),
    some('其中不公开的', f.hidden, '件'),
    some('替别人记的', f.noted, '件'),
    some('跟着要结果的', f.followed, '件'),
    ...f.others,
    f.inHand + f.handled > 0 ? line('经手的', `在办${f.inHand}件，办好${f.handled}件`) : '',
    some('协办的', f.assisted, '件'),
    some('督办的', f.supervised, '件'),
    some('替人代班', f.deputised, '次'),
    line(
      '您记下的',
      MADE.filter((m) => f.made[m] > 0)
        .map((m) => `${madeWords[m]}${f.made[m]}`)
        .join('，'),
    ),
    some('预警回过', f.alarms, '次'),
    some('问过您还没回的', f.questions, '句'),
    some('您纠正过、拿来学的', f.taught, '句'),
    some('遮住姓名电话、给电脑模型看过的', f.toModel, '次'),
    line('绑定的账号', [...new Set(f.accounts.map(channelWord))].join('、')),
    line('和机器人说过的话', `${f.messages}条${f.firstMessage ? `，最早${day(f.firstMessage, now)}` : ''}`),
    '有不对的，直接讲给我或找村文书改。',
  ]
    .filter((l) => l !== '')
    .join('\n')

export const monthLine = (counts: readonly { kind: RecordKind; times: number; people: number }[]): string | null => {
  const said = counts.filter((c) => c.times > 0).map((c) => `${recordNames[c.kind]}${c.times}次${c.people}人`)
  return said.length > 0 ? `队伍：${said.join('，')}` : null
}
