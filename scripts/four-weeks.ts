// npm run four-weeks -- talk.jsonl matters.jsonl: a township's first month. The talk is said in daily portions with the matters strewn
// in, a clerk answers wrong tickets and list lines as the labels have it, and each week the reader learns at night what the product
// would learn. Nothing of the texts is kept.
import { parseArgs } from 'node:util'
import { fourWeeks, type Week } from './measure/four-weeks.ts'
import { markedLines, talkLines } from './measure/marked.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'without-learning': { type: 'boolean', default: false } } })
const [talk, matters] = positionals
if (!talk || !matters) {
  console.error('npm run four-weeks -- talk.jsonl matters.jsonl [--without-learning]')
  process.exit(1)
}
const share = (part: number, whole: number) => `${part}/${whole} (${(part / Math.max(1, whole)).toFixed(2)})`
const per1000 = (part: number, whole: number) => ((1000 * part) / Math.max(1, whole)).toFixed(2)
const row = (cells: readonly string[]) => console.log(cells.map((c, n) => (n === 0 ? c.padEnd(6) : c.padStart(18))).join(''))
row([
  'week',
  'lines of talk',
  'wrong tickets',
  'per 1,000',
  'list lines',
  'per 1,000',
  'opened',
  'opened or listed',
  'unheard: opened',
  'unheard: seen',
  'learnt from',
])
const tell = (w: Week) =>
  row([
    String(w.week),
    String(w.talk),
    String(w.opened),
    per1000(w.opened, w.talk),
    String(w.listed),
    per1000(w.listed, w.talk),
    share(w.mattersOpened, w.matters),
    share(w.mattersSeen, w.matters),
    share(w.yardstick.opened, w.yardstick.all),
    share(w.yardstick.seen, w.yardstick.all),
    String(w.learntFrom),
  ])
for (const week of fourWeeks(talkLines(talk), markedLines(matters), !values['without-learning'])) tell(week)
