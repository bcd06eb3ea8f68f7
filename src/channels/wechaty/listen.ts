import { BOT_NAMES } from '../../domain/bot-name.ts'
import type { ChannelEvent, ChannelMessage, Hearing } from '../../ports/hearing.ts'
import { removedFromGroup } from '../../wording/channels.ts'
import { readRecall } from './app-message.ts'
import { type BotMessage, KINDS, type Place, type Somebody } from './bot.ts'
import { decide, wasMissed } from './decide.ts'
import type { GatewayClock } from './gateway-clock.ts'
import type { Queues } from './queues.ts'
import { mediaOf, NO_MEDIA, readWords } from './read.ts'

type EventIn = ChannelEvent extends infer E ? (E extends ChannelEvent ? Omit<E, 'channel' | 'group'> : never) : never

/** How many ids are remembered to spare the database; it knows all of them. */
const REMEMBERED = 2000
const AGAIN_MS = [1000, 5000, 15_000, 60_000]

/** One login: who it is, since when it listens, and from when on it may have missed something. */
export interface Login {
  self: Somebody
  at: Date
  gapFrom: Date | null
}

interface Needs {
  hearing: Pick<Hearing, 'hear' | 'happened' | 'recalled'>
  clock: GatewayClock
  queues: Queues
  login(): Login | null
  /** What the bot is called beside its account's own name. */
  names?: readonly string[] | undefined
  /** Came too late to be acted on. */
  missed(message: ChannelMessage, at: Date): void
  fault(thrown: unknown): void
  /** Resolves false when everything ends meanwhile. */
  pause(ms: number): Promise<boolean>
}

const groupOf = async (room: Place) => ({ externalId: room.id, name: await room.topic() })
const senderOf = ({ id, name }: Somebody) => ({ externalId: id, name: name === '' ? null : name, phone: null })

/** What is heard, each room in order, as long as it takes to be durable: a gateway does not say anything twice. */
export function createListening({ hearing, clock, queues, login, names = BOT_NAMES, missed, fault, pause }: Needs) {
  const seen = new Set<string>()
  const remember = (id: string) => {
    const [first] = seen
    if (seen.size >= REMEMBERED && first !== undefined) seen.delete(first)
    seen.add(id)
  }
  async function untilDone(run: () => Promise<unknown>): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        await run()
        return
      } catch (thrown) {
        fault(thrown)
        if (!(await pause(AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)] ?? 0))) return
      }
    }
  }
  /** What the gateway is asked for, once more after a moment; it may still be fetching it itself. What it does not know is done without. */
  async function asked<T>(ask: () => Promise<T>, without: T): Promise<T> {
    try {
      return await ask().catch(async () => ((await pause(AGAIN_MS[0] ?? 0)) ? ask() : without))
    } catch (thrown) {
      fault(thrown)
      return without
    }
  }
  async function toOurs(message: BotMessage, self: Somebody): Promise<ChannelMessage> {
    const { id, talker, room } = message
    const called = await asked(() => message.calledHere(), null)
    const quoted = await asked(() => message.quoted(), null)
    const words = readWords(message, quoted, [self.name, called ?? '', ...names])
    const group = room && (await groupOf(room))
    return { channel: 'wechaty', id, sender: senderOf(talker), group, ...words, ...(await asked(() => mediaOf(message), NO_MEDIA)) }
  }
  const others = (people: readonly Somebody[]) => people.filter((p) => p.id !== login()?.self.id)
  const happened = (room: Place, event: EventIn) =>
    queues.add(room.id, () => untilDone(async () => hearing.happened({ channel: 'wechaty', group: await groupOf(room), ...event })))

  return {
    message(message: BotMessage): void {
      const now = login()
      if (now === null) return
      const { at } = message
      const where = message.room?.id ?? message.talker.id
      const recalled = message.self || seen.has(message.id) ? null : readRecall(message.kind, message.text)
      if (recalled !== null) {
        remember(message.id)
        queues.add(where, () => untilDone(() => hearing.recalled({ channel: 'wechaty', id: recalled })))
        return
      }
      const decision = decide(message, { loginAt: now.at, seen, behind: clock.behind() })
      if (at !== null && decision !== 'repeat') clock.saw(at)
      if (decision === 'echo' || decision === 'repeat' || decision === 'unread') return
      remember(message.id)
      queues.add(where, async () => {
        if (decision === 'old' && !(at !== null && (await clock.isOfNow(at, now.at)))) {
          if (now.gapFrom !== null && at !== null && wasMissed(at, now.gapFrom)) missed(await toOurs(message, now.self), at)
          return
        }
        const ours = await toOurs(message, now.self)
        // @ and nothing more is heard as well; a picture that could not be fetched is not.
        if (ours.text === '' && ours.photos.length === 0 && !ours.voice) {
          if (message.kind !== KINDS.text || message.text.trim() === '') return
          ours.text = message.text.trim()
        }
        await untilDone(() => hearing.hear(ours))
      })
    },
    joined: (room: Place, people: readonly Somebody[]) => happened(room, { what: 'joined', people: others(people).map(senderOf) }),
    left: (room: Place, people: readonly Somebody[]) =>
      happened(
        room,
        others(people).length < people.length
          ? { what: 'dismissed', why: removedFromGroup }
          : { what: 'left', people: people.map(senderOf) },
      ),
    renamed: (room: Place, name: string) => happened(room, { what: 'renamed', name }),
  }
}
