/** In what capacity somebody acts on one ticket. */
export type Actor =
  | 'owner'
  | 'coOwner'
  | 'cadre'
  | 'keeper'
  | 'clerk'
  | 'secretary'
  | 'mediator'
  | 'duty'
  | 'leader'
  | 'reporter'
  /** A cadre who brings the word of a reporter who is not on WeChat; never the one who did the work. */
  | 'spokesman'
  | 'follower'
  /** 村务监督: reads what is done and says what they think of it. */
  | 'oversight'
  | 'clock'
  /** A language model's second opinion. */
  | 'model'

/** Who may be told of a move; `called`: whoever was called because of a danger. */
export const AUDIENCES = [
  ...(['group', 'reporter', 'followers', 'owner', 'formerOwner', 'coOwners', 'approver', 'asker', 'supervisor', 'called'] as const),
] as const
export type Audience = (typeof AUDIENCES)[number]
