import type { Hears, Posts } from './capability.ts'
import { keysOf } from './one-of.ts'

/**
 * What a village's group is, for that decides what a program may do in it: made in WeCom and all its members of the company; made in
 * WeCom with residents who come by WeChat; made in WeChat; or there is none.
 */
const GROUP_KINDS = ['internal', 'customer', 'wechat', 'none'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

/** What a township has. Where nobody knew, it is not counted on. */
export interface Circumstances {
  groups: readonly GroupKind[]
  /** Whether residents sit in the groups, or cadres alone. */
  residents: boolean
  /** Whether there is a company in WeCom at all. */
  company: boolean
  /** A government's company with 居民上报 in it. */
  government: boolean
  /** Whether the message archive is paid for, or will be. */
  archive: boolean
  /** Whether the machine is reached from outside by an https address. */
  publicName: boolean
  /** How many groups there are. */
  count: number
}

/** `seats`: paid to WeCom for each member whose talk is kept; `seller`: to somebody else. Prices are not known here. */
export type Cost = 'none' | 'seats' | 'seller'

/** What has to be there before a way is open. */
export type Need = 'company' | 'publicName' | 'government' | 'archive'

/** What it asks of people all the same. */
export type Burden = 'robot-each' | 'speak-first' | 'trusted-ip' | 'owner-taps' | 'consent' | 'library' | 'post-code' | 'account-at-risk'

export interface Way {
  /** Where it is of use. */
  groups: readonly GroupKind[]
  /** What it hears in such a group; `reported`: what somebody fills into a form there. */
  hears: Hears | 'reported'
  posts: Posts
  /** Who can be spoken with one-to-one. */
  alone: 'members' | 'wechat' | 'anybody' | null
  costs: Cost
  needs: readonly Need[]
  burdens: readonly Burden[]
  official: boolean
}

const FREE = { hears: 'none', posts: 'none', alone: null, costs: 'none', official: true } as const

/** The ways there are, as they are best begun with. */
export const WAYS = {
  app: {
    ...FREE,
    groups: GROUP_KINDS,
    alone: 'members',
    needs: ['company', 'publicName'],
    burdens: ['trusted-ip'],
  },
  archive: {
    ...FREE,
    groups: ['internal', 'customer'],
    hears: 'polled',
    costs: 'seats',
    needs: ['company', 'archive'],
    burdens: ['consent', 'library', 'trusted-ip'],
  },
  bot: {
    ...FREE,
    groups: ['internal'],
    hears: 'mention',
    posts: 'auto',
    alone: 'members',
    needs: ['company'],
    burdens: ['speak-first'],
  },
  robot: { ...FREE, groups: ['internal'], posts: 'auto', needs: ['company'], burdens: ['robot-each'] },
  reports: {
    ...FREE,
    groups: ['customer'],
    hears: 'reported',
    needs: ['company', 'government', 'publicName'],
    burdens: ['trusted-ip'],
  },
  mass: { ...FREE, groups: ['customer'], posts: 'confirm', needs: ['company'], burdens: ['owner-taps'] },
  kf: { ...FREE, groups: GROUP_KINDS, alone: 'wechat', needs: ['company', 'publicName'], burdens: ['post-code'] },
  form: { ...FREE, groups: GROUP_KINDS, alone: 'anybody', needs: ['publicName'], burdens: ['post-code'] },
  wechaty: {
    ...FREE,
    groups: ['internal', 'customer', 'wechat'],
    hears: 'all',
    posts: 'auto',
    alone: 'anybody',
    costs: 'seller',
    needs: [],
    burdens: ['account-at-risk'],
    official: false,
  },
} as const satisfies Readonly<Record<string, Way>>
export type WayName = keyof typeof WAYS

export interface OpenWay {
  way: WayName
  /** What still stands in its way; empty: it is open. */
  lacks: readonly Need[]
  /** Whether to begin with it. */
  advised: boolean
}

/** Every way that is of use in such groups, with what it lacks here; the open ones first. Pure. */
export function waysFor(town: Circumstances): OpenWay[] {
  const ways = keysOf<WayName>(WAYS).filter((way) => isOfUse(way, town))
  const found = ways.map((way): OpenWay => {
    const { needs, official }: Way = WAYS[way]
    const lacks = needs.filter((it) => !town[it])
    return { way, lacks, advised: official && lacks.length === 0 }
  })
  return found.toSorted((a, b) => Number(a.lacks.length > 0) - Number(b.lacks.length > 0))
}

/** Residents who sit in an internal group are members: they need no second door. */
function isOfUse(way: WayName, { groups, residents }: Circumstances): boolean {
  const { groups: of }: Way = WAYS[way]
  if (way === 'kf' && residents && groups.every((g) => g === 'internal')) return false
  return groups.some((g) => of.includes(g))
}
