import type { ChannelName } from '../domain/capability.ts'
import { channelNames } from './channels.ts'

type StepName = 'township' | 'channel' | 'group' | 'try' | 'backup' | 'notice' | 'trial'

interface StepWords {
  title: string
  /** What is to be done, one sentence. */
  next: string
  /** How, in order, in a village of theirs; what stands in 「」 is typed. */
  how: (village: string) => readonly string[]
}

/** The first steps of a township. */
export const startWords = {
  title: '从头开始',
  intro: '照着一步一步做，村里就能用上。一步没做完，后面的也能先做。做到哪一步，这里看得见，中间停下来也不要紧。',
  done: '做好了',
  now: '这一步',
  later: '还没到',
  /** Where no village is known yet. */
  anyVillage: '坪头村',
  unofficial: (name: string): string => `${name}（不是官方的）`,
  ways: '有哪些办法，各要什么',
  toGroups: '看群',
  allDone: '都做好了，村里可以用了。',
  progress: (done: number, all: number): string => `${all}步，做好了${done}步`,
  how: '怎么做',
  back: '回到“从头开始”',
  /** On every page of the operator's before anybody imported a township. */
  noTown: '还没有装上本镇的名册和清单，这一页还没有东西可看。',
  backupOff: '每天的备份没有开。在 .env 里写「BACKUP_AT=03:10」，重启程序，以后每天夜里自动做一份。',
  backupEach: (at: string): string => `以后每天${at}自动做一份，不用管。`,
  toTrial: '选群，看这一周听得怎样',
  keyLies: (file: string | null): string => (file === null ? '钥匙是 .env 里「SECRET_KEY」那一行。' : `钥匙是这个文件：「${file}」。`),
  /** Ways of which everything is written but one. */
  lacksOne: (ways: readonly string[], { setting, title, where }: { setting: string; title: string; where: string }): string =>
    `${ways.join('、')}只差一项「${setting}」（${title}）：${where}。写进 .env，重启程序。`,
  /** What is wrong in the settings file as it lies there now. */
  wrongSetting: (sentence: string): string => `.env 里要改：${sentence}`,
  toFirst: '去装名册',
  steps: {
    township: {
      title: '装上本镇的名册和清单',
      next: '请填一份本镇的表，装进来。',
      how: () => [
        '下载一份空表，用 Excel 或 WPS 打开。',
        '照第一张“说明”填：村和社、人员和职务、各村的群。事务清单已经填好一份常用的，照本镇的改。以后随时能改了再传。',
        '填好存盘，在下面上传。只是看一看：有错会说清是哪张表、哪一格；没有错会说要改动什么，您看过再装。',
      ],
    },
    channel: {
      title: '接上企业微信',
      next: '还没有接上企业微信，机器人听不见群里的话。',
      how: () => [
        '在装程序的电脑上运行「npm run connect」，它一步一步地问，照着填。',
        '填好后重启程序，再运行「npm run doctor」，它会说哪里不对、怎么改。',
      ],
    },
    group: {
      title: '接入第一个群',
      next: '还没有接入群，请先接一个村的群。',
      how: (village) => [
        '内部群：把机器人拉进群里。客户群、存档听的群不用拉，在“运行情况”里取来，或者等它自己出现，选村接入。',
        `在群里说一句「@说事 绑定 ${village}」，别的村换成村名。`,
        '村支书或镇值班会收到一句问话，回「是」，群就接好了。没人同意以前，群里的话一句也不留。',
      ],
    },
    try: {
      title: '先自己试一件',
      next: '请自己先试一句，看机器人怎么办。',
      how: () => ['写一句村民会说的话，看它登记不登记、派给谁、哪天前办、怎么说。', '只是演一遍，谁也收不到，也不占编号。想试几句都行。'],
    },
    backup: {
      title: '做一份备份',
      next: '还没有备份，请先做一份。',
      how: () => [
        '在装程序的电脑上运行「npm run backup」，做一份，看看放在哪里。',
        '钥匙不在备份里，请另存一份到U盘，锁起来。丢了它，备份里的话、照片和电话打不开。',
      ],
    },
    notice: {
      title: '告诉村民',
      next: '请先告诉村民：它听什么、记什么、留多久。',
      how: () => [
        '每个村有一段话，发到群里、置顶；还有一张A4纸，打印出来贴在村部。',
        '上面写着它听什么、记什么、留多久，怎么说「不公开」，怎么说「忘记我」，有话问谁。',
        '发好、贴好了，在那一页点一下。',
      ],
    },
    trial: {
      title: '先听一周，再开口',
      next: '请先让一个群听一周，群里不说话。',
      how: (village) => [
        `在群里或单独跟机器人说「先听一周 ${village}」，或者在下面那一页选群。这一周它在群里一句话不说，像是有事的只发给村文书。`,
        '一周以后，看它会登记的和文书登记的对不对得上。',
        '对得上，回「正式开始」，它就在群里说话了；还想再听，回「再听一周」。',
        '要新接的群都先听一周，在 .env 里写「TRIAL=on」，重启。',
      ],
    },
  } satisfies Record<StepName, StepWords>,
  state: {
    township: (it: { sample: boolean; people: number; villages: number; duties: number } | null): string =>
      it === null ? '还什么都没有' : `${it.sample ? '现在是样例：' : ''}${it.villages}个村，${it.people}人，清单${it.duties}项`,
    channel: (open: readonly ChannelName[]): string =>
      open.length > 0 ? `接上了${open.map((c) => channelNames[c]).join('、')}` : '一个都没有接',
    group: (bound: number, asked: number): string =>
      bound + asked === 0 ? '还没有群来过' : `接入了${bound}个群${asked > 0 ? `，${asked}个等着` : ''}`,
    tried: (is: boolean): string => (is ? '试过了' : '还没有试'),
    noBackup: '还没有备份过',
    told: (is: boolean): string => (is ? '告诉过了' : '还没有告诉'),
    trials: (on: number, over: number): string =>
      on + over === 0 ? '还没有群听过' : [on > 0 ? `${on}个群正在听` : '', over > 0 ? `${over}个群听过了` : ''].filter(Boolean).join('，'),
    heard: (at: string | null): string => (at === null ? '还没有听到过群里的话' : `最近一次听到是${at}`),
  },
} as const
