import { CHANNELS } from './capability.ts'

/** What the bot says is kept under ids that begin so; no channel's name does. */
const SAID = 'n:'
const SANDBOX = 'sandbox'
/** What is done on the office page is said to the bot like everything else, on a channel of its own. */
export const OFFICE_CHANNEL = 'office'

export const BOT_CHANNEL = 'bot'

/** The notice's key, as the id of the message that says it. */
export const saidId = (key: string): string => `${SAID}${key}`

/**
 * What a message is called inside. Each channel counts its messages as it likes, so that an id alone may be two of them;
 * what the bot says is one channel, whatever carries it.
 */
export const messageRef = (channel: string, id: string): string => (channel === BOT_CHANNEL ? id : `${channel}:${id}`)

export function inRef(ref: string): { channel: string; id: string } {
  if (ref.startsWith(SAID)) return { channel: BOT_CHANNEL, id: ref }
  const end = ref.indexOf(':')
  return { channel: ref.slice(0, end), id: ref.slice(end + 1) }
}

/** The sandbox calls its own messages as it was told to, and the others as they are called inside. */
export const sandboxId = (ref: string): string => (ref.startsWith(`${SANDBOX}:`) ? ref.slice(SANDBOX.length + 1) : ref)

/** Whether an id of the sandbox's own would be taken for another channel's message. */
export const isForeignId = (id: string): boolean =>
  id.startsWith(SAID) || [SANDBOX, OFFICE_CHANNEL, ...CHANNELS].some((c) => id.startsWith(`${c}:`))

export const refOfSandboxId = (id: string): string => (isForeignId(id) ? id : messageRef(SANDBOX, id))
