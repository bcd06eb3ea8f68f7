import { CHANNEL_KINDS, type ChannelName, SANDBOX_GROUP } from '../domain/capability.ts'
import { messageRef } from '../domain/message-ref.ts'
import { type Conversation, toGroup, toPerson } from '../domain/notice.ts'
import { isOwnWords } from '../domain/own-words.ts'
import { storable } from '../domain/storable.ts'
import { visible } from '../domain/visible.ts'
import type { SeenGroup } from '../ports/channel-desk.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { Clock } from '../ports/clock.ts'
import type { SaidAlone } from '../ports/front-desk.ts'
import type { ChannelMessage, Hearing, Outage } from '../ports/hearing.ts'
import type { Identities } from '../ports/identities.ts'
import type { IncomingMessage, Mark } from '../ports/store.ts'
import { strangerName } from '../wording/channels.ts'
import type { Missed, MissedLine } from '../wording/outages.ts'

interface Needs {
  /** The town that is served just now. */
  town(): string
  identities(town: string): Identities
  log: Pick<ChannelLog, 'heard'>
  receive(message: IncomingMessage): Promise<void>
  /** Whether it is written down: words of somebody known, who says them alone. */
  receiveAlone(said: SaidAlone): Promise<boolean>
  /** All of it at once, with how far was read. */
  receiveAll(messages: readonly IncomingMessage[], mark: Mark & { town: string }): Promise<void>
  /** The first word from a group that is not bound, or 绑定 there; `person` is known only where they want to bind it. */
  knock(town: string, group: SeenGroup, word: { person: string | null; text: string }): Promise<void>
  /** For the duty cadre: a channel is deaf, or was, and what it missed. */
  tellOutage(town: string, outage: Outage, missed: Missed): Promise<void>
  /** What a channel has told too late, by the product's clock. */
  toldLate(town: string, channel: ChannelName, from: Date, to: Date): Promise<Missed>
  /** A message that is known inside by this name was taken back. */
  takeBack(town: string, message: string): Promise<void>
  clock: Clock
  machine(): Date
}

/** Its words as they are seen; ids stay what they are. */
function asSeen(told: ChannelMessage): ChannelMessage {
  const { sender, group, text, quote } = told
  const name = (it: string | null): string | null => it && visible(it).trim()
  return {
    ...told,
    sender: { ...sender, name: name(sender.name) },
    group: group && { ...group, name: name(group.name) },
    text: visible(text),
    quote: quote && { ...quote, ...(quote.text !== undefined && { text: visible(quote.text) }) },
  }
}

/** Said to the bot alone, and nothing but words: who said it, and it is all there. */
const isPlainWord = ({ group, quote, photos, voice, wanted, isLate, sender }: ChannelMessage): boolean =>
  !(group || quote || voice || wanted?.length || isLate || sender.place !== undefined) && photos.length === 0

/** Whoever and whatever was met while one lot was read. */
interface Met {
  people: Map<string, Promise<string>>
  groups: Map<string, Promise<string | null>>
  said: Map<string, Promise<string[]>>
}

/** What is quoted may have come just before it, and not be written down yet. */
function quotedBefore(before: readonly IncomingMessage[], conversation: Conversation, words: string | undefined): string | null {
  const wanted = words?.replace(/[…\s]+$/u, '') ?? ''
  if (wanted.length < 4) return null
  const found = before.findLast((m) => m.conversation === conversation && m.text.startsWith(wanted))
  return found ? messageRef(found.channel, found.id) : null
}

/**
 * From a channel's ids to people and groups of the township; the one door for every real channel. What cannot be kept is
 * dropped here: a message must not be refused for ever because of a character.
 */
