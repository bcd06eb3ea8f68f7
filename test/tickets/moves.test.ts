import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { toPerson } from '../../src/domain/notice.ts'
import type { Roster } from '../../src/domain/roster.ts'
import { EVENTS, STAGES, STATUSES, type Ticket } from '../../src/domain/ticket.ts'
import type { Actor } from '../../src/domain/workflow.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { clocksOf } from '../../src/tickets/clocks.ts'
import { factsOf } from '../../src/tickets/facts.ts'
import { applyMove } from '../../src/tickets/moves/apply-move.ts'
import { defineMove, type Move, type Step } from '../../src/tickets/moves/define-move.ts'
import { MOVES, type MoveName } from '../../src/tickets/moves/index.ts'
import { audiencesOf, noticesOf } from '../../src/tickets/moves/notices.ts'
import { refusalOf } from '../../src/tickets/moves/refusal.ts'
import { type Standing, standsAt } from '../../src/wording/refusals.ts'
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
  name: fc.constantFrom(...names),
  actor: fc.constantFrom(...actors),
  by: fc.constantFrom('owner', 'other', null),
  minutes: fc.integer({ min: 1, max: 20 * 24 * 60 }),
  days: fc.integer({ min: 1, max: 60 }),
})
const stepOf = (by: string | null, at: Date, more: Partial<Step> = {}): Step => ({
  ...{ by, at, actors: new Set<Actor>(), detail: {}, duty: lamp, calendar },
  ...more,
})

describe('any sequence of moves', () => {
  it('changes a ticket only as the move says, and moves a deadline in no other case', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let at = new Date('2026-11-24T01:00:00Z')
        let ticket = lampOf(at)
        for (const { name, actor, by, minutes, days } of steps) {
          at = new Date(at.getTime() + minutes * MINUTE_MS)
          const move: Move = MOVES[name]
          const attempt = { by, actors: new Set([actor]) }
          const refusal = refusalOf(name, ticket, attempt)
          if (refusal) {
            const known =
              !move.by.includes(actor) ||
              !move.from.includes(ticket.status) ||
              ['accept', 'askExtension', 'extend', 'denyExtension', 'wait'].includes(name)
            expect(known, `${name} by ${actor} on ${ticket.status}: ${refusal.refused}`).toBe(true)
            continue
          }
          const until = new Date(at.getTime() + days * 24 * 60 * MINUTE_MS)
          const after = applyMove(move, ticket, stepOf(by, at, { ...attempt, detail: { to: 'other', until, note: 'x' } }))
          expect(after.status).toBe(move.to.status ?? ticket.status)
          expect([STATUSES, STAGES]).toEqual([expect.arrayContaining([after.status]), expect.arrayContaining([after.stage])])
          const stoodStill = ticket.status === 'waiting' || ticket.status === 'withdrawn'
          if (stoodStill && after.status !== ticket.status)
            expect(after.completeBy.getTime()).toBeGreaterThanOrEqual(ticket.completeBy.getTime())
          else if (!MAY_MOVE_DEADLINE.includes(name)) expect(after.completeBy).toEqual(ticket.completeBy)
          if (name !== 'reopen') expect(after.countedFrom).toEqual(ticket.countedFrom)
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
    const out = (status: Ticket['status']) => names.filter((n) => MOVES[n].from.includes(status))
    expect(out('rejected')).toEqual([])
    expect(out('withdrawn')).toEqual(['revive'])
    expect(out('merged')).toEqual(['split'])
    expect(out('closed')).toEqual(['hide', 'reopen'])
    for (const status of ['open', 'waiting', 'resolved'] as const) expect(out(status).length).toBeGreaterThan(1)
  })
})

const standing: Standing = { owner: '李建国', village: '坪头村', leader: '张勇', into: '坪01', isReporter: false, may: () => true }

describe.each(names)('%s', (name) => {
  const move: Move = MOVES[name]

  it('is told by a word of the history’s', () => {
    expect(EVENTS).toContain(move.event)
  })

  it('is refused with a sentence about that ticket wherever it does not lead, and to whom it is not', () => {
    for (const status of STATUSES) {
      const ticket = aTicket({ status })
      const theirs = refusalOf(name, ticket, { by: 'p', actors: new Set(move.by) }, ['photo'])
      if (!move.from.includes(status)) expect(theirs?.refused).toBe('wrong-status')
      const others = refusalOf(name, ticket, { by: 'p', actors: new Set() })
      expect(others?.refused).toBe('not-theirs')
      for (const refusal of [theirs, others])
        for (const may of [() => true, () => false])
          expect(refusal?.say(ticket, { ...standing, may }) ?? '【坪07】。').toMatch(/^【坪07】.*[。？]$/u)
    }
  })
})

