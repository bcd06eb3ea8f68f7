import type { ChannelName } from '../domain/capability.ts'
import type { SayOutcome } from './channel.ts'

/** What one process has done since it started, counted where it is done; never who, and never what was said. */
export interface Tally {
  written(messages: number): void
  handled(messages: number): void
  said(channel: ChannelName, outcome: SayOutcome['outcome']): void
  /** A callback was no platform's, or not to be read. */
  refused(door: string, why: string): void
  /** A request was answered; `room`: which part of the house. */
  answered(room: string, status: number, seconds: number): void
}
