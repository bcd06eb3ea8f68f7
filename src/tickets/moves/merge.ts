import { notMerged, notTheirs, standsAt } from '../../wording/refusals.ts'
import { merged, mergedForOwner, splitAgain } from '../../wording/told.ts'
import { defineMove, live } from './define-move.ts'

export const merge = defineMove({
  event: 'merged',
  from: live,
  to: { status: 'merged', stage: 'archive' },
  by: ['owner', 'clerk', 'secretary', 'leader'],
  clock: 'stop',
  effect: (_, { detail }) => ({ mergedInto: detail.into?.id ?? null }),
  notTheirs: notTheirs.merge,
  refused: standsAt,
  tells: {
    reporter: (t, { detail }) => merged(t, detail.into?.label ?? ''),
    owner: (t, { detail }) => mergedForOwner(t, detail.into?.label ?? ''),
    coOwners: (t, { detail }) => mergedForOwner(t, detail.into?.label ?? ''),
  },
})

export const split = defineMove({
  event: 'split',
  from: ['merged'],
  to: { status: 'open', stage: 'triage' },
  by: ['owner', 'clerk', 'secretary', 'leader'],
  effect: () => ({ mergedInto: null, endedAt: null }),
  notTheirs: notTheirs.split,
  refused: { ...standsAt, open: notMerged },
  tells: { owner: splitAgain, coOwners: splitAgain, reporter: splitAgain },
})
