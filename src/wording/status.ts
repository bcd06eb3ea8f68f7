import type { BackupFault, TrialFault } from '../domain/backup.ts'
import type { ChannelName, GroupState, Hears, Posts } from '../domain/capability.ts'
import { HOUR_MS, later } from '../domain/durations.ts'
import { backupFaultWords, size, trialFaultWords } from './backup.ts'
import { channelNames } from './channels.ts'

/** The operator's page: plain, short, and each trouble with what to do about it. */
export const statusTroubles = {
  channel: (channel: ChannelName, why: string): string => `${channelNames[channel]}：${why}。`,
  waiting: (channel: ChannelName, count: number): string => `${channelNames[channel]}有${count}条等了一刻钟以上还没发出去。`,
  deadLetters: (count: number): string => `有${count}条没发成，或不知道发没发出去，请在下面逐条定。`,
  untold: (count: number): string => `有${count}条变化没送到别的系统，请看对方是不是停了。`,
  lostGroups: (count: number): string => `有${count}个群发不进去了，请看机器人还在不在群里。`,
  unboundGroups: (count: number): string => `有${count}个群等着接入，请在下面选村。`,
  unreachable: (count: number): string => `近七天有${count}人的消息没处可发：请他们先给说事发一句话，或由干部“认人”。`,
  behind: (count: number): string => `积压${count}件没有处理，请看机器是不是太忙。`,
  notDurable: '数据库关了落盘（fsync 或 synchronous_commit），断电会丢数据，请打开。',
  disk: (bytes: number): string => `磁盘只剩${size(bytes)}，请清出空间。`,
  memory: (bytes: number): string => `这个程序占了${size(bytes)}内存，请找个空闲的时候重启。`,
  backup: (why: BackupFault): string => `备份没有做成：${backupFaultWords[why]}。`,
  oldBackup: (last: Date | null): string =>
    last === null
      ? '还没有一份备份，请运行 npm run backup。'
      : `上一份备份是${moment(last)}的，请看夜里为什么没做，或运行 npm run backup。`,
  trial: (why: TrialFault): string => `备份试着恢复，没有成：${trialFaultWords[why]}。`,
  skew: (ms: number): string => `这台机器的钟和数据库差${Math.round(Math.abs(ms) / 1000)}秒，请对时。`,
}

