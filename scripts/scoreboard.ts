// npm run scoreboard [-- labelled.jsonl …] [--cross-source]: all that is measured of the reading, on one page.
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ownExamples } from '../src/classify/example-files.ts'
import { LABELS } from '../src/classify/local-model.ts'
import { tidy } from '../src/classify/tidy.ts'
import { defaultSettings } from '../src/domain/settings.ts'
import { calibrationError, confusion, labelScore, macroF1, matterScore } from './measure/figures.ts'
import { heldBack, type Marked, markedLines } from './measure/marked.ts'
import { local, type Reader, rulesOnly } from './measure/readers.ts'
import { crossSource, distinctRuns, nearDuplicates } from './measure/variety.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'cross-source': { type: 'boolean', default: false } } })
const { openAt, askAt } = defaultSettings
const began = performance.now()
const ours = local()
ours.read('三社路口的路灯又不亮了')
const started = performance.now() - began
/** A reader with a language model behind it goes here and gets its own column. */
const READERS: readonly Reader[] = [rulesOnly, ours]

const row = (name: string, cells: readonly string[]) => console.log(name.padEnd(46) + cells.map((c) => c.padStart(13)).join(''))
const figure = (x: number) => x.toFixed(3)
const of = (part: number, whole: number) => `${part}/${whole}`

function onMarked(texts: readonly Marked[]): void {
  const answers = READERS.map(({ read }) =>
    texts.map((mark) => {
      const { kind, sure, matter, urgent, private: hidden } = read(mark.text)
      return { mark, gold: mark.gold, said: kind, sure, matter, urgent, private: hidden }
    }),
  )
  const line = (name: string, tell: (all: (typeof answers)[number]) => string) => row(name, answers.map(tell))
  line('macro-F1', (a) => figure(macroF1(a)))
  line('matter or not: F1', (a) => figure(matterScore(a).f1))
  for (const label of LABELS)
    line(`${label}: precision, recall`, (a) => `${figure(labelScore(a, label).precision)} ${figure(labelScore(a, label).recall)}`)
  line(`precision of what opens by itself (${openAt})`, (a) => {
    const opened = a.filter((t) => t.matter >= openAt || t.urgent)
    return figure(opened.filter((t) => t.gold !== 'none').length / Math.max(1, opened.length))
  })
  line('calibration error of the kind', (a) => figure(calibrationError(a.map((t) => ({ sure: t.sure, right: t.said === t.gold })))))
  for (const mark of ['urgent', 'private'] as const)
    line(`${mark}: found, said in vain`, (a) => {
      const marked = a.filter((t) => t.mark[mark])
      return `${of(marked.filter((t) => t[mark]).length, marked.length)} ${a.filter((t) => t[mark] && !t.mark[mark]).length}`
    })
  const mine = answers.at(-1) ?? []
  console.log('\nconfusion of the last column (rows right, columns said)')
  row('', LABELS)
  for (const [n, cells] of confusion(mine).entries()) row(LABELS[n] ?? '', cells.map(String))
  console.log('\nworst ten')
  const wrong = mine.filter((t) => t.said !== t.gold).sort((a, b) => b.sure - a.sure)
  for (const { mark, said, sure } of wrong.slice(0, 10))
    console.log(`${mark.id}  ${mark.gold}, said ${said} ${sure.toFixed(2)}  ${tidy(mark.text).replaceAll('\n', ' / ').slice(0, 60)}`)
}

function onOwn(): void {
  const [urgent, calm, sensitive, chat] = [heldBack('urgent'), heldBack('calm'), heldBack('sensitive'), heldBack('chat')]
  const line = (name: string, tell: (r: Reader) => string) => row(name, READERS.map(tell))
  const found = (texts: readonly Marked[], r: Reader, mark: 'urgent' | 'private') => texts.filter((t) => r.read(t.text)[mark]).length
  const dangers = [...urgent, ...sensitive].filter((t) => t.urgent)
  const hidden = [...urgent, ...sensitive].filter((t) => t.private)
  const told = sensitive.filter((t) => !t.private)
  const talk = chat.filter((t) => t.gold === 'none')
  const matters = chat.filter((t) => t.gold !== 'none')
  const over = (texts: readonly Marked[], r: Reader, from: number, below = 2) =>
    texts.filter(({ text }) => r.read(text).matter >= from && r.read(text).matter < below).length
  line('urgent found', (r) => of(found(dangers, r, 'urgent'), dangers.length))
  line('urgent said of figures of speech and faults', (r) => of(found(calm, r, 'urgent'), calm.length))
  line('urgent said of plain group talk', (r) => of(found(chat, r, 'urgent'), chat.length))
  line('private found', (r) => of(found(hidden, r, 'private'), hidden.length))
  line('private said of what may be told', (r) => of(found(told, r, 'private'), told.length))
  line('group talk opened by itself', (r) => of(over(talk, r, openAt), talk.length))
  line('group messages brought to the clerk', (r) => of(over(chat, r, askAt, openAt), chat.length))
  line('matters in it opened or asked', (r) => of(over(matters, r, askAt), matters.length))
}

const ROUNDS = 5

function cost(texts: readonly string[]): void {
  const times = READERS.map(({ read }) => {
    for (const text of texts) read(text)
    const before = process.cpuUsage()
    for (let round = 0; round < ROUNDS; round++) for (const text of texts) read(text)
    return (process.cpuUsage(before).user / 1000 / (ROUNDS * texts.length)).toFixed(3)
  })
  row('ms a message, one core', times)
  const weights = statSync(resolve(import.meta.dirname, '..', 'src', 'classify', 'local-model.json')).size
  row('start in ms, weights in MB', ['', `${started.toFixed(0)} ${(weights / 1024 / 1024).toFixed(1)}`])
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
console.log(`${new Date().toISOString().slice(0, 10)} at ${commit}\n`)
const head = (title: string) =>
  row(
    title,
    READERS.map((r) => r.name),
  )
for (const path of positionals) {
  const texts = markedLines(path)
  head(`${basename(path)}, ${texts.length} texts`)
  onMarked(texts)
  console.log('')
}
head('our own lines held back (prompts/check)')
onOwn()
cost([...heldBack('sensitive'), ...heldBack('urgent')].map((t) => t.text))

const examples = ownExamples('examples')
const voices = new Set(examples.map((e) => e.file)).size
console.log(`\n${examples.length} examples in ${voices} voices; near duplicates ${(100 * nearDuplicates(examples)).toFixed(1)} %`)
for (const label of LABELS) {
  const { distinct, share } = distinctRuns(examples, label)
  const texts = examples.filter((e) => e.kind === label).length
  console.log(`${label}: ${texts} texts, ${distinct} different runs of three characters (${(100 * share).toFixed(0)} % of all)`)
}
if (values['cross-source']) {
  const byFile = crossSource(examples)
  const all = [...byFile.values()].flat()
  console.log(`each voice read by a model that never heard it: macro-F1 ${figure(macroF1(all))}, matter F1 ${figure(matterScore(all).f1)}`)
  const right = [...byFile].map(([file, pairs]) => ({ file, share: pairs.filter((p) => p.gold === p.said).length / pairs.length }))
  right.sort((a, b) => a.share - b.share)
  console.log(right.map(({ file, share }) => `${file} ${(100 * share).toFixed(0)} %`).join(', '))
}
