import type { Channel } from '../../ports/channel.ts'
import { channelDown, placeNotFound } from '../../wording/channels.ts'
import { outcomeOf } from './outcome.ts'
import { bucketsOf, pauseBefore } from './pace.ts'
import type { Supervisor } from './supervise.ts'

interface Needs {
  keeper: Pick<Supervisor, 'login' | 'bot' | 'pause'>
  now(): Date
  /** 0 to 1, anew each time. */
  chance(): number
  plainly(fault: unknown): string
}

const KINDS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/webp': 'webp' }

/** Speaks as an account of a person: one word at a time, at a person's pace. */
export function wechatyChannel({ keeper, now, chance, plainly }: Needs): Channel {
  let saidAt: Date | null = null
  return {
    name: 'wechaty',
    // While nobody is logged in here nothing is taken in hand: it waits in the queue, for this instance or another.
    get sideBySide() {
      return keeper.login() === null ? 0 : 1
    },
    buckets: bucketsOf,
    async say({ to, externalId: id, text, mentions, picture }) {
      await keeper.pause(pauseBefore(now(), saidAt, chance()))
      const bot = keeper.bot()
      if (bot === null || keeper.login() === null) return { outcome: 'retry', patience: 'long', why: channelDown }
      try {
        const file = picture && { name: `${picture.name}.${KINDS[picture.type] ?? 'jpg'}`, bytes: picture.bytes }
        const said = await bot.say({ to, id, text, mentions, picture: file })
        // The library answers the same for a room that is gone and one that it cannot look up just now.
        return said === 'nobody' ? { outcome: 'retry', patience: 'short', why: placeNotFound } : { outcome: 'sent', externalId: said.id }
      } catch (fault) {
        return outcomeOf(plainly(fault))
      } finally {
        saidAt = now()
      }
    },
  }
}
