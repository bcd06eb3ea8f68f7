import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { refusalOf } from '../../src/domain/who-may.ts'
import { type Actor, MOVES, type Move, type MoveName } from '../../src/domain/workflow.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { applyMove } from '../../src/tickets/apply-move.ts'
import { clocksOf } from '../../src/tickets/clocks.ts'
import { aTicket } from '../support/a-ticket.ts'

const calendar = chineseCalendar()
const MINUTE_MS = 60_000
const lamp = sampleDuties.find((d) => d.short === '路灯')
if (!lamp) throw new Error('no lamp on the list')

function lampOf(openedAt: Date): Ticket {
  const started = { openedAt, countedFrom: openedAt, danger: null, sensitivity: null }
  const completeBy = lamp ? clocksOf(started, lamp, calendar).completeBy : openedAt
  return aTicket({ ...started, duty: lamp?.code ?? '', owner: 'owner', reporter: 'reporter', respondBy: openedAt, completeBy })
}

const names = Object.keys(MOVES) as MoveName[]
const actors: Actor[] = [
  'owner',
  'coOwner',
  'cadre',
  'keeper',
  'clerk',
  'secretary',
  'mediator',
  'duty',
  'leader',
  'reporter',
  'follower',
  'clock',
]
/** The cases in which a deadline may move beside the end of a standstill; 改类 brings another duty's limits. */
const MAY_MOVE_DEADLINE: readonly MoveName[] = ['extend', 'supervise', 'reopen', 'reclassify']
const step = fc.record({
  move: fc.constantFrom(...names),
  actor: fc.constantFrom(...actors),
  by: fc.constantFrom('owner', 'other', null),
  minutes: fc.integer({ min: 1, max: 20 * 24 * 60 }),
  days: fc.integer({ min: 1, max: 60 }),
})

describe('any sequence of moves', () => {
  it('changes a ticket only as its row says, and moves a deadline in no other case', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let at = new Date('2026-11-24T01:00:00Z')
        let ticket = lampOf(at)
        for (const { move, actor, by, minutes, days } of steps) {
          at = new Date(at.getTime() + minutes * MINUTE_MS)
          const row: Move = MOVES[move]
          const refusal = refusalOf(move, ticket, new Set([actor]), by, [])
          if (refusal) {
            const known =
              !row.by.includes(actor) ||
              !row.from.includes(ticket.status) ||
              ['accept', 'askExtension', 'extend', 'denyExtension', 'wait'].includes(move)
            expect(known, `${move} by ${actor} on ${ticket.status}: ${refusal.refused}`).toBe(true)
            continue
          }
          const until = new Date(at.getTime() + days * 24 * 60 * MINUTE_MS)
          const after = applyMove(ticket, move, by, { to: 'other', until, note: 'x' }, at, lamp ?? null, calendar)
          expect(after.status).toBe(row.to.status ?? ticket.status)
          const stoodStill = ticket.status === 'waiting' || ticket.status === 'withdrawn'
          if (stoodStill && after.status !== ticket.status)
            expect(after.completeBy.getTime()).toBeGreaterThanOrEqual(ticket.completeBy.getTime())
          else if (!MAY_MOVE_DEADLINE.includes(move)) expect(after.completeBy).toEqual(ticket.completeBy)
          if (move !== 'reopen') expect(after.countedFrom).toEqual(ticket.countedFrom)
          if (ticket.respondedAt) expect(after.respondedAt).toEqual(ticket.respondedAt)
          expect(after.waiting !== null).toBe(after.status === 'waiting')
          expect([after.openedAt, after.reporter, after.label]).toEqual([ticket.openedAt, ticket.reporter, ticket.label])
          ticket = after
        }
      }),
      { numRuns: 500 },
    )
  })

  it('leads out of every status that is not the end, and out of the end only by the reporter or an undone merge', () => {
    const out = (status: Ticket['status']) => names.filter((n) => (MOVES[n].from as readonly string[]).includes(status))
    expect(out('rejected')).toEqual([])
    expect(out('withdrawn')).toEqual(['revive'])
    expect(out('merged')).toEqual(['split'])
    expect(out('closed')).toEqual(['hide', 'reopen'])
    for (const status of ['open', 'waiting', 'resolved'] as const) expect(out(status).length).toBeGreaterThan(1)
  })
})

describe('还是办吧', () => {
  it('goes on with what was left of the clocks, where it stood', () => {
    const openedAt = new Date('2026-11-24T01:00:00Z')
    const told = { ...lampOf(openedAt), ...clocksOf({ countedFrom: openedAt, danger: null, sensitivity: null }, lamp, calendar) }
    const back = applyMove(told, 'withdraw', 'p', {}, openedAt, lamp, calendar)
    const soon = applyMove(back, 'revive', 'p', {}, new Date('2026-11-24T01:20:00Z'), lamp, calendar)
    expect(soon).toMatchObject({ status: 'open', stage: 'triage', endedAt: null, completeBy: told.completeBy })
    const later = applyMove({ ...back, acceptedAt: openedAt }, 'revive', 'p', {}, new Date('2026-11-27T01:00:00Z'), lamp, calendar)
    expect(later.stage).toBe('handling')
    expect(later.completeBy.getTime() - told.completeBy.getTime()).toBe(3 * 24 * 60 * MINUTE_MS + 2 * 24 * 60 * MINUTE_MS)
  })
})
