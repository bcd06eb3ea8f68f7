import type { TrialFigures } from '../domain/trial.ts'
import type { Verdict } from '../domain/trial-week.ts'
import { day } from './dates.ts'
import { compared } from './trial.ts'

export const trialWords = {
  title: '先听一周',
  intro: '这些群里机器人只听不说：像是有事的话只单独发给文书，要不要登记由村里定。下面把它会登记的和村里真登记的放在一起比。',
  none: '还没有哪个群先听过。',
  noneHint: '在群里或一对一对它说“先听一周 村名”，那个群就先听一周。',
  listening: '只听不说',
  speaking: '已经正式开始',
  since: (since: Date, until: Date, now: Date): string => `${day(since, now)}到${day(until, now)}`,
  asOf: (over: boolean): string => (over ? '' : '，还没满一周，数字会变'),
  summary: (figures: TrialFigures): string => compared(figures, '它'),
  /** Of what it takes for a matter, how much is one. */
  precision: ({ registered, wrong }: TrialFigures): string | null => {
    const all = registered + wrong
    if (all === 0) return null
    return registered === all ? `它当成事的${all}件，都真是事。` : `它当成事的${all}件里，有${registered}件真是事。`
  },
  /** Of what is a matter, how much it takes for one. */
  recall: ({ registered, missed }: TrialFigures): string | null => {
    const all = registered + missed
    if (all === 0) return null
    return missed === 0 ? `村里登记的${all}件，它都听出来了。` : `村里登记的${all}件里，它自己听出来${registered}件。`
  },
  figures: {
    heard: '听到的话',
    would: '它会登记',
    registered: '村里也登记',
    wrong: '它多登记的',
    missed: '村里另外登记',
    posts: '它会在群里说',
  },
  sentences: (n: number): string => `${n}句`,
  matters: (n: number): string => `${n}件`,
  messages: (n: number): string => `${n}条`,
  verdicts: {
    missed: '村里登记了，它自己不会登记',
    wrong: '它会登记，村里没登记',
    waits: '它会登记，村里还没定',
    right: '它会登记，村里也登记了',
  } satisfies Record<Verdict, string>,
  private: '（不公开的事，这里不写）',
  gone: '（字句已经按期限抹掉）',
  listed: '它拿不准，列给文书看过',
  byDay: '一天一天看',
  days: ['日子', '听到', '会登记', '也登记', '另登记'] as const,
  /** On the first page of the office. */
  note: (names: readonly string[]): string => `${names.length > 2 ? `${names.length}个群` : names.join('、')}只听不说。`,
  look: '看它听得准不准',
  speakNow: '正式开始',
  again: '再听一周',
  how: '要它开口，一对一对它说“正式开始”；还想听听，说“再听一周”。',
  others: (isFirst: boolean): string => (isFirst ? '让一个群先听一周' : '让别的群先听一周'),
  othersHelp: '从这时起它在那个群里不说话，直到有人说“正式开始”。村支书和文书会收到一句话。',
  begin: '先听一周',
  group: '哪个群',
} as const
