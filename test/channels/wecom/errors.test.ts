import { describe, expect, it } from 'vitest'
import { classOf, type ErrorClass } from '../../../src/channels/wecom/errors.ts'
import { faultOf } from '../../../src/channels/wecom/outcome.ts'
import type { SayOutcome } from '../../../src/ports/channel.ts'

/** Every code that the platform documents for what we call, and what becomes of a post to a group and to a person. */
const CODES: [ErrorClass, number[], SayOutcome['outcome'] | null, SayOutcome['outcome'] | null][] = [
  ['ok', [0], null, null],
  ['busy', [-1, 6000], 'retry', 'retry'],
  ['stale-token', [40014, 42001, 41001, 42009], 'content-fault', 'content-fault'],
  ['credentials', [40001, 40013, 40091, 40056, 41002, 41004], 'refused', 'refused'],
  ['environment', [60020, 301002, 48002, 60011, 50002, 50003, 853006], 'refused', 'refused'],
  ['rate', [45009, 45011, 45033], 'wait', 'wait'],
  ['recipient-gone', [40003, 40031, 40032, 60111, 81013, 82001, 84061], 'group-gone', 'recipient-gone'],
  [
    'group-gone',
    [40050, 49008, 86001, 86003, 86004, 86005, 86006, 86007, 86008, 90501, 93000, 93001, 93004, 93006, 93008],
    'group-gone',
    'recipient-gone',
  ],
  ['content', [40008, 40033, 40035, 40058, 40063, 44001, 44004, 45002, 45004, 45007, 45008, 45034], 'content-fault', 'content-fault'],
  ['media', [40004, 40006, 40007, 40009, 40011, 45001, 46004], 'content-fault', 'content-fault'],
  ['window-over', [41051, 846605, 846608, 95013, 95018], 'elsewhere', 'elsewhere'],
  ['other', [1, 12345, 99999], 'content-fault', 'content-fault'],
]

describe('an error of the platform', () => {
  it.each(CODES.flatMap(([kind, codes, group, person]) => codes.map((code) => [code, kind, group, person] as const)))(
    '%i is %s',
    (code, kind, group, person) => {
      expect(classOf(code)).toBe(kind)
      const answer = { errcode: code, body: {} }
      for (const [to, expected] of [
        ['group', group],
        ['person', person],
      ] as const) {
        const fault = faultOf(answer, { to, dedupes: false })
        expect(fault?.outcome ?? null).toBe(expected)
        // Whoever reads the record can look the number up.
        if (fault && 'why' in fault) expect(fault.why).toContain(String(code))
      }
    },
  )
})
