import type { ModelState, TrainedModel } from '../domain/trained-model.ts'
import { day } from './dates.ts'

/** Of every program that writes a file. */
export const unwritable = (file: string): string => `${file} 写不进去，请关掉正打开它的程序，或换一个位置。`
export const noTown = '还没有装入乡镇。'

export const noModelSentence = 'LLM_BASE_URL：没有填大模型的地址，或 LLM_WHEN 是 never，请在 .env 里填好 LLM_ 开头的几项再用 --llm。'

/** What became of the texts: 没问 217，答了 55，timeout 2. */
export function modelTally(outcomes: ReadonlyMap<string, number>): string {
  const names: Record<string, string> = { local: '没问', answered: '答了' }
  const most = [...outcomes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return `大模型：${most.map(([what, count]) => `${names[what] ?? what} ${count}`).join('，')}。`
}

const states: Record<ModelState, string> = { inUse: '在用', kept: '留着', refused: '没有换上，比原来差' }
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** What npm run model says. */
export const modelWords = {
  usage: '用法：npm run model -- list，或 export 版本 文件，或 rollback [版本]。不写版本就退到上一个，写 shipped 就用随程序带来的。',
  nothingTrained: '还没有在本机练过，用的是随程序带来的模型。干部教满十句，夜里会自己练。',
  shippedInUse: '现在用的是随程序带来的模型。',
  line: (m: TrainedModel, now: Date): string =>
    `${m.version}  ${day(m.madeAt, now)}  ${states[m.state]}  学了${m.examples}句  四类 ${percent(m.scores.old.kinds)} → ${percent(m.scores.new.kinds)}，是不是事 ${percent(m.scores.old.matter)} → ${percent(m.scores.new.matter)}（考了${m.scores.new.texts}句）`,
  unknown: (version: string): string => `没有 ${version} 这个版本，或它的数据已经清掉。用 npm run model -- list 看有哪些。`,
  exported: (version: string, file: string): string => `已把 ${version} 写到 ${file}。`,
  inUse: (version: string | null): string => `好了，改用${version ?? '随程序带来的模型'}。正在运行的程序几秒内换上，不用重启。`,
  nothingToRollBack: '现在用的就是随程序带来的模型，没有更早的了。',
  noTownship: '数据库里还没有乡镇。',
}
