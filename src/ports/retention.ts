import type { RetentionKind } from '../domain/retention.ts'

/** The part of the desk that lets go of what was kept long enough. */
export interface Retention {
  /** One night's worth of what is older than this; how much it was, which goes on record. */
  letGo(kind: RetentionKind, before: Date): Promise<number>
}
