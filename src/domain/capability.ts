/** What is heard in a group: everything, only what @s the bot, everything but later, nothing. */
export const HEARS = ['all', 'mention', 'polled', 'none'] as const
export type Hears = (typeof HEARS)[number]
/** How something comes to be posted: by us alone, by a person who must tap or forward, not at all. */
export const POSTS = ['auto', 'confirm', 'none'] as const
export type Posts = (typeof POSTS)[number]

export interface Capability {
  hears: Hears
  posts: Posts
  /** Whether one person can be @-ed. */
  mentions: boolean
  /** Messages a minute that the platform allows into it. */
  perMinute: number
}

/**
 * Every way of hearing or speaking. One platform may have several, for what a group or a person can be reached by is a
 * fact about the method, not about the platform.
 */
export const CHANNELS = [
  'wecom-robot',
  'wecom-bot',
  'wecom-app',
  'wecom-appchat',
  'wecom-kf',
  'wecom-mass',
  'wecom-archive',
  'wechaty',
  'form',
  'by-hand',
] as const
export type ChannelName = (typeof CHANNELS)[number]

/** Whose id it is: the same id in two channels of one realm is the same person. */
export type Realm = 'wecom' | 'external' | 'wechaty' | 'form' | 'hand'

export interface ChannelKind {
  realm: Realm
  /** UTF-8 bytes of one message. */
  bytes: number
  /** What the platform makes of marks in the text. */
  markup: 'plain' | 'markdown'
  /** Whether a picture can be posted. */
  pictures: boolean
  /** Whether any other file can. */
  files: boolean
  /**
   * Whether an unknown outcome may be tried again: `by-id`, the platform drops a second message that carries the same id; `soon`, it
   * drops the same words again for a short while.
   */
  dedupes: 'by-id' | 'soon' | 'never'
  /** What a group of it can, unless its own record says otherwise; null where it has no groups. */
  group: Capability | null
}

const PLAIN = { markup: 'plain', pictures: true, files: false, dedupes: 'never' } as const
const posting = (perMinute: number): Capability => ({ hears: 'none', posts: 'auto', mentions: true, perMinute })
const confirmed: Capability = { hears: 'none', posts: 'confirm', mentions: false, perMinute: 30 }

/** Where several ways lead to the same place, the first that is open is taken. */
export const CHANNEL_KINDS: Readonly<Record<ChannelName, ChannelKind>> = {
  'wecom-robot': { ...PLAIN, realm: 'wecom', bytes: 2048, group: posting(20) },
  'wecom-bot': {
    realm: 'wecom',
    bytes: 20_480,
    markup: 'markdown',
    pictures: false,
    files: false,
    dedupes: 'never',
    group: { hears: 'mention', posts: 'auto', mentions: false, perMinute: 30 },
  },
  'wecom-app': { ...PLAIN, realm: 'wecom', bytes: 2048, files: true, dedupes: 'soon', group: null },
  'wecom-appchat': { ...PLAIN, realm: 'wecom', bytes: 2048, group: posting(200) },
  'wecom-kf': { ...PLAIN, realm: 'external', bytes: 2048, dedupes: 'by-id', group: null },
  'wecom-mass': { ...PLAIN, realm: 'wecom', bytes: 4000, pictures: false, group: confirmed },
  // The company's archive of talk: it is read, and nothing is said there.
  'wecom-archive': { ...PLAIN, realm: 'external', bytes: 2048, group: { hears: 'polled', posts: 'none', mentions: false, perMinute: 1 } },
  wechaty: { ...PLAIN, realm: 'wechaty', bytes: 6000, group: { ...posting(12), hears: 'all' } },
  // The page behind a village's 说事码: what is said to its writer stands there until they ask.
  form: { ...PLAIN, realm: 'form', bytes: 20_000, dedupes: 'by-id', group: null },
  'by-hand': { ...PLAIN, realm: 'hand', bytes: 6000, pictures: false, group: confirmed },
}

/** `asked`: known, and somebody has to agree; `refused`: somebody said no; `lost`: the platform says that it is gone. */
export const GROUP_STATES = ['asked', 'bound', 'refused', 'lost'] as const
export type GroupState = (typeof GROUP_STATES)[number]

/** The sandbox's groups, and every place without a way of its own while the sandbox is open. */
export const SANDBOX_GROUP: Capability = { hears: 'all', posts: 'auto', mentions: false, perMinute: 600 }
