import type { Traces } from '../domain/traces.ts'
import { channelWord } from './channels.ts'
import { day } from './dates.ts'

export interface MyFile extends Traces {
  name: string
  phone: string | null
  home: string | null
  household: string | null
  roles: readonly string[]
  groups: readonly string[]
  reported: readonly string[]
  reportedCount: number
  noted: number
  inHand: number
  handled: number
  others: readonly string[]
  made: readonly { word: string; count: number }[]
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
      f.made
        .filter((m) => m.count > 0)
        .map((m) => `${m.word}${m.count}`)
        .join('，'),
    ),
    some('问过您还没回的', f.questions, '句'),
    some('您纠正过、拿来学的', f.taught, '句'),
    some('遮住姓名电话、给电脑模型看过的', f.toModel, '次'),
    line('绑定的账号', [...new Set(f.accounts.map(channelWord))].join('、')),
    line('和机器人说过的话', `${f.messages}条${f.firstMessage ? `，最早${day(f.firstMessage, now)}` : ''}`),
    '有不对的，直接讲给我或找村文书改。',
    '不想留了，回“忘记我”，先告诉您删哪些、留哪些。',
  ]
    .filter((l) => l !== '')
    .join('\n')
