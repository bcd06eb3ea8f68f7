import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { piecesOf } from '../../src/orders/pieces.ts'
import { LAYER, weighedPieces } from '../../src/orders/suggest.ts'
import { sectionsOf } from '../../src/reading/lexicon.ts'
import { normalise } from '../../src/reading/normalise.ts'
import { withPlainParticles } from '../../src/reading/particles.ts'
import { namesAmong } from '../../src/reading/who.ts'
import { packTables } from '../../src/weights/file.ts'
import { knownNames } from '../../src/weights/known-names.ts'
import { learn, packed } from '../../src/weights/learn.ts'

export const LINES = join(import.meta.dirname, '..', '..', 'prompts', 'orders', 'said.txt')

/** Whom the lines name. */
const NAMED = {
  shorts: [
    { short: '坪', villageName: '坪头村' },
    { short: '河', villageName: '河湾村' },
  ],
  cadreAt: namesAmong([
    { id: 'k', name: '李建国', titles: ['网格员'], village: '坪头村' },
    { id: 's', name: '王德富', titles: ['支书', '书记', '主任'], village: '坪头村' },
    { id: 'm', name: '王芳', titles: ['调解员'], village: '坪头村' },
    { id: 'z', name: '张满仓', titles: ['网格员'], village: '坪头村' },
    { id: 'l', name: '赵强', titles: ['领导'], village: '' },
  ]),
}

/** What is dictated has no signs: each line that has some is learnt without them as well. */
const withoutSigns = (text: string): string => text.replace(/(?<!\d)[，。,、；！!]|[，。,、；！!](?!\d)/gu, '')

/** A piece of fewer lines than this is an accident. */
const SEEN_AT_LEAST = 2
/** The pieces of most lines; the rest would only make the weights heavy. */
const PIECES = 16000
const HOW = { rounds: 12, step: 0.2, fade: 0.003, drop: 0.5, fairness: 0.3, seed: 20261130 }

/** The pieces that most lines hold, those of as many lines in the order in which they were met. */
function commonPieces(lines: readonly (readonly string[])[]): string[] {
  const count = new Map<string, number>()
  for (const pieces of lines) for (const piece of pieces) count.set(piece, (count.get(piece) ?? 0) + 1)
  const often = [...count].filter(([, times]) => times >= SEEN_AT_LEAST).sort(([, a], [, b]) => b - a)
  return often.slice(0, PIECES).map(([piece]) => piece)
}

/** Tells which lines a file of weights was learnt from. */
export const versionOf = (file: string): string => `orders-${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)}`

/** The weights that lines of told orders give, as a file; the same lines give the same bytes. */
export function trainSuggester(file: string): Buffer {
  const sections = sectionsOf(file)
  const labels = sections.map((s) => s.head)
  const told = sections.flatMap(({ head, lines }) =>
    lines
      .flatMap(({ text }) => [...new Set([text, withoutSigns(text)])])
      .map((text) => ({ label: labels.indexOf(head), pieces: piecesOf(withPlainParticles(normalise(text).text), NAMED) })),
  )
  const features = commonPieces(told.map(({ pieces }) => pieces.flat())).join('\n')
  const known = knownNames(features)
  const lessons = told.map(({ label, pieces }) => ({ label, heard: weighedPieces(pieces, known) }))
  const rows = features.split('\n').length
  const weights = learn(lessons, rows, labels.length, HOW)
  return packTables({ version: versionOf(file), features, layers: { [LAYER]: packed(weights, labels, rows + 1, 1) } })
}
