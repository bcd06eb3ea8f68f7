import type { ChannelName } from '../domain/capability.ts'
import { channelNames } from './channels.ts'

type StepName = 'township' | 'channel' | 'group' | 'try'

interface StepWords {
  title: string
  /** What is to be done, one sentence. */
  next: string
  /** How, in order; what stands in 「」 is typed. */
  how: readonly string[]
}

/** The first steps of a township. */
export const startWords = {
  title: '从头开始',
  intro: '照着一步一步做，村里就能用上。做到哪一步，这里看得见，中间停下来也不要紧。',
  done: '做好了',
  now: '这一步',
  later: '还没到',
  allDone: '都做好了，村里可以用了。',
  progress: (done: number, all: number): string => `${all}步，做好了${done}步`,
  how: '怎么做',
  back: '回到“从头开始”',
  /** On every page of the operator's before anybody imported a township. */
  noTown: '还没有装上本镇的名册和清单，这一页还没有东西可看。',
  toFirst: '去装名册',
  steps: {
    township: {
      title: '装上本镇的名册和清单',
      next: '请填一份本镇的表，装进来。',
      how: [
        '下载一份空表，用 Excel 或 WPS 打开。',
        '照第一张“说明”填：村和社、人员和职务、各村的群。事务清单已经填好一份常用的，照本镇的改。以后随时能改了再传。',
        '填好存盘，在下面上传。只是看一看：有错会说清是哪张表、哪一格；没有错会说要改动什么，您看过再装。',
      ],
    },
    channel: {
      title: '接上企业微信',
      next: '还没有接上企业微信，机器人听不见群里的话。',
      how: [
        '在装程序的电脑上运行「npm run connect」，它一步一步地问，照着填。',
        '填好后重启程序，再运行「npm run doctor」，它会说哪里不对、怎么改。',
      ],
    },
    group: {
      title: '接入第一个群',
      next: '还没有接入群，请先接一个村的群。',
      how: [
        '把机器人拉进村里的群。',
        '在群里说一句「@说事 绑定 坪头村」，村名换成自己的。',
        '村支书或镇值班会收到一句问话，回「是」，群就接好了。没人同意以前，群里的话一句也不留。',
        '也可以在“运行情况”里选村接入。',
      ],
    },
    try: {
      title: '先自己试一件',
      next: '请自己先试一句，看机器人怎么办。',
      how: ['写一句村民会说的话，看它登记不登记、派给谁、哪天前办、怎么说。', '只是演一遍，谁也收不到，也不占编号。想试几句都行。'],
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
    heard: (at: string | null): string => (at === null ? '还没有听到过群里的话' : `最近一次听到是${at}`),
  },
} as const
