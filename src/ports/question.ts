/**
 * `missing`: a word that an order lacked; `data.say` is said again with the answer in the place of %s, `data.wants` is words or
 * number. `approval`: 同意 says `data.yes`, 不同意 says `data.no`, each an order that looks again whether it may. `pending`: a list
 * whose lines are answered by number.
 */
export type Asked =
  | 'isMatter'
  | 'extension'
  | 'typo'
  | 'whichTicket'
  | 'untilWhen'
  | 'whichPerson'
  | 'photoWords'
  | 'whoIsDeputy'
  | 'missing'
  | 'approval'
  | 'bindGroup'
  | 'toPost'
  | 'voiceWords'
  | 'pending'
  | 'verdict'
  | 'gone'

/** Something the bot asked one person; `what` tells which answer fits. */
export interface Question {
  id: string
  person: string
  what: Asked
  ticket: string | null
  data: Record<string, unknown>
  askedAt: Date
}
