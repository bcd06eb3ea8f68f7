import type { ApiKey, KeySight } from '../domain/api-key.ts'
import type { Status, Ticket } from '../domain/ticket.ts'

/** A matter, as far as a key sees it. */
export interface SeenMatter {
  ticket: Ticket
  sight: Exclude<KeySight, 'none'>
  /** Where it was handed in with this key: as which service, and under which number of theirs. */
  brought: { service: string; reference: string | null } | null
  updatedAt: Date
  /** There is a photo, and the key may see it. */
  pictured: boolean
}

export interface MatterQuery {
  ids?: readonly string[]
  /** Opened from then until then. */
  from?: Date
  to?: Date
  /** By what the key is shown as the service. */
  services?: readonly string[]
  statuses?: readonly Status[]
  limit: number
}

/** One request that was handed in. */
export interface Submission {
  token: string
  key: string
  reference: string | null
  service: string
  at: Date
}

/** Who told it over there, as far as the office says so. */
export interface Teller {
  name: string
  /** The office vouches for it: whoever takes the matter on may have to call. */
  phone: string | null
  /** The place that was named by its id. */
  grid: string | null
}

/** What became of it: `waiting` is still being read or asked about. */
export interface SubmissionFate {
  state: 'waiting' | 'taken' | 'not-taken'
  ticket: string | null
}

/** The part of the desk that programs from outside are answered from. */
export interface Requests {
  /** Newest first; nothing that the key does not see, and the limit counts what it does. */
  matters(key: Pick<ApiKey, 'id' | 'rights' | 'villages'>, query: MatterQuery): Promise<SeenMatter[]>
  /** The same number of theirs is the same request: the one that is kept comes back. Its teller is somebody of their own. */
  submit(submission: Submission, teller: Teller): Promise<Submission>
  /** The newest photo that was shown of a matter; whether the key may see it is asked before. */
  photoOf(ticket: string): Promise<{ type: string; bytes: Uint8Array } | null>
  /** Who handed it in, and under which number of theirs. */
  handedBy(token: string): Promise<{ name: string; reference: string | null } | null>
  fateOf(token: string): Promise<SubmissionFate | null>
}
