import { MINUTE_MS } from './durations.ts'
/** A rate that all instances share. In any minute at most `burst + perMinute` tokens are taken, so the two together stay below a platform's limit. */
export interface Bucket {
  /** Names what is limited: a robot, a person, a login. Holds no secret. */
  name: string
  burst: number
  /** Tokens that come back each minute. */
  perMinute: number
}

/** What is left in it, and when that was so, by machine time. */
export interface Level {
  tokens: number
  at: Date
}

const refilled = (bucket: Bucket, level: Level | null, now: Date): number => {
  if (!level) return bucket.burst
  // Clocks of two machines may differ a little; time never runs backwards here.
  const passed = Math.max(0, now.getTime() - level.at.getTime())
  return Math.min(bucket.burst, level.tokens + (passed * bucket.perMinute) / MINUTE_MS)
}

/** Takes one token, or says when there will be one. */
export function takeToken(bucket: Bucket, level: Level | null, now: Date): { level: Level } | { waitUntil: Date } {
  const tokens = refilled(bucket, level, now)
  if (tokens >= 1) return { level: { tokens: tokens - 1, at: level && level.at > now ? level.at : now } }
  return {
    waitUntil: new Date(Math.max(now.getTime(), level?.at.getTime() ?? 0) + Math.ceil(((1 - tokens) * MINUTE_MS) / bucket.perMinute)),
  }
}

/** After the platform said "too many": nothing for `seconds`. */
export const emptied = (bucket: Bucket, now: Date, seconds: number): Level => ({ tokens: 1 - (bucket.perMinute * seconds) / 60, at: now })
