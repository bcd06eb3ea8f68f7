import { describe, expect, it } from 'vitest'
import { heldBackVoices } from '../../scripts/measure/marked.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const { judge } = createClassifier({ duties: sampleDuties, places: [] })
const voices = heldBackVoices().map((e) => ({ ...e, judged: judge(e.text) }))
const talk = voices.filter((v) => v.kind === 'none')
const matters = voices.filter((v) => v.kind !== 'none' && v.danger === null)
const share = (of: typeof voices, holds: (v: (typeof voices)[number]) => boolean) => of.filter(holds).length / of.length

/**
 * Voices of our own that the reader has never heard, harder than a village's evening: half of the talk is made of dangerous-sounding
 * words, half of the matters are rants and hints. The lines are where it stood when they were drawn; what is better moves them.
 */
describe('on voices never heard', () => {
  it('talk is left alone, but for a line here and there', () => {
    expect(share(talk, (v) => v.judged.outcome === 'open' && v.judged.danger === null)).toBeLessThan(0.009)
    expect(share(talk, (v) => v.judged.outcome === 'list')).toBeLessThan(0.075)
    expect(share(talk, (v) => v.judged.outcome === 'ask')).toBeLessThan(0.005)
  })

  it('matters that can be pointed at are opened or seen', () => {
    const pointed = matters.filter((v) => v.judged.evidence.length > 1)
    expect(share(pointed, (v) => v.judged.outcome !== 'leave')).toBeGreaterThan(0.8)
    expect(share(matters, (v) => v.judged.outcome !== 'leave')).toBeGreaterThan(0.38)
  })

  it('nothing opens by itself that shows no evidence', () => {
    for (const { judged } of voices) if (judged.outcome === 'open' && judged.danger === null) expect(judged.evidence).not.toEqual([])
  })
})

it.each([
  ['水管叫车压断了，一巷道人没水吃', 'open'],
  ['三社那段渠塌了，水浇不到地里', 'open'],
  ['隔壁盖房把我家后墙挖裂了', 'open'],
  ['我妈的养老金停了两个月没发', 'open'],
  ['水又停了', 'ask'],
  ['停电了', 'list'],
  ['晚上吃火锅不', 'leave'],
  ['你明天来接我一下', 'leave'],
  ['老板又叫加班，困死了', 'leave'],
  ['这集太好看了，男主被打得好惨', 'leave'],
])('%s: %s', (text, outcome) => {
  expect(judge(text).outcome).toBe(outcome)
})
