import type { ChannelName } from './capability.ts'
import { readShared, type SharedKind } from './shared.ts'
import { plainWidth, visible } from './visible.ts'

/** What hears people where others of ours may hear them too. A page or the sandbox is the only one that hears what is said there. */
const EARS: readonly ChannelName[] = ['wechaty', 'wecom-bot', 'wecom-archive', 'wecom-app', 'wecom-kf']
export const isEar = (channel: string): boolean => EARS.some((it) => it === channel)

/** Two ears tell of one message within this; whoever says it again takes longer. */
export const ECHO_MS = 20_000
/** Words that short (+1, 收到, 满意) several people say at once, and whose they are matters more than that they are said. */
const SURE_LENGTH = 6

export interface Said {
  channel: string
  person: string
  conversation: string
  text: string
  photos: number
  isVoice: boolean
  at: Date
}

/** What an ear that cannot listen writes instead of a voice. */
const VOICE: SharedKind = '语音'

/** What was said, however an ear writes it down: each has its own blanks, marks and ways to show a place. */
function gistOf({ text, photos, isVoice }: Pick<Said, 'text' | 'photos' | 'isVoice'>): string {
  if (isVoice) return VOICE
  const shared = readShared(text)
  if (shared) return shared.kind
  const words = plainWidth(visible(text))
    .replace(/[@＠][^\s@＠]{1,20}\s/gu, '')
    .replace(/[\s\p{P}]+/gu, '')
    .toLowerCase()
  return words === '' ? (photos > 0 ? 'photo' : text.trim()) : words
}

/** Whether two texts say the same and are long enough to be nobody else's. */
export function sameWords(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => gistOf({ text, photos: 0, isVoice: false }))
  return a !== undefined && a === b && a.length >= SURE_LENGTH
}

/** `heardBy`: the channels that have told of it already; each tells of a message once. */
export type Kept = Said & { heardBy: Set<string> }

/**
 * The message of which this one is an echo. A person may be somebody in one channel and a stranger in another: the same words at the same
 * moment in the same group are then one message where they are long enough to be nobody else's, and where neither of the two is known in the
 * other's channel (`mayBeOne`), for then they would have been recognised. Nobody is taken for somebody because of it: that stays 认人.
 */
export function echoOf<K extends Kept>(said: Said, kept: readonly K[], mayBeOne: (a: Said, b: Said) => boolean): K | null {
  const gist = gistOf(said)
  if (gist === '') return null
  const away = (it: Said) => Math.abs(it.at.getTime() - said.at.getTime())
  const isLike = (it: Kept) =>
    it.conversation === said.conversation && !it.heardBy.has(said.channel) && away(it) <= ECHO_MS && gistOf(it) === gist
  const nearest = (list: readonly K[]): K | null => list.toSorted((a, b) => away(a) - away(b))[0] ?? null
  const like = kept.filter(isLike)
  const own = nearest(like.filter((it) => it.person === said.person))
  if (own || gist.length < SURE_LENGTH) return own
  return nearest(like.filter((it) => it.person !== said.person && mayBeOne(it, said)))
}
