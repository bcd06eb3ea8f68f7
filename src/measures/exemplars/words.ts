import type { OrderSaid } from '../../domain/order-name.ts'
import { sayLabels } from '../../wording/labels.ts'
import { CATEGORIES, type Category, type Exemplar, type ExemplarStatus, type Step } from './facts.ts'

const label = (n: number): string => sayLabels.exemplar(n)
const head = (n: number): string => `【${label(n)}】`

/** The seven kinds as the township names them, and what people call them. */
export const categoryWords: Record<Category, { name: string; short: string; also: readonly string[] }> = {
  party: { name: '先锋引领好党员', short: '好党员', also: ['党员', '先锋'] },
  daughter: { name: '孝老敬亲好儿媳', short: '好儿媳', also: ['好媳妇', '儿媳', '媳妇', '孝老爱亲', '孝老敬亲', '孝老'] },
  youth: { name: '向上向善好青年', short: '好青年', also: ['青年', '向上向善'] },
  family: { name: '引领风尚好家庭', short: '好家庭', also: ['家庭', '引领风尚'] },
  villager: { name: '致富带富好村民', short: '好村民', also: ['村民', '致富带富', '致富'] },
  neighbour: { name: '和睦友好好邻居', short: '好邻居', also: ['邻居', '和睦友好'] },
  helper: { name: '助人为乐好榜样', short: '好榜样', also: ['助人为乐', '榜样'] },
}
const kind = (e: Exemplar): string => categoryWords[e.category].name

export const nominated = (e: Exemplar): string => `${head(e.number)}记下了：推荐${e.name}为${kind(e)}。先问本人愿不愿意，再请村里、镇里定。`
export const askConsent = (e: Exemplar): string =>
  `${head(e.number)}有人推荐您为${kind(e)}：“${e.deed}”。愿意在群里说说吗？回“同意”或“不同意”，不同意就不会说出去。`
export const askInPerson = (e: Exemplar): string =>
  `${head(e.number)}有人推荐${e.name}为${kind(e)}，他不在群里。请当面问一声，愿意就回“榜样 ${e.number} 愿意”，不愿意回“榜样 ${e.number} 不愿意”。`
export const askCheck = (e: Exemplar): string =>
  `${head(e.number)}${e.name}，${kind(e)}：“${e.deed}”。本人愿意。村里核实过吗？回“同意”或“不同意”。`
export const askApproval = (e: Exemplar, village: string): string =>
  `${head(e.number)}${village}${e.name}，${kind(e)}：“${e.deed}”。本人愿意，村里核实过。回“同意”就在群里公布，不合适回“不同意”。`

const stepDone: Record<Step, string> = { consent: '本人愿意，已请村里核实', check: '村里核实了，已请镇里定', approve: '定了，会在群里公布' }
export const passed = (e: Exemplar, step: Step): string => `${head(e.number)}${e.name}：${stepDone[step]}。`
export const thanksForConsent = (e: Exemplar): string =>
  `${head(e.number)}谢谢您。村里和镇里看过以后，会在群里说一声。想撤下来，随时回“榜样 ${e.number} 撤下”。`
export const declined = (e: Exemplar): string => `${head(e.number)}知道了，不会说出去。`
export const withdrawn = (e: Exemplar): string => `${head(e.number)}撤下了，群里不再提，名单里也没有了。`
export const notYours = (e: Exemplar, step: Step): string =>
  `${head(e.number)}${{ consent: '要本人说愿意', check: '要村支书核实', approve: '要镇里领导定' }[step]}。`
export const notNow = (e: Exemplar): string => `${head(e.number)}现在是“${stateWords[e.status]}”，这一步已经过了。`
export const noSuch = (n: number): string => `没有找到${label(n)}。回“榜样”看名单。`

export const how = '请写“推荐 姓名 类别 事迹”，比如“推荐 周德福 好邻居 帮邻居看门十年”。'
export const whichCategory = (name: string): string =>
  `推荐${name}哪一类？${CATEGORIES.map((c) => categoryWords[c].short).join('、')}，回一个就行。`