export function createHearing(needs: Needs): Hearing {
  const { log, receive, receiveAlone, receiveAll, knock, tellOutage, toldLate, takeBack, clock, machine, ...served } = needs
  const canOf = (channel: ChannelName) => CHANNEL_KINDS[channel].group ?? SANDBOX_GROUP
  /** Null where it was heard after all, or nobody agreed that it is heard. */
  async function missedLine(identities: Identities, message: ChannelMessage, said: Date): Promise<MissedLine | null> {
    const { channel, id, sender, group, text } = message
    const who = strangerName(sender.name)
    // What somebody says alone with the bot is nobody else's, but they must not wait in vain.
    if (!group) return { at: said, group: null, who, text: null }
    const behind = await identities.groupBehind({ channel, ...group, can: group.can ?? canOf(channel) }, machine())
    if (behind.group === null || (await identities.quoted(toGroup(behind.group), channel, { externalId: id }))) return null
    return { at: said, group: group.name ?? '', who, text }
  }

  /** A moment of this machine, by the product's clock. */
  const byProduct = (moment: Date): Date => new Date(clock.now().getTime() - (machine().getTime() - moment.getTime()))
  const once = <T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> => {
    const found = known.get(key) ?? find()
    known.set(key, found)
    return found
  }
  /** Of a group's talk that is read in bulk; who is met again in it is looked up once. */
  async function toOurs(
    town: string,
    identities: Identities,
    message: ChannelMessage,
    known: Met,
    before: readonly IncomingMessage[],
  ): Promise<IncomingMessage | null> {
    const { channel, id, sender, group: seen, text, quote, photos, voice, wanted, saidAt, isLate } = message
    if (!seen) return null
    const at = machine()
    const group = await once(known.groups, seen.externalId, async () => {
      const behind = await identities.groupBehind({ channel, ...seen, can: seen.can ?? canOf(channel) }, at)
      return behind.group
    })
    if (group === null) return null
    const conversation = toGroup(group)
    if (isOwnWords(text, await once(known.said, conversation, () => identities.saidLately(conversation)))) return null
    const person = await once(known.people, sender.externalId, () => identities.personBehind({ ...sender, channel }, at))
    await once(known.people, `${group} ${person}`, async () => {
      await identities.joined(group, person)
      return person
    })
    const said = byProduct(saidAt ?? at)
    return {
      ...{ town, channel, id, conversation, person, text, photos, at: isLate ? said : clock.now(), saidAt: said },
      quote: quote && (quotedBefore(before, conversation, quote.text) ?? (await identities.quoted(conversation, channel, quote))),
      ...(voice && { voice }),
      ...(wanted && { wanted }),
      ...(isLate && { isLate }),
    }
  }

  return {
    async outage(outage, missed) {
      const town = served.town()
      const identities = served.identities(town)
      const lines: MissedLine[] = []
      for (const { message, at } of storable(missed)
        .map((it) => ({ ...it, message: asSeen(it.message) }))
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
        const line = await missedLine(identities, message, at)
        if (line) lines.push(line)
      }
      await tellOutage(town, outage, { lines, count: lines.length })
    },
    async caughtUp({ channel, from, to, why }) {
      const town = served.town()
      const missed = await toldLate(town, channel, byProduct(from), byProduct(to))
      await tellOutage(town, { channel, from, to, why }, missed)
    },
    async listensTo(channel, externalId) {
      const can = canOf(channel)
      return (await served.identities(served.town()).groupBehind({ channel, externalId, name: null, can }, machine())).group !== null
    },
    async hearAll(told, { name, value }) {
      const town = served.town()
      const identities = served.identities(town)
      const at = machine()
      const known: Met = {
        people: new Map<string, Promise<string>>(),
        groups: new Map<string, Promise<string | null>>(),
        said: new Map<string, Promise<string[]>>(),
      }
      const messages: IncomingMessage[] = []
      for (const message of told.map((it) => asSeen(storable(it)))) {
        await log.heard(message.channel, at)
        const ours = await toOurs(town, identities, message, known, messages)
        if (ours) messages.push(ours)
      }
      await receiveAll(messages, { town, name, value })
    },
    async hear(told) {
      const town = served.town()
      const message = asSeen(storable(told))
      const identities = served.identities(town)
      const { channel, id, sender, group: seen, text, photos, voice } = message
      const at = machine()
      await log.heard(channel, at)
      const when = { at: clock.now(), ...(message.saidAt && { saidAt: byProduct(message.saidAt) }) }
      if (isPlainWord(message) && (await receiveAlone({ town, channel, id, from: sender.externalId, text, saidAt: when.at, ...when })))
        return 'received'
      const behind =
        seen &&
        (await identities.groupBehind({ channel, externalId: seen.externalId, name: seen.name, can: seen.can ?? canOf(channel) }, at))
      if (seen && behind?.group === null) {
        // Nobody there agreed to be heard, so nothing of it is kept, not even who spoke, unless they want to bind the group.
        const asks = /^绑定/u.test(text.trim())
        const group = { channel, externalId: seen.externalId, name: seen.name, hears: (seen.can ?? canOf(channel)).hears }
        if (asks && behind.state !== 'refused')
          await knock(town, group, { person: await identities.personBehind({ ...sender, channel }, at), text })
        else if (behind.first) await knock(town, group, { person: null, text: '' })
        return 'not-ours'
      }
      const person = await identities.personBehind({ ...sender, channel }, at)
      const conversation: Conversation = behind?.group ? toGroup(behind.group) : toPerson(person)
      if (behind?.group) await identities.joined(behind.group, person)
      const quote = message.quote && (await identities.quoted(conversation, channel, message.quote))
      await receive({ town, channel, id, conversation, person, text, quote, photos, ...(voice && { voice }), ...when })
      return 'received'
    },
    recalled: (told) => {
      const { channel, id } = storable(told)
      return takeBack(served.town(), messageRef(channel, id))
    },
    async happened(told) {
      const event = storable(told)
      const identities = served.identities(served.town())
      const { channel, group: seen } = event
      if (event.what === 'renamed') return identities.renamed(channel, seen.externalId, visible(event.name).trim())
      if (event.what === 'dismissed') return identities.lost(channel, seen.externalId, event.why)
      const at = machine()
      if (event.what === 'seen') return identities.seen({ channel, ...seen, can: canOf(channel) }, event.owner, at)
      const behind = await identities.groupBehind({ channel, ...seen, can: canOf(channel) }, at)
      if (behind.group === null) return
      for (const someone of event.people) {
        const person = await identities.personBehind({ ...someone, channel }, at)
        await identities[event.what](behind.group, person)
      }
    },
  }
}
