// npm run scoreboard [-- labelled.jsonl talk.jsonl danger.jsonl …] [--cross-source]: all that is measured of the reading, on one page.
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { LABELS } from '../src/classify/local-model.ts'
import { shippedExamples } from '../src/classify/shipped-examples.ts'
import { WEIGHTS_FILE } from '../src/classify/shipped-weights.ts'
import { tidy } from '../src/classify/tidy.ts'
import { calibrationError, confusion, labelScore, macroF1, matterScore } from './measure/figures.ts'
import { heldBack, heldBackVoices, kindOfFile, type Marked, markedLines, soundLines, talkLines } from './measure/marked.ts'
import { curve, onAlarms, onMatters, onTalk } from './measure/ordinary-day.ts'
import { local, type Read, type Reader, rulesOnly, withDouble } from './measure/readers.ts'
import { onStories } from './measure/stories.ts'
import { crossSource, distinctRuns, nearDuplicates } from './measure/variety.ts'

const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'cross-source': { type: 'boolean', default: false } } })
const began = performance.now()
await local.read('三社路口的路灯又不亮了')
const started = performance.now() - began
const doubled = await withDouble()
const READERS: readonly Reader[] = [rulesOnly, local, doubled]

const row = (name: string, cells: readonly string[]) => console.log(name.padEnd(46) + cells.map((c) => c.padStart(13)).join(''))
const figure = (x: number) => x.toFixed(3)
const of = (part: number, whole: number) => `${part}/${whole}`

interface Answered extends Read {
  mark: Marked
}

/** Each reader's answers, in the order of the readers. */
async function answersOf(texts: readonly Marked[]): Promise<Answered[][]> {
  const all: Answered[][] = []
  for (const { read } of READERS) {
    const answers: Answered[] = []
    for (const mark of texts) answers.push({ mark, ...(await read(mark.text)) })
    all.push(answers)
  }
  return all
}

async function onMarked(texts: readonly Marked[]): Promise<void> {
  const answers = (await answersOf(texts)).map((all) => all.map((a) => ({ ...a, gold: a.mark.gold, said: a.kind })))
  const line = (name: string, tell: (all: (typeof answers)[number]) => string) => row(name, answers.map(tell))
  line('macro-F1', (a) => figure(macroF1(a)))
  line('matter or not: F1', (a) => figure(matterScore(a).f1))
  for (const label of LABELS)
    line(`${label}: precision, recall`, (a) => `${figure(labelScore(a, label).precision)} ${figure(labelScore(a, label).recall)}`)
  line('precision of what opens by itself', (a) => {
    const opened = a.filter((t) => t.outcome === 'open' || t.urgent)
    return figure(opened.filter((t) => t.gold !== 'none').length / Math.max(1, opened.length))
  })
  line('calibration error of the kind', (a) => figure(calibrationError(a.map((t) => ({ sure: t.sure, right: t.said === t.gold })))))
  for (const mark of ['urgent', 'private'] as const)
    line(`${mark}: found, said in vain`, (a) => {
      const marked = a.filter((t) => t.mark[mark])
      return `${of(marked.filter((t) => t[mark]).length, marked.length)} ${a.filter((t) => t[mark] && !t.mark[mark]).length}`
    })
  const mine = answers[READERS.indexOf(local)] ?? []
  console.log('\nconfusion of the local reader (rows right, columns said)')
  row('', LABELS)
  for (const [n, cells] of confusion(mine).entries()) row(LABELS[n] ?? '', cells.map(String))
  console.log('\nworst ten')
  const wrong = mine.filter((t) => t.said !== t.gold).sort((a, b) => b.sure - a.sure)
  for (const { mark, said, sure } of wrong.slice(0, 10))
    console.log(`${mark.id}  ${mark.gold}, said ${said} ${sure.toFixed(2)}  ${tidy(mark.text).replaceAll('\n', ' / ').slice(0, 60)}`)
}

async function onOwn(): Promise<void> {
  const [urgent, calm, sensitive, chat] = [heldBack('urgent'), heldBack('calm'), heldBack('sensitive'), heldBack('chat')]
  const second = [...heldBack('second-urgent'), ...heldBack('second-delicate')]
  const told = sensitive.filter((t) => !t.private)
  const talk = chat.filter((t) => t.gold === 'none')
  const matters = chat.filter((t) => t.gold !== 'none')
  const rows: readonly [name: string, texts: readonly Marked[], holds: (answer: Read) => boolean][] = [
    ['urgent found', [...urgent, ...sensitive].filter((t) => t.urgent), (r) => r.urgent],
    ['urgent said of figures of speech and faults', calm, (r) => r.urgent],
    ['urgent said of plain group talk', chat, (r) => r.urgent],
    ['private found', [...urgent, ...sensitive].filter((t) => t.private), (r) => r.private],
    ['private said of what may be told', told, (r) => r.private],
    ['a second hand: urgent found', second.filter((t) => t.urgent), (r) => r.urgent],
    ['a second hand: urgent said in vain', heldBack('second-urgent').filter((t) => !t.urgent), (r) => r.urgent],
    ['a second hand: private found', second.filter((t) => t.private), (r) => r.private],
    ['a second hand: private said in vain', second.filter((t) => !t.private && !t.urgent), (r) => r.private],
    ['group talk opened by itself', talk, (r) => r.outcome === 'open'],
    ['group messages brought to the clerk', chat, (r) => r.outcome === 'list' || r.outcome === 'ask'],
    ['matters in it opened or asked', matters, (r) => r.outcome !== 'leave'],
  ]
  for (const [name, texts, holds] of rows) {
    const answers = await answersOf(texts)
    row(
      name,
      answers.map((all) => of(all.filter(holds).length, texts.length)),
    )
  }
}