export const whom = '推荐谁？回姓名就行。'
export const whichDeed = (name: string): string => `${name}做了什么？写一句实在的事就行。`

/** In the group, within the day's one post. */
export const post = (e: Exemplar, village: string): string => `身边好榜样：${village}${e.name}，${kind(e)}。${e.deed}`
export const cardHeading = '身边好榜样'
export const cardLines = (e: Exemplar): string[] => [kind(e), e.deed]
export const cardFoot = (township: string, village: string, year: number): string => `${township} ${village} ${year}年`

export const stateWords: Record<ExemplarStatus, string> = {
  nominated: '等本人答复',
  consented: '等村里核实',
  checked: '等镇里定',
  published: '已公布',
  declined: '本人不愿意',
  withdrawn: '已撤下',
}

export type Tally = Record<Category, number>
const parts = (tally: Tally): string =>
  CATEGORIES.filter((c) => tally[c] > 0)
    .map((c) => `${categoryWords[c].short}${tally[c]}`)
    .join('、')
const all = (tally: Tally): number => CATEGORIES.reduce((sum, c) => sum + tally[c], 0)

export const yearTally = (year: number, tally: Tally): string =>
  all(tally) === 0 ? `${year}年还没有公布的榜样。${how}` : `${year}年身边好榜样${all(tally)}个：${parts(tally)}。回“榜样 名单”看姓名。`
export const yearList = (year: number, rows: readonly { category: Category; names: readonly string[] }[]): string =>
  rows.length === 0
    ? `${year}年还没有公布的榜样。`
    : [`${year}年身边好榜样`, ...rows.map((r) => `${categoryWords[r.category].name}（${r.names.length}）：${r.names.join('、')}`)].join(
        '\n',
      )
export const pendingList = (rows: readonly Exemplar[]): string =>
  rows.length === 0
    ? '没有等您定的榜样。'
    : rows.map((e) => `${label(e.number)} ${e.name}，${categoryWords[e.category].short}，${stateWords[e.status]}`).join('\n')

/** In somebody's own file: what was said of them, and whom they named. */
export const ofYouInFile = (e: Exemplar): string => `榜样：${label(e.number)}，有人推荐您为${kind(e)}：“${e.deed}”，${stateWords[e.status]}`
export const byYouInFile = (list: readonly Exemplar[]): string =>
  `您推荐过的：${list.map((e) => `${e.name}（${label(e.number)}）`).join('、')}`

export const waitsForYou = (n: number): string => `榜样${n}个等您定 → 榜样 待定`
export const monthLine = (published: number, tally: Tally): string =>
  `榜样：公布 ${published}，今年共 ${all(tally)}${all(tally) > 0 ? `（${parts(tally)}）` : ''}`

export const exemplarSheet = {
  sheet: '身边好榜样',
  columns: ['编号', '姓名', '村', '类别', '事迹', '推荐日期', '村里核实', '镇里同意', '公布日期', '状态'],
} as const

/** Why it no longer waits to be told. */
export const droppedAs = '已撤下'
/** What a 同意 or 不同意 to a step says as an order. */
export const order = (e: Exemplar, step: Step, yes: boolean): OrderSaid =>
  `榜样 ${e.number} ${{ consent: '', check: '村里', approve: '镇里' }[step]}${yes ? '' : '不'}${step === 'consent' ? '愿意' : '同意'}`
export const alreadyNamed = (e: Exemplar): string => `${head(e.number)}今年已经有人推荐过${e.name}为${kind(e)}，记着呢，不用再推荐。`

// Its pages.
export const titleOf = (e: Exemplar): string => `${e.name}，${kind(e)}`
export const pageFields = {
  kind: '哪一类',
  deed: '事迹',
  nominated: '推荐',
  checked: '村里核实',
  approved: '镇里同意',
  published: '公布',
} as const
export const eventWords: Readonly<Record<string, string>> = {
  nominated: '推荐',
  consent: '本人愿意',
  check: '村里核实',
  approve: '镇里同意，公布',
  declined: '没有公布',
  withdrawn: '撤下',
}
