import type { BulletinItem, BulletinOccasion } from './facts.ts'

declare module '../../ports/measure-desk.ts' {
  interface MeasureDesk {
    bulletin: Bulletin
  }
}

/** What waits for the groups' collected posts. Write through `announce` of src/measures/bulletin, which also sees to the clock. */
export interface Bulletin {
  add(items: readonly BulletinItem[]): Promise<void>
  /** Everything that may be told on this day, oldest first. */
  waiting(day: string): Promise<BulletinItem[]>
  /** What was told in the group since that day, newest first. */
  told(group: string, since: string): Promise<{ id: string; occasion: BulletinOccasion; day: string }[]>
  markTold(ids: readonly string[], day: string): Promise<void>
  /** Takes back what is not yet told, by the beginning of its id. True when there was something. */
  drop(idPrefix: string, why: string): Promise<boolean>
  /** Whether the group heard of danger, an alarm or a late matter since then. */
  badNews(group: string, since: Date): Promise<boolean>
}
