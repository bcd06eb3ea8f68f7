import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../src/domain/judgement.ts'
import { believed, worthAsking } from '../../src/domain/second-opinion.ts'

const sure: Judgement = {
  kind: 'village',
  duty: 'V-LAMP',
  places: [],
  danger: null,
  hint: null,
  hazard: false,
  sensitivity: null,
  title: '路灯不亮',
  reason: '提到路灯',
  confidence: 0.97,
  matter: 0.98,
  outcome: 'open',
  evidence: ['路灯'],
  asks: false,
  version: 'local-1',
}
const chat = { kind: 'none', duty: null, title: '', confidence: 0.97, matter: 0.03 } as const

describe('the model is asked', () => {
  it.each<[what: string, judgement: Partial<Judgement>, unsure: boolean, always: boolean]>([
    ['what is plain', {}, false, true],
    ['what is plainly no matter', chat, false, true],
    ['what may be one', { ...chat, matter: 0.3 }, true, true],
    ['what is probably one', { matter: 0.8 }, true, true],
    ['whose matter it is', { confidence: 0.6 }, true, true],
    ['what is on no line of the list', { duty: 'V-OTHER' }, true, true],
    ['what the rules know', { ...chat, version: 'rules-1' }, false, false],
    ['an emergency', { danger: 'fire', confidence: 0.5 }, false, false],
    ['what happens at home', { kind: 'household', sensitivity: 'violence', confidence: 0.5 }, false, false],
    ['what else is delicate', { kind: 'household', sensitivity: 'illness', confidence: 0.5 }, true, true],
  ])('%s', (_what, judgement, unsure, always) => {
    expect(worthAsking({ ...sure, ...judgement }, 'unsure')).toBe(unsure)
    expect(worthAsking({ ...sure, ...judgement }, 'always')).toBe(always)
    expect(worthAsking({ ...sure, ...judgement }, 'never')).toBe(false)
  })
})

describe('what is believed', () => {
  const other: Judgement = { ...sure, kind: 'household', duty: 'H-DIBAO', confidence: 0.98, version: 'classify.v1 m' }

  it.each<[what: string, local: Partial<Judgement>, model: Partial<Judgement>, believedIs: Partial<Judgement>]>([
    ['the model', {}, {}, { kind: 'household', version: 'classify.v1 m' }],
    ['not a model that is less sure', {}, { confidence: 0.96 }, { kind: 'village', version: 'local-1' }],
    ['the graver reason for silence', { sensitivity: 'crime' }, { sensitivity: 'family' }, { kind: 'household', sensitivity: 'crime' }],
    ['that it is nothing', { confidence: 0.6 }, chat, { kind: 'none' }],
    ['never that an emergency is nothing', { danger: 'fire' }, chat, { kind: 'village', danger: 'fire' }],
    ['an emergency, whatever else the model says', { danger: 'fire' }, {}, { kind: 'household', danger: 'fire' }],
  ])('is %s', (_what, local, model, is) => {
    expect(believed({ ...sure, ...local }, { ...other, ...model })).toMatchObject(is)
  })
})
