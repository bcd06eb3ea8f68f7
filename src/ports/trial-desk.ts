import type { Conversation } from '../domain/notice.ts'
import type { Group } from '../domain/roster.ts'
import type { Trial, TrialFigures, Would } from '../domain/trial.ts'
import type { Compared, Told, Week } from '../domain/trial-week.ts'

/** One trial of a group, going on or over. */
export interface TrialOnRecord extends Trial {
  group: string
  endedAt: Date | null
  /** Kept when its week was over; null before. */
  figures: TrialFigures | null
}

/** One report of a trial that would have become something, or did. */
export interface TrialReport extends Told {
  person: string
  /** What was made of it must not be shown to everybody who may open the page. */
  delicate: boolean
}

export type TrialTalk = Week<TrialReport>

/** A trial with what it came to so far, and each line behind the figures. */
export interface TrialWeek {
  trial: TrialOnRecord
  group: Group
  figures: TrialFigures
  compared: readonly Compared<TrialReport>[]
}

/** The part of the desk that knows of trials. */
export interface TrialDesk {
  /** In the place of one that goes on. */
  beginTrial(trial: Pick<Trial, 'id' | 'until'> & { group: string }): Promise<void>
  endTrial(group: string): Promise<void>
  /** What is on its way into a conversation is not sent any more. */
  stopPosts(conversation: Conversation, why: string): Promise<void>
  noteWould(report: string, would: Would): Promise<void>
  /** The latest of each group. */
  trials(): Promise<TrialOnRecord[]>
  /** `why`: what stands at the notices that were not said because of it. */
  trialTalk(trial: Pick<TrialOnRecord, 'group' | 'since' | 'until'>, village: string, why: string): Promise<TrialTalk>
  keepTrialFigures(trial: string, figures: TrialFigures): Promise<void>
}
