/**
 * How long what is no file is kept, and how long a file is kept whole: one line a kind. `least` is never shorter than a law wants
 * files kept, `most` than what the kind is there for; which law that is stands in .github/privacy.md. All in days.
 */
export const RETENTION = {
  /** Words in a group that became no matter; the reader learns from them meanwhile. */
  talk: { setting: 'TALK_KEEP_DAYS', days: 7, least: 1, most: 90 },
  /** Photos and recordings of such words, in groups and one-to-one. */
  media: { setting: 'MEDIA_KEEP_DAYS', days: 30, least: 1, most: 365 },
  /** What was said one-to-one, both ways, outside of matters. */
  chats: { setting: 'CHAT_KEEP_DAYS', days: 180, least: 30, most: 3650 },
  /** The bot's words to one person, as they went out. */
  notices: { setting: 'NOTICE_KEEP_DAYS', days: 365, least: 90, most: 3650 },
  /** What was asked and answered, and what 撤销 would write back. */
  questions: { setting: 'QUESTION_KEEP_DAYS', days: 30, least: 7, most: 365 },
  /** What a language model was asked and said. */
  models: { setting: 'MODEL_KEEP_DAYS', days: 90, least: 7, most: 365 },
  /** Who was in at the office page. */
  sessions: { setting: 'SESSION_KEEP_DAYS', days: 30, least: 1, most: 365 },
  /** What channels handed over, and how one message might be answered. */
  errands: { setting: 'ERRAND_KEEP_DAYS', days: 7, least: 1, most: 90 },
  /** What was due and is done. */
  work: { setting: 'WORK_KEEP_DAYS', days: 90, least: 30, most: 3650 },
  /** What opens a slip of the page behind a 说事码. */
  slips: { setting: 'SLIP_KEEP_DAYS', days: 365, least: 90, most: 3650 },
  /** The words and photos of a matter that is over; its title, its course and its figures stay. */
  matters: { setting: 'MATTER_KEEP_DAYS', days: 3653, least: 3653, most: 10958 },
} as const
export type RetentionKind = keyof typeof RETENTION
export type KeepDays = Readonly<Record<RetentionKind, number>>
