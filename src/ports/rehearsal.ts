import type { Kind } from '../domain/judgement.ts'

/** What the bot would do with a sentence: nothing of it is kept, and nobody reads it. */
export interface RehearsalSeen {
  becomes: 'matter' | 'followed' | 'list' | 'question' | 'answer' | 'look' | 'police' | 'model' | 'talk'
  matter: { label: string; kind: Kind; title: string; owner: string | null; respondBy: Date; completeBy: Date; isPrivate: boolean } | null
  /** What spoke for it, in a few words. */
  reason: string | null
  /** When clerks read their list. */
  listAt: readonly string[]
  /** Null: the group reads it. */
  said: readonly { to: string | null; text: string }[]
}

export interface Rehearsal {
  villages(): Promise<readonly { id: string; name: string }[]>
  /** Null where there is no such village. */
  of(village: string, text: string): Promise<RehearsalSeen | null>
}
