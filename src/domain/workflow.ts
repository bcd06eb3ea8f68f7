import type { EventName, Stage, Status } from './ticket.ts'

/** In what capacity somebody acts on one ticket. */
export type Actor =
  | 'owner'
  | 'coOwner'
  | 'cadre'
  | 'keeper'
  | 'clerk'
  | 'secretary'
  | 'mediator'
  | 'duty'
  | 'leader'
  | 'reporter'
  | 'follower'
  | 'clock'

/** Who is told of a move; `wording` has one sentence for each pair of event and audience. */
export type Audience = 'group' | 'reporter' | 'followers' | 'owner' | 'formerOwner' | 'coOwners' | 'approver' | 'asker' | 'supervisor'

export interface Move {
  event: EventName
  from: readonly Status[]
  /** Where the ticket stands afterwards; what is absent stays. */
  to: { status?: Status; stage?: Stage }
  by: readonly Actor[]
  /** What it does to the two clocks. A touch does nothing to either. */
  clock: 'respond' | 'pause' | 'resume' | 'extend' | 'confirm' | 'restart' | 'stop' | 'none'
  tells: readonly Audience[]
}

const live = ['open', 'waiting'] as const

/** Every legal move. A move that is not a row cannot happen, and the row is the only place to change. */
export const MOVES = {
  accept: {
    event: 'accepted',
    from: ['open'],
    to: { stage: 'handling' },
    by: ['owner', 'cadre', 'duty', 'leader'],
    clock: 'respond',
    tells: ['formerOwner'],
  },
  assign: {
    event: 'assigned',
    from: live,
    to: {},
    by: ['clerk', 'secretary', 'leader', 'duty'],
    clock: 'none',
    tells: ['owner', 'formerOwner', 'reporter', 'supervisor'],
  },
  transfer: {
    event: 'transferred',
    from: live,
    to: {},
    by: ['owner', 'clerk', 'secretary', 'leader', 'duty'],
    clock: 'none',
    tells: ['owner', 'formerOwner', 'reporter', 'supervisor'],
  },
  deliberate: {
    event: 'deliberated',
    from: live,
    to: { status: 'open', stage: 'deliberation' },
    by: ['owner', 'mediator', 'clerk', 'secretary', 'leader'],
    clock: 'respond',
    tells: ['reporter', 'owner', 'supervisor'],
  },
  progress: {
    event: 'progressed',
    from: live,
    to: {},
    by: ['owner', 'coOwner', 'clerk', 'secretary', 'leader', 'duty', 'mediator'],
    clock: 'respond',
    tells: ['reporter', 'supervisor'],
  },
  visit: {
    event: 'visited',
    from: live,
    to: { stage: 'handling' },
    by: ['owner', 'coOwner', 'keeper', 'clerk', 'secretary', 'leader', 'duty', 'mediator'],
    clock: 'respond',
    tells: ['supervisor'],
  },
  resolve: {
    event: 'resolved',
    from: live,
    to: { status: 'resolved', stage: 'archive' },
    by: ['owner', 'secretary', 'duty'],
    clock: 'confirm',
    tells: ['reporter', 'followers', 'supervisor'],
  },
  askExtension: { event: 'extensionAsked', from: ['open'], to: {}, by: ['owner', 'secretary'], clock: 'none', tells: ['approver'] },
  extend: {
    event: 'extended',
    from: ['open'],
    to: {},
    by: ['secretary', 'leader'],
    clock: 'extend',
    tells: ['asker', 'reporter', 'supervisor'],
  },
  denyExtension: { event: 'extensionDenied', from: ['open'], to: {}, by: ['secretary', 'leader'], clock: 'none', tells: ['asker'] },
  wait: {
    event: 'waited',
    from: live,
    to: { status: 'waiting' },
    by: ['owner', 'secretary', 'leader'],
    clock: 'pause',
    tells: ['reporter', 'owner', 'supervisor'],
  },
  resume: {
    event: 'resumed',
    from: ['waiting'],
    to: { status: 'open' },
    by: ['owner', 'secretary', 'leader', 'clock'],
    clock: 'resume',
    tells: ['owner', 'reporter', 'supervisor'],
  },
  reject: {
    event: 'rejected',
    from: live,
    to: { status: 'rejected', stage: 'archive' },
    by: ['owner', 'clerk', 'secretary', 'leader'],
    clock: 'stop',
    tells: ['reporter', 'followers', 'supervisor'],
  },
  merge: {
    event: 'merged',
    from: live,
    to: { status: 'merged', stage: 'archive' },
    by: ['owner', 'clerk', 'secretary', 'leader'],
    clock: 'stop',
    tells: ['reporter'],
  },
  split: {
    event: 'split',
    from: ['merged'],
    to: { status: 'open', stage: 'triage' },
    by: ['owner', 'clerk', 'secretary', 'leader'],
    clock: 'none',
    tells: ['owner', 'reporter'],
  },
  reclassify: {
    event: 'reclassified',
    from: live,
    to: { stage: 'triage' },
    by: ['owner', 'clerk', 'secretary', 'leader', 'duty'],
    clock: 'none',
    tells: ['owner', 'formerOwner', 'reporter'],
  },
  supervise: { event: 'supervised', from: live, to: { status: 'open' }, by: ['leader'], clock: 'none', tells: ['owner'] },
  withdraw: {
    event: 'withdrawn',
    from: ['open', 'waiting', 'resolved'],
    to: { status: 'withdrawn', stage: 'archive' },
    by: ['reporter'],
    clock: 'stop',
    tells: ['owner', 'supervisor'],
  },
  hide: { event: 'hidden', from: ['open', 'waiting', 'resolved', 'closed'], to: {}, by: ['reporter'], clock: 'none', tells: [] },
  confirm: {
    event: 'rated',
    from: ['resolved'],
    to: { status: 'closed' },
    by: ['reporter'],
    clock: 'stop',
    tells: ['group', 'owner', 'followers', 'supervisor'],
  },
  closeSilently: {
    event: 'closed',
    from: ['resolved'],
    to: { status: 'closed' },
    by: ['clock'],
    clock: 'stop',
    tells: ['group', 'followers'],
  },
  reopen: {
    event: 'reopened',
    from: ['resolved', 'closed'],
    to: { status: 'open', stage: 'handling' },
    by: ['reporter', 'follower'],
    clock: 'restart',
    tells: ['owner', 'reporter', 'supervisor'],
  },
} as const satisfies Record<string, Move>

export type MoveName = keyof typeof MOVES