/** Talk, matters and what sounds like danger, by the outcome: first of the files given, then of the voices held back. */
function onOrdinaryDays(): void {
  const of = (kind: ReturnType<typeof kindOfFile>) => positionals.filter((p) => kindOfFile(p) === kind)
  const talk = of('talk').flatMap(talkLines)
  const marked = of('marked').flatMap(markedLines)
  const sounds = of('sounds').flatMap(soundLines)
  const voices = heldBackVoices().map((e) => ({ text: e.text, gold: e.kind, danger: e.danger !== null, private: e.sensitivity !== null }))
  const ownTalk = voices.filter((v) => v.gold === 'none').map((v) => v.text)
  const tell = (title: string, lines: readonly string[]) => console.log([title, ...lines, ''].join('\n'))
  const told = [
    ...(talk.length > 0 ? onTalk(talk) : []),
    ...(marked.length > 0 ? [onMatters(marked)] : []),
    ...(sounds.length > 0 ? [onAlarms(sounds)] : []),
  ]
  if (told.length > 0) tell('an ordinary day', told)
  const matters = marked.filter((m) => m.gold !== 'none').map((m) => m.text)
  if (talk.length > 0 && matters.length > 0)
    tell('wrong ones in 1,000 lines of talk: share of the matters that stand higher', [curve(talk, matters)])
  tell('voices of our own that were held back', [...onTalk(ownTalk), onMatters(voices), onAlarms(voices)])
}

const ROUNDS = 5

/** What one core needs; the way to a model is not ours to time. */
async function cost(texts: readonly Marked[]): Promise<void> {
  const times: string[] = []
  for (const { read } of [rulesOnly, local]) {
    for (const { text } of texts) await read(text)
    const before = process.cpuUsage()
    for (let round = 0; round < ROUNDS; round++) for (const { text } of texts) await read(text)
    times.push((process.cpuUsage(before).user / 1000 / (ROUNDS * texts.length)).toFixed(3))
  }
  row('ms a message, one core', times)
  const weights = statSync(WEIGHTS_FILE).size
  row('start in ms, weights in MB', ['', `${started.toFixed(0)} ${(weights / 1024 / 1024).toFixed(1)}`])
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
console.log(`${new Date().toISOString().slice(0, 10)} at ${commit}\n`)
const head = (title: string) =>
  row(
    title,
    READERS.map((r) => r.name),
  )
for (const path of positionals.filter((p) => kindOfFile(p) === 'marked')) {
  const texts = markedLines(path)
  head(`${basename(path)}, ${texts.length} texts`)
  await onMarked(texts)
  console.log('')
}
onOrdinaryDays()
const stories = onStories()
const told = stories.reduce((n, s) => n + s.stories, 0)
console.log(`${told} stories of ${stories.length} voices never heard: kind right, duty right`)
for (const { voice, stories: all, kindRight, dutyRight } of stories) row(voice, [figure(kindRight / all), figure(dutyRight / all)])
row('all', [figure(stories.reduce((n, s) => n + s.kindRight, 0) / told), figure(stories.reduce((n, s) => n + s.dutyRight, 0) / told)])
console.log('')
head('our own lines held back (prompts/check)')
await onOwn()
await cost([...heldBack('sensitive'), ...heldBack('urgent')])
await doubled.close()

const examples = shippedExamples()
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
  const mean = [...byFile.values()].reduce((sum, pairs) => sum + macroF1(pairs), 0) / byFile.size
  console.log(
    `each voice read by a model that never heard it (twelve folds): macro-F1 ${figure(mean)} (mean of the voices), ${figure(macroF1(all))} (all lines together), matter F1 ${figure(matterScore(all).f1)}`,
  )
  const right = [...byFile].map(([file, pairs]) => ({ file, share: pairs.filter((p) => p.gold === p.said).length / pairs.length }))
  right.sort((a, b) => a.share - b.share)
  console.log(right.map(({ file, share }) => `${file} ${(100 * share).toFixed(0)} %`).join(', '))
}
