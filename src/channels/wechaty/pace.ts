import type { Bucket } from '../../domain/bucket.ts'
import type { OutgoingPost } from '../../ports/channel.ts'

/** Accounts that speak faster than people are closed. */
const LEAST_MS = 3000
const JITTER_MS = 2000
const BURST = 1
const PER_MINUTE = 20
/** In any 24 hours twice this at most. */
const HALF_A_DAY = 200
/** A room hears a message each five seconds at most. */
const ROOM_PER_MINUTE = 12
const MINUTES_A_DAY = 24 * 60

export const bucketsOf = ({ to, externalId, perMinute }: Pick<OutgoingPost, 'to' | 'externalId' | 'perMinute'>): Bucket[] => [
  { name: 'wechaty:day', burst: HALF_A_DAY, perMinute: HALF_A_DAY / MINUTES_A_DAY },
  { name: 'wechaty:login', burst: BURST, perMinute: PER_MINUTE },
  {
    name: `wechaty:${to}:${externalId}`,
    burst: BURST,
    perMinute: Math.max(1, Math.min(ROOM_PER_MINUTE, perMinute ?? ROOM_PER_MINUTE) - BURST),
  },
]

/** Milliseconds before the next word, so that two are 3 to 5 s apart and never equally. `chance`: 0 to 1. */
export function pauseBefore(now: Date, saidAt: Date | null, chance: number): number {
  if (saidAt === null) return 0
  const gap = LEAST_MS + chance * JITTER_MS
  // A clock that was set back must not silence it.
  return Math.min(gap, Math.max(0, saidAt.getTime() + gap - now.getTime()))
}
