import type { ChannelName } from '../domain/capability.ts'
import type { ListLine } from '../domain/clerk-list.ts'
import type { Judgement } from '../domain/judgement.ts'
import type { OrderSaid } from '../domain/order-name.ts'

type Nothing = Record<string, never>

/**
 * What a question keeps until it is answered, by what was asked. `say` is an order, said again with the answer in the place of %s: whoever
 * asks has it by its name; when it is answered it is read anew, like anything that is typed.
 */
export interface QuestionData<Said extends string = string> {
  /** Is this line a matter? The text and the judgement as they were when it was asked. */
  isMatter: { report: string; text: string; judgement: Judgement; village: string; group: string | null; hidden: boolean; turn: number }
  /** What sounded like matters: the numbers of the lines that are. */
  clerkList: { lines: readonly ListLine[] }
  /** Words that may mean danger: is anything wrong? */
  look: { report: string; text: string; judgement: Judgement; village: string; group: string | null }
  extension: Nothing
  /** A near miss: 是 says the order as it was meant. */
  typo: { say: Said }
  /** Which of these tickets: by their labels for an order, by their ids for a report that may go on one of them. */
  whichTicket: { say: Said; options: string[] } | { report: string; options: string[] }
  /** A day or its reason; 是 takes the day that is guessed. */
  untilWhen: { say: Said; wants?: 'reason' | 'day'; guess?: string }
  whichPerson: { say: Said; options: string[] }
  whoIsDeputy: { say: Said }
  photoWords: { report: string }
  /** A word that an order lacked. */
  missing: { say: Said; wants: 'words' | 'number' }
  /** 同意 says `yes`, 不同意 says `no`, each an order that looks again whether it may. */
  approval: { yes: Said; no: Said }
  bindGroup: { channel: ChannelName; externalId: string; grid: string }
  toPost: { message: string; group: string }
  voiceWords: { message: string; text: string }
  /** A list whose lines are answered by number. */
  pending: { tickets: string[] }
  verdict: Nothing
  gone: { person: string }
  /** Shall they be forgotten: the one who is asked, or whoever had this matter told. */
  forget: { matter: string | null }
  /** What was not understood: 1 or 2 says one of the two likeliest orders. */
  choose: { says: Said[]; orders: Said[] }
}

export type Asked = keyof QuestionData

type Pairs<Said extends string = string> = { [K in Asked]: { what: K; data: QuestionData<Said>[K] } }
/** What was asked, with what it keeps. */
export type QuestionRead = Pairs[Asked]
/** A question that is about to be asked. */
export type NewQuestion = Pairs<OrderSaid>[Asked] & { id: string; person: string; ticket: string | null }
/** Something the bot asked one person; `what` tells which answer fits. */
export type Question<K extends Asked = Asked> = Pairs[K] & { id: string; person: string; ticket: string | null; askedAt: Date }
