import { idleTalkOf } from '../idle-talk.ts'
import type { Night } from './night.ts'
import { seenSince } from './seen-since.ts'

/** Words in a group that became no matter. */
export const talk = async ({ tx, town, before, now }: Night): Promise<number> =>
  idleTalkOf(tx, town).forgetTalk(before, await seenSince(tx, { town, kind: 'talk', before, now }))
