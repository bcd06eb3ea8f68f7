import type { ChannelName } from '../domain/capability.ts'

export interface ChannelState {
  channel: ChannelName
  /** Null: it has never been up. */
  upSince: Date | null
  /** Nothing is sent through it before this moment. */
  stoppedUntil: Date | null
  why: string | null
  heardAt: Date | null
  saidAt: Date | null
  /** The last sure sign of a long connection or a login. */
  aliveAt: Date | null
  /** What a phone has to scan before it comes up. */
  qr: string | null
}

export interface Gap {
  channel: ChannelName
  from: Date
  to: Date
  why: string
}

/** What an operator has to know of the channels; kept in the database, so that every instance tells the same. Machine time. */
export interface ChannelLog {
  up(channel: ChannelName, at: Date): Promise<void>
  /** Down, kicked, not logged in: said until it is `up` again. */
  down(channel: ChannelName, why: string): Promise<void>
  /** A login waits for a phone to scan this; said until it is `up`, or `down` for another reason. */
  scan(channel: ChannelName, qr: string, why: string): Promise<void>
  /** It is up, and yet something is wrong with it; null: no longer. */
  note(channel: ChannelName, why: string | null): Promise<void>
  alive(channel: ChannelName, at: Date): Promise<void>
  heard(channel: ChannelName, at: Date): Promise<void>
  said(channel: ChannelName, at: Date): Promise<void>
  /** Credentials or rights are wrong: nothing is tried before `until`. */
  stop(channel: ChannelName, why: string, until: Date): Promise<void>
  /** A time in which something may have been missed. */
  gap(gap: Gap): Promise<void>
  states(): Promise<ChannelState[]>
  gaps(since: Date): Promise<Gap[]>
}

/** What may have one owner among all instances: a login, a long connection. Ends by itself when it is not renewed. */
export interface Leases {
  /** Taken, or still held by the same holder; false while another has it. */
  take(name: string, holder: string, now: Date, ms: number): Promise<boolean>
  release(name: string, holder: string): Promise<void>
}