export const statusWords = {
  brand: '说事',
  title: '说事 · 运行情况',
  page: '运行情况',
  pages: '各页',
  allWell: '一切正常',
  saidAlone: '单独说给本人的话，这里不显示',
  notYet: (steps: number): string => `还差${steps}步`,
  toStart: '看怎么做',
  goTo: { channels: '看渠道', letters: '逐条定', groups: '看群', machine: '看机器', backup: '看备份', tellings: '看送信记录' },
  tiles: {
    channels: (up: number, bad: number): string => (bad > 0 ? `${bad}处不通` : up > 0 ? `${up}个能用` : '还没有接'),
    groups: (bound: number, waiting: number, lost: number): string =>
      bound + waiting + lost === 0
        ? '还没有接'
        : [bound > 0 ? `接入${bound}个` : '', waiting > 0 ? `${waiting}个等着` : '', lost > 0 ? `${lost}个发不进` : '']
            .filter(Boolean)
            .join('，'),
    letters: (count: number): string => (count > 0 ? `${count}条等人定` : '没有'),
    backup: (last: Date | null): string => (last === null ? '还没有' : moment(last)),
    machine: (disk: number): string => `磁盘还有${size(disk)}`,
  },
  troubles: (count: number): string => `有${count}处要看`,
  login: '登录',
  password: '口令',
  whereIsIt: '口令写在数据目录的 operator.password 文件里；在 .env 里写了 OPERATOR_PASSWORD 就用那一个。',
  wrongPassword: '口令不对，请再试。',
  tooMany: '试得太多，请过一分钟再来。',
  logout: '退出',
  done: '好了。',
  notDone: '没有做成：可能已经有人定过，或者没有能发到的办法。',
  robotWrong: '没有记下：请粘贴企业微信里“Webhook 地址”的整行。',
  sections: {
    channels: '渠道',
    letters: '等人定的消息',
    groups: '群',
    connect: '接群的几种办法',
    gaps: '可能漏听的时段（近七天）',
    backup: '备份',
    machine: '机器与数据库',
  },
  columns: {
    channels: ['渠道', '状态', '最近听到', '最近说出', '令牌', '在等'],
    letters: ['发给', '渠道', '内容', '为什么', '写于', '怎么办'],
    groups: ['群', '渠道', '是哪个群', '听', '说', '状态', '最近听到'],
    gaps: ['渠道', '从', '到', '为什么'],
  },
  scan: (channel: ChannelName): string => `${channelNames[channel]}：请用手机扫码登录`,
  none: '没有',
  never: '—',
  notOpen: '没有启用',
  closed: (names: readonly string[]): string => `没有启用：${names.join('、')}。`,
  ready: '可用',
  up: '连着',
  resend: '重发',
  giveUp: '放弃',
  wasSent: '其实发出去了',
  posted: '已经发了',
  bind: '接入',
  refuse: '不接入',
  letGo: '不再用',
  robot: '群机器人地址',
  keep: '记下',
  robotHelp: '在企业微信的群里“消息推送”（群机器人）复制 Webhook 地址，粘贴到这里；存库时加密，以后不再显示。',
  byHand: '由人转发',
  byHandSet: '这个群由人转发',
  byHandHelp: '没有别的办法发进去的群：要说的话交给群主或文书转发，发好回“已发”。',
  fetchGroups: '取客户群',
  makeGroup: '建镇领导群',
  noGroups: '还没有群来过。把机器人拉进群，@它说一句“绑定 村名”。',
  backup: {
    none: '还没有备份过。每天夜里自动做一份（BACKUP_AT），随时可以手动做：npm run backup。',
    last: '最近一份',
    made: (at: Date, bytes: number, seconds: number): string =>
      `${moment(at)}，${size(bytes)}，用了${seconds < 60 ? `${Math.ceil(seconds)}秒` : `${Math.round(seconds / 60)}分钟`}`,
    failed: (at: Date, why: BackupFault): string => `${moment(at)}没有做成：${backupFaultWords[why]}`,
    before: '上一份做成的',
    where: '放在',
    trial: '试着恢复',
    trialWell: (at: Date): string => `${moment(at)}试过，全部恢复出来，逐表核对一样`,
    trialFailed: (at: Date, why: TrialFault): string => `${moment(at)}没有成：${trialFaultWords[why]}`,
    noTrial: '还没有试过，每周自动试一次',
    key: '钥匙（secret.key 或 SECRET_KEY）不在备份里，请另外存一份。',
  },
  machine: {
    database: '数据库',
    databaseValue: (version: string, bytes: number, ms: number): string => `PostgreSQL ${version}，${size(bytes)}，应答${ms}毫秒`,
    durable: (yes: boolean): string => (yes ? '提交即落盘' : '没有落盘'),
    memory: '占用内存',
    memoryValue: size,
    disk: '磁盘剩余',
    diskValue: size,
    clock: '时钟',
    clockValue: (skewMs: number, moved: boolean): string =>
      `和数据库差${Math.abs(Math.round(skewMs))}毫秒${moved ? '；演练的时钟拨动过' : ''}`,
    queues: '积压',
    queuesValue: (messages: number, notices: number, work: number): string =>
      `没处理的消息${messages}，到点没说的${notices}，到点没办的${work}`,
    digest: '最近一次日报',
  },
}

export const hearsWords: Record<Hears, string> = { all: '全听', mention: '只听@', polled: '过后取', none: '不听' }
export const postsWords: Record<Posts, string> = { auto: '自动', confirm: '要人点', none: '不说' }
export const groupStateWords: Record<GroupState, string> = { asked: '等接入', bound: '已接入', refused: '不接入', lost: '发不进' }
export const letterStateWords = { failed: '没发成', unknown: '不知道发没发出去', confirm: '等人发' } as const

/** For a page that somebody may look at over a shoulder: phone and identity numbers are masked. */
export const masked = (text: string): string =>
  text.replace(/(?<!\d)(\d{6})\d{8}(\d{3}[\dXx])(?!\d)/gu, '$1********$2').replace(/(?<!\d)(1\d{2})\d{4}(\d{4})(?!\d)/gu, '$1****$2')

/** 11月24日 17:40, in the township's time. */
export function moment(date: Date | null): string {
  if (date === null) return statusWords.never
  const local = later(date, 8 * HOUR_MS)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}
