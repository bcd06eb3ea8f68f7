import type { Hears } from '../domain/capability.ts'
import type { KeepDays } from '../domain/retention.ts'

/** What a notice to a village rests on. */
interface Facts {
  town: string
  village: string
  /** Its clerk; null: nobody of that name stands on the roster. */
  clerk: string | null
  /** How the group is heard; null: none is bound yet. */
  hears: Hears | null
  keepDays: Pick<KeepDays, 'talk' | 'media' | 'chats' | 'matters'>
}

export interface VillageNotice {
  head: string
  parts: readonly { title: string; lines: readonly string[] }[]
  /** Filled in by hand. */
  call: string
  urgent: string
}

const span = (days: number): string => (days >= 730 ? `${Math.floor(days / 365)}年` : days === 365 ? '一年' : `${days}天`)

const hearing = (hears: Hears | null): string[] => {
  switch (hears) {
    case 'mention':
      return ['群里@它说的话，它才听得见；别的话它听不见。', '只记要办的事，像路灯不亮、水管坏了、邻里闹别扭。']
    case 'none':
      return ['群里的话它听不见。扫码写的、单独跟它说的，它看得见。', '只记要办的事，像路灯不亮、水管坏了、邻里闹别扭。']
    case 'all':
    case 'polled':
    case null:
      return ['群里的话它都听得见。', '只记要办的事，像路灯不亮、水管坏了、邻里闹别扭。']
    default:
      return hears satisfies never
  }
}

/** Who hears, what for, what is kept and how long, who sees it, and how to say no: what the law on personal data wants told (art. 17). */
export const villageNotice = ({ town, village, clerk, hears, keepDays }: Facts): VillageNotice => ({
  head: '群里的“说事”，先跟大家说清楚',
  parts: [
    {
      title: '它是干什么的',
      lines: [`“说事”是${town}、${village}用的机器人。`, '帮大家记事、找人办、问结果，不做别的用。'],
    },
    { title: '听什么', lines: hearing(hears) },
    {
      title: '记什么，留多久',
      lines: [
        `登记的事，连原话和照片，办完留${span(keepDays.matters)}。`,
        `闲话${span(keepDays.talk)}就删，闲照片${span(keepDays.media)}删，单独跟它说的${span(keepDays.chats)}删。`,
      ],
    },
    {
      title: '谁看得见',
      lines: ['村里的事，群里看得见办得怎样；电话、证件号不往外发。', '家里的、邻里的事，只有办事的干部看得见，群里只有编号。'],
    },
    { title: '不想让人知道是您说的', lines: ['说的时候带上“不公开”，群里就不提您。', '忘了带，过后再补一句“不公开”也行。'] },
    {
      title: '想让它忘掉您',
      lines: ['单独跟它说“忘记我”，再回“是”，您的话、照片、电话都删。', '事情留着，写成“一位居民”；法律要存档的材料照留。'],
    },
    {
      title: '有话要问，有意见',
      lines: [`找村文书${clerk ?? ''}，或者到村部来。`, '想看、想改您自己的，也找村文书。'],
    },
  ],
  call: '电话：',
  urgent: '着火119　急救120　报警110　这些别等它，自己先打',
})

/** As it is posted in the group. */
export const noticeText = ({ head, parts, urgent }: VillageNotice): string =>
  [head, ...parts.map(({ title, lines }) => `【${title}】${lines.join('')}`), urgent].join('\n')

/** The page on which it is taken. */
export const noticePageWords = {
  title: '给村民的告知',
  intro:
    '机器人进群以前，先让大家知道：它听什么，记什么，留多久，怎么不公开，怎么让它忘掉。话里的天数照现在的设置写，设置改了要重发、重贴。',
  village: '哪个村',
  show: '看这个村的',
  text: '发到群里的话',
  copy: '全选，复制，发到群里，置顶。',
  copyIt: '复制这段话',
  copied: '复制好了，到群里粘贴',
  poster: '贴在村部的纸（A4）',
  posterHelp: '打印出来贴在村部、小卖部。“电话”那里手写上村文书的电话。',
  pdf: '下载 PDF',
  png: '下载图片',
  all: '全部村的 PDF',
  told: '贴好、发好了',
  toldHelp: '发到群里、贴到村部以后，点一下。',
  file: (village: string): string => `${village}告知`,
  allFile: '全部村告知.pdf',
} as const
