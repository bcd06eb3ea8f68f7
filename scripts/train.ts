// npm run train: reads prompts/examples, writes src/classify/local-model.json. The same examples give the same bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { featuresOf, weighed } from '../src/classify/features.ts'
import { type Learner, type Lesson, learn, packed, scoresOf, temperatureOf } from '../src/classify/learn.ts'
import { LABELS, type Label, type Weights } from '../src/classify/local-model.ts'
import { tidy } from '../src/classify/tidy.ts'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, 'prompts', 'examples')
const target = join(root, 'src', 'classify', 'local-model.json')
const KIND_OF: Record<string, Label> = { V: 'village', N: 'neighbour', H: 'household' }
/** A feature of fewer examples than this is an accident. */
const SEEN_AT_LEAST = 2
/** Duties are told apart by the features heard most; the rest would only make the file heavy. */
const DUTY_FEATURES = 14_000
const FOLDS = 5
const KIND_BLOCK = 12
/** Most duties fill a block or two: held back whole they could not be known at all. */
const DUTY_BLOCK = 2
const kindLearner: Learner = { rounds: 25, step: 0.2, fade: 0.003, seed: 20261124 }
const dutyLearner: Learner = { rounds: 12, step: 0.15, fade: 0.002, seed: 20261125 }

interface Example {
  text: string
  kind: Label
  duty: string | null
  /** Put together from parts: good to learn from, worthless to be examined with. */
  composed: boolean
}

interface Asked extends Lesson {
  composed: boolean
}

/** A file holds sections: `= V-LAMP` or `= none`, then one text a line; ` / ` stands for a new line within a text. */
function readExamples(): Example[] {
  const examples: Example[] = []
  const known = new Set<string>()
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()) {
    let section = ''
    for (const [n, line] of readFileSync(join(folder, file), 'utf8').split(/\r?\n/u).entries()) {
      if (line.startsWith('=')) section = line.slice(1).trim().split(' ')[0] ?? ''
      else if (line.trim() !== '' && !line.startsWith('#')) {
        const kind = section === 'none' ? 'none' : KIND_OF[section.slice(0, 1)]
        if (!kind) throw new Error(`${file}:${n + 1}: no section says what this is`)
        const text = tidy(line.replaceAll(' / ', '\n'))
        if (known.has(text)) continue
        known.add(text)
        examples.push({ text, kind, duty: kind === 'none' ? null : section, composed: file.startsWith('combined') })
      }
    }
  }
  return examples
}

const examples = readExamples()
const heard = examples.map((e) => featuresOf(e.text))
const seen = new Map<string, number>()
const inMatters = new Map<string, number>()
for (const [i, f] of heard.entries())
  for (const name of [...f.grams, ...[...f.concepts].map((c) => `#${c}`)]) {
    seen.set(name, (seen.get(name) ?? 0) + 1)
    if (examples[i]?.duty) inMatters.set(name, (inMatters.get(name) ?? 0) + 1)
  }
const byUse = (a: string, b: string) => (inMatters.get(b) ?? 0) - (inMatters.get(a) ?? 0) || (a < b ? -1 : 1)
const names = [...seen]
  .filter(([name, count]) => count >= SEEN_AT_LEAST && !name.includes('\n'))
  .map(([name]) => name)
  .sort(byUse)
const known = new Map(names.map((name, at) => [name, at]))
const dutyFeatures = Math.min(DUTY_FEATURES, names.length)
const codes = [...new Set(examples.flatMap((e) => e.duty ?? []))].sort()

const all = heard.map((f) => weighed(f, known))
const kindLessons = examples.map((e, i): Asked => ({ heard: all[i] ?? [], label: LABELS.indexOf(e.kind), composed: e.composed }))
const dutyLessons = examples.flatMap((e, i): Asked[] =>
  e.duty ? [{ heard: (all[i] ?? []).filter((h) => h.at < dutyFeatures), label: codes.indexOf(e.duty), composed: e.composed }] : [],
)

/** Neighbouring lines are alike; whole blocks are held back, so that the check is no recital. */
function unseenAnswers(lessons: readonly Asked[], features: number, width: number, how: Learner, block: number) {
  const answers: { scores: Float64Array; label: number }[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const mine = (i: number) => Math.floor(i / block) % FOLDS === fold
    const weights = learn(
      lessons.filter((_, i) => !mine(i)),
      features,
      width,
      how,
    )
    for (const lesson of lessons.filter((l, i) => mine(i) && !l.composed))
      answers.push({ scores: scoresOf(weights, features, width, lesson.heard), label: lesson.label })
  }
  return answers
}

function layer(lessons: readonly Asked[], features: number, labels: string[], how: Learner, block: number, what: string) {
  const unseen = unseenAnswers(lessons, features, labels.length, how, block)
  const right = unseen.filter(({ scores, label }) => scores.indexOf(Math.max(...scores)) === label).length
  const temperature = temperatureOf(unseen)
  console.log(
    `${what}: ${lessons.length} examples, ${((100 * right) / unseen.length).toFixed(1)} % right on held-back blocks, temperature ${temperature}`,
  )
  return packed(learn(lessons, features, labels.length, how), labels, features + 1, temperature)
}

const weights: Weights = {
  version: 'local-1',
  features: names.join('\n'),
  kind: layer(kindLessons, names.length, [...LABELS], kindLearner, KIND_BLOCK, 'kind'),
  duty: layer(dutyLessons, dutyFeatures, codes, dutyLearner, DUTY_BLOCK, 'duty'),
}
const text = `${JSON.stringify(weights)}\n`
writeFileSync(target, text)
const of = (kind: Label) => examples.filter((e) => e.kind === kind).length
console.log(`${LABELS.map((l) => `${l} ${of(l)}`).join(', ')}; ${names.length} features, ${(text.length / 1024).toFixed(0)} KB`)