const empty = new Map()
const roster: Roster = {
  ...{ town: 't', townName: '鸡峰镇', nodes: empty, people: empty, groups: empty, duties: empty, households: empty },
  ...{ leaves: [], venues: [], ledger: [], staff: empty },
}

describe('what is told of a move', () => {
  const at = new Date('2026-11-24T01:00:00Z')
  const asked = { by: 'asker', until: new Date('2026-12-01T10:00:00Z'), reason: '等配件', approver: 'secretary' as const }
  const before = (move: Move): Ticket => ({
    ...lampOf(at),
    status: move.from[0] ?? 'open',
    supervisor: 'boss',
    extensionAsked: asked,
  })

  it.each(names)('%s: each audience has its own sentence, about that ticket', (name) => {
    const move: Move = MOVES[name]
    const step = stepOf('other', at, { detail: { to: 'other', until: asked.until, note: '等配件', into: aTicket({ label: '坪01' }) } })
    const was = before(move)
    const after: Ticket = { ...applyMove(move, was, step), hidden: true }
    const told = factsOf({ roster, now: at, calendar }, after, { by: 'other', note: '等配件' })
    const happened = { ...step, before: was, after, followers: [], called: [], roster }
    for (const to of audiencesOf(move)) expect(move.tells[to]?.(told, happened), to).toMatch(/^【坪07】.+[。]$/u)
  })
})

describe('a joint matter', () => {
  it('tells those who help when it has another owner, ends or begins again, once each and nobody of what they said', () => {
    const at = new Date('2026-11-24T01:00:00Z')
    const heard = (name: MoveName, by: string) => {
      const move: Move = MOVES[name]
      const was: Ticket = { ...lampOf(at), status: move.from[0] ?? 'open', coOwners: ['helper', 'other'] }
      const step = stepOf(by, at, { detail: { to: 'other', until: new Date('2026-12-01T10:00:00Z'), note: 'x' } })
      const after = applyMove(move, was, step)
      const happened = { ...step, before: was, after, followers: [], called: [], roster }
      return noticesOf({ roster, now: at, calendar }, name, happened).filter((n) => n.to === toPerson('helper'))
    }
    for (const name of [
      'assign',
      'transfer',
      'resolve',
      'wait',
      'resume',
      'reject',
      'notMatter',
      'merge',
      'split',
      'withdraw',
      'revive',
      'reopen',
    ] as const) {
      expect(heard(name, 'clerk'), name).toHaveLength(1)
      expect(heard(name, 'helper'), name).toEqual([])
    }
    for (const name of ['accept', 'progress', 'visit', 'extend', 'confirm', 'closeSilently'] as const)
      expect(heard(name, 'clerk'), name).toEqual([])
  })
})

describe('defineMove', () => {
  it('takes no move that refuses a state, or tells an audience, without a sentence', () => {
    const notTheirs = () => '【坪07】。'
    const fields = { event: 'hidden', to: {}, by: ['reporter'], notTheirs } as const
    // @ts-expect-error: of a waiting one nothing is said
    defineMove({ ...fields, from: ['open'], refused: { ...standsAt, waiting: undefined }, tells: {} })
    // @ts-expect-error: nor of an open one
    defineMove({ ...fields, from: ['resolved'], refused: standsAt, tells: {} })
    // @ts-expect-error: its owner is told, and nothing is said
    defineMove({ ...fields, from: ['open'], refused: standsAt, tells: { owner: undefined } })
    expect(defineMove({ ...fields, from: ['open'], refused: standsAt, tells: {} }).refused('open')).toBeNull()
  })
})

describe('还是办吧', () => {
  it('goes on with what was left of the clocks, where it stood', () => {
    const openedAt = new Date('2026-11-24T01:00:00Z')
    const told = { ...lampOf(openedAt), ...clocksOf({ countedFrom: openedAt, danger: null, sensitivity: null }, lamp, calendar) }
    const back = applyMove(MOVES.withdraw, told, stepOf('p', openedAt))
    const soon = applyMove(MOVES.revive, back, stepOf('p', new Date('2026-11-24T01:20:00Z')))
    expect(soon).toMatchObject({ status: 'open', stage: 'triage', endedAt: null, completeBy: told.completeBy })
    const later = applyMove(MOVES.revive, { ...back, acceptedAt: openedAt }, stepOf('p', new Date('2026-11-27T01:00:00Z')))
    expect(later.stage).toBe('handling')
    expect(later.completeBy.getTime() - told.completeBy.getTime()).toBe(3 * 24 * 60 * MINUTE_MS + 2 * 24 * 60 * MINUTE_MS)
  })
})
