import { describe, expect, it } from 'vitest'
import { amendmentOf, type Settled } from '../../src/domain/amendment.ts'
import type { Judgement, Kind, Sensitivity } from '../../src/domain/judgement.ts'

const FREE: Settled = { kind: false, owner: false, title: false }
const lamp = { kind: 'village' as Kind, duty: 'V-LAMP', title: '三社路口路灯不亮', sensitivity: null as Sensitivity | null }
const model = (more: Partial<Judgement>): Judgement => ({
  kind: 'village',
  duty: 'V-LAMP',
  places: [],
  danger: null,
  hint: null,
  hazard: false,
  sensitivity: null,
  title: '路口路灯不亮',
  reason: '提到路灯',
  confidence: 0.9,
  matter: 0.9,
  outcome: 'open',
  evidence: ['路灯'],
  asks: false,
  version: 'classify.v1 m',
  ...more,
})

type Row = [what: string, before: Partial<typeof lamp>, said: Partial<Judgement>, settled: Partial<Settled>, does: object]
const OTHER = { kind: 'household', duty: 'H-DIBAO', title: '低保停了' } as const

const ROWS: Row[] = [
  ['agrees', {}, {}, {}, { does: 'nothing' }],
  [
    'another duty of the kind',
    {},
    { duty: 'V-POWER' },
    {},
    { does: 'amend', to: { kind: 'village', duty: 'V-POWER', title: '路口路灯不亮', sensitivity: null } },
  ],
  ['another duty, but it is less sure than the local reader', {}, { duty: 'V-POWER', confidence: 0.55 }, {}, { does: 'nothing' }],
  ['another duty, but a cadre has said which', {}, { duty: 'V-POWER' }, { kind: true }, { does: 'nothing' }],
  ['more private', {}, OTHER, {}, { does: 'amend', to: { ...OTHER, sensitivity: null } }],
  ['more private, unsure', {}, { ...OTHER, confidence: 0.2 }, {}, { does: 'amend', to: { ...OTHER, sensitivity: null } }],
  ['more private, in hand already', {}, OTHER, { owner: true }, { does: 'amend', to: { ...OTHER, sensitivity: null } }],
  ['a cadre said it is the village’s', {}, OTHER, { kind: true }, { does: 'nothing' }],
  [
    'that kind, and a reason for silence',
    {},
    { ...OTHER, sensitivity: 'illness' },
    { kind: true },
    { does: 'amend', to: { ...lamp, sensitivity: 'illness' } },
  ],
  ['a reason for silence', {}, { sensitivity: 'cadre', confidence: 0.1 }, {}, { does: 'amend', to: { ...lamp, sensitivity: 'cadre' } }],
  ['no reason where there is one', { sensitivity: 'crime' }, {}, {}, { does: 'nothing' }],
  ['a lesser reason where there is one', { sensitivity: 'crime' }, { sensitivity: 'family' }, {}, { does: 'nothing' }],
  [
    'a graver reason',
    { kind: 'household', duty: 'H-MARRY', sensitivity: 'family' },
    { kind: 'household', duty: 'H-MARRY', sensitivity: 'violence' },
    {},
    { does: 'amend', to: { ...lamp, kind: 'household', duty: 'H-MARRY', sensitivity: 'violence' } },
  ],
  ['between two private kinds', { kind: 'neighbour', duty: 'N-DEBT' }, OTHER, {}, { does: 'amend', to: { ...OTHER, sensitivity: null } }],
  ['public', { kind: 'neighbour', duty: 'N-BOUND' }, {}, {}, { does: 'suggest', duty: 'V-LAMP' }],
  ['public, unsure', { kind: 'neighbour', duty: 'N-BOUND' }, { confidence: 0.3 }, {}, { does: 'nothing' }],
  ['public, though it is delicate', { kind: 'household', duty: 'H-SICK', sensitivity: 'illness' }, {}, {}, { does: 'nothing' }],
  ['no matter', {}, { kind: 'none', duty: null, title: '' }, {}, { does: 'doubt' }],
  ['no matter, unsure', {}, { kind: 'none', confidence: 0.4 }, {}, { does: 'nothing' }],
  ['no matter, though somebody has it in hand', {}, { kind: 'none' }, { owner: true }, { does: 'nothing' }],
  ['a better title alone is not worth a word', {}, { title: '三社路灯' }, {}, { does: 'nothing' }],
  ['but where there was none', { title: '一件事' }, {}, {}, { does: 'amend', to: { ...lamp, title: '路口路灯不亮' } }],
  ['unless the reporter has put it right', { title: '一件事' }, {}, { title: true }, { does: 'nothing' }],
]

describe('a second opinion on a ticket', () => {
  it.each(ROWS)('%s', (_what, before, said, settled, does) => {
    expect(amendmentOf({ ...lamp, ...before }, { confidence: 0.6 }, model(said), { ...FREE, ...settled })).toEqual(does)
  })
})
