import type { Capability, ChannelName, GroupState } from '../domain/capability.ts'

/** Somebody as a channel knows them. */
export interface Sender {
  channel: ChannelName
  externalId: string
  /** What they call themselves: shown, never believed. */
  name: string | null
  /** Only a number that the platform vouches for. */
  phone: string | null
  /** The place that the QR code they came by stands for: where they live, until somebody knows better. */
  place?: string
}

export interface GroupSeen {
  channel: ChannelName
  externalId: string
  name: string | null
  can: Capability
}

export interface GroupBehind {
  /** The township's group; null until somebody who may has agreed. */
  group: string | null
  state: GroupState
  /** This was the first word from it. */
  first: boolean
}

/** Who and what is behind the ids of a channel, within one town. Instants are machine time. */
export interface Identities {
  /** Somebody unknown becomes a person who stands on no roster, so that they can report and be answered. */
  personBehind(sender: Sender, at: Date): Promise<string>
  groupBehind(group: GroupSeen, at: Date): Promise<GroupBehind>
  /** The platform tells of a group in which nobody has spoken; whoever owns it is noted where that is somebody known. */
  seen(group: GroupSeen, owner: string, at: Date): Promise<void>
  /** Somebody seen in a group belongs to it. */
  joined(group: string, person: string): Promise<void>
  left(group: string, person: string): Promise<void>
  /** Who taps in this group what is sent in bulk. */
  owned(channel: ChannelName, externalId: string, owner: string): Promise<void>
  /** What a channel calls those of these people whom it can still reach. */
  accountsOf(channel: ChannelName, people: readonly string[]): Promise<string[]>
  /** A group that waits stays out; one that is lost is let go. False for any other. */
  refused(channel: string, externalId: string): Promise<boolean>
  renamed(channel: ChannelName, externalId: string, name: string): Promise<void>
  lost(channel: ChannelName, externalId: string, why: string): Promise<void>
  /** What we have said there lately, newest first. */
  saidLately(conversation: string): Promise<string[]>
  /** Our id of a message of this conversation: by the channel's id, else by its words, newest first. */
  quoted(conversation: string, channel: ChannelName, quote: { externalId?: string; text?: string }): Promise<string | null>
}
