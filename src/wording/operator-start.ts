import type { ChannelName } from '../domain/capability.ts'
import { channelNames } from './channels.ts'

type StepName = 'township' | 'channel' | 'group' | 'word'

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
  intro: '四步做完，村里的群就能用了。做到哪一步，这里看得见。',
  done: '做好了',
  now: '这一步',
  later: '还没到',
  allDone: '四步都做完了，村里可以用了。',
  how: '怎么做',
  steps: {
    township: {
      title: '装上本镇的名册和清单',
      next: '现在用的是样例，请填一份本镇的表，装进来。',
      how: [
        '在装程序的电脑上运行「npm run template -- 本镇.xlsx」，得到一份空表。',
        '照表填：村和社、网格员、干部、各村的群、事务清单。',
        '运行「npm run import -- 本镇.xlsx」看看有没有写错，它会说清是哪一格。',
        '没有错了，运行「npm run import -- 本镇.xlsx --commit」装进来，样例就换掉了。',
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
        '在群里@它，说一句「绑定 村名」。',
        '村支书或镇值班回一句同意，群就接好了；也可以在运行情况里选村接入。',
      ],
    },
    word: {
      title: '在群里说一句试试',
      next: '群接好了，请在群里说一句试试。',
      how: ['请一位村民在群里说一件真事，比如“三社路口的路灯不亮了”。', '一分钟里机器人会回一条带编号的话，说谁来办、哪天前办。'],
    },
  } satisfies Record<StepName, StepWords>,
  state: {
    township: ({ sample, people, villages, duties }: { sample: boolean; people: number; villages: number; duties: number }): string =>
      `${sample ? '现在是样例：' : ''}${villages}个村，${people}人，清单${duties}项`,
    channel: (open: readonly ChannelName[]): string =>
      open.length > 0 ? `接上了${open.map((c) => channelNames[c]).join('、')}` : '一个都没有接',
    group: (bound: number, asked: number): string =>
      bound + asked === 0 ? '还没有群来过' : `接入了${bound}个群${asked > 0 ? `，${asked}个等着` : ''}`,
    word: (at: string | null): string => (at === null ? '还没有听到过话' : `最近一次听到是${at}`),
  },
} as const
