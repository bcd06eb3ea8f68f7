import type { ChannelName, Hears } from '../domain/capability.ts'
import type { Conversation } from '../domain/notice.ts'
import type { GroupKind } from '../domain/township.ts'

export interface SeenGroup {
  channel: ChannelName
  externalId: string
  name: string | null
  hears: Hears
}

/** The part of the desk that knows of channels: which group is which, who is who, what waits for a person's tap. */
export interface ChannelDesk {
  /** Groups that spoke and are bound to nothing, the last heard first. */
  unboundGroups(): Promise<SeenGroup[]>
  /** What is bound to a group of ours. */
  boundTo(group: string): Promise<SeenGroup[]>
  /** Whether everything said in a group of ours goes through a person's hand. */
  isTapped(group: string): Promise<boolean>
  /** A group that no workbook names. */
  addGroup(group: { id: string; name: string; grid: string; kind: GroupKind }): Promise<void>
  /** Null: somebody said no. */
  bindGroup(seen: Pick<SeenGroup, 'channel' | 'externalId'>, group: string | null): Promise<void>
  /** A robot's key, closed already; takes the place of the one before. `id` is the same for the same key. */
  setRobot(group: string, robot: { id: string; sealed: string }): Promise<void>
  /** A way that nobody hears in: a person forwards, or a group that we made ourselves. Takes the place of the one before. */
  setWay(group: string, channel: 'by-hand' | 'wecom-appchat', externalId: string): Promise<void>
  /** Whoever stands on no roster and spoke last in one of these conversations. */
  lastStranger(conversations: readonly Conversation[], alsoPrivate: boolean): Promise<string | null>
  /** A stranger turns out to be somebody of the roster: all that they said and asked for is that person's now. */
  tie(stranger: string, person: string): Promise<void>
}
