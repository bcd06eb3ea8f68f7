import type { Bot, BotMessage, Ears, Place, Saying, Somebody } from './bot.ts'

/** What is used of `wechaty` and of its fork `@juzi/wechaty`, as both have it. */
interface RawContact {
  id: string
  name(): string
  say(what: unknown): Promise<unknown>
}
interface RawRoom {
  id: string
  topic(): Promise<string>
  alias(member: RawContact): Promise<string | undefined>
  say(what: unknown, ...mentions: RawContact[]): Promise<unknown>
}
interface RawMessage {
  id: string
  type(): number
  text(): string
  talker(): RawContact
  room(): RawRoom | undefined
  self(): boolean
  /** A promise upstream, a plain value in the fork. */
  mentionSelf(): boolean | Promise<boolean>
  date(): Date
  toFileBox(): Promise<{ toBuffer(): Promise<Uint8Array> }>
  /** Only the fork. */
  getQuotedMessage?(): Promise<RawMessage | undefined>
}
interface RawBot {
  on(event: string, listener: (...args: never[]) => void): unknown
  start(): Promise<void>
  stop(): Promise<void>
  ding(data?: string): void
  currentUser: RawContact
  Room: { find(query: { id: string }): Promise<RawRoom | undefined> }
  Contact: { find(query: { id: string }): Promise<RawContact | undefined> }
}

/** The library as it is loaded. */
export interface Library {
  WechatyBuilder: { build(options: { name?: string; puppet: unknown }): RawBot }
}

/** Makes a file of bytes that can be sent. */
export type FileOf = (base64: string, name: string) => unknown

const somebody = (contact: RawContact): Somebody => ({ id: contact.id, name: contact.name() })

const placeOf = (room: RawRoom): Place => ({
  id: room.id,
  // A room that is not synchronised yet has no topic, and is a room all the same.
  topic: async () => (await room.topic().catch(() => '')) || null,
})

function messageOf(raw: RawMessage, bot: RawBot): BotMessage {
  const room = raw.room()
  const date = raw.date()
  return {
    id: raw.id,
    kind: raw.type(),
    text: raw.text(),
    talker: somebody(raw.talker()),
    room: room ? placeOf(room) : null,
    self: raw.self(),
    at: Number.isNaN(date.getTime()) ? null : date,
    async calledHere() {
      if (!room || !(await raw.mentionSelf())) return null
      return (await room.alias(bot.currentUser)) || null
    },
    async quoted() {
      const quoted = await raw.getQuotedMessage?.()
      return quoted ? { id: quoted.id, text: quoted.text() } : null
    },
    file: async () => new Uint8Array(await (await raw.toFileBox()).toBuffer()),
  }
}

/**
 * Hangs the ears on a bot. A handler that rejects or throws would end the process, and an `error` that nobody hears as well;
 * some events look up ids that do not exist.
 */
function listen(bot: RawBot, ears: Ears): void {
  const on = <A extends unknown[]>(event: string, run: (...args: A) => void) =>
    bot.on(event, (...args: never[]) => {
      try {
        ears.sign()
        run(...(args as unknown as A))
      } catch (fault) {
        ears.fault(fault)
      }
    })
  bot.on('error', (...[fault]: unknown[]) => ears.fault(fault))
  on('scan', (code: string) => ears.scan(code))
  on('login', (self: RawContact) => ears.login(somebody(self)))
  on('logout', () => ears.logout())
  on('heartbeat', () => {})
  on('dong', () => {})
  on('message', (raw: RawMessage) => ears.message(messageOf(raw, bot)))
  on('room-join', (room: RawRoom, people: RawContact[]) => ears.joined(placeOf(room), people.map(somebody)))
  on('room-leave', (room: RawRoom, people: RawContact[]) => ears.left(placeOf(room), people.map(somebody)))
  on('room-topic', (room: RawRoom, topic: string) => ears.renamed(placeOf(room), topic))
}

const sentId = (sent: unknown): string | null =>
  typeof sent === 'object' && sent !== null && 'id' in sent && typeof sent.id === 'string' ? sent.id : null

/** One bot of the library over one puppet. `name`: where the puppet may keep its login; null where it keeps none. */
export function botOf({ WechatyBuilder }: Library, fileOf: FileOf, puppet: unknown, name: string | null, ears: Ears): Bot {
  const bot = WechatyBuilder.build({ puppet, ...(name !== null && { name }) })
  listen(bot, ears)
  const found = async (ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => bot.Contact.find({ id }).catch(() => undefined)))).filter((c) => c !== undefined)
  return {
    start: () => bot.start(),
    stop: () => bot.stop(),
    ping: () => bot.ding('alive'),
    async say({ to, id, text, mentions, picture }: Saying) {
      const what = picture ? fileOf(Buffer.from(picture.bytes).toString('base64'), picture.name) : text
      if (to === 'person') {
        const contact = await bot.Contact.find({ id })
        return contact ? { id: sentId(await contact.say(what)) } : 'nobody'
      }
      const room = await bot.Room.find({ id })
      return room ? { id: sentId(await room.say(what, ...(picture ? [] : await found(mentions)))) } : 'nobody'
    },
  }
}
