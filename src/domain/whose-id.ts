import { CHANNEL_KINDS, type ChannelName, type Realm } from './capability.ts'

/** What the platform gives to somebody with WeChat, and to a robot; members choose theirs, which are shorter. */
const EXTERNAL = /^w[mo][\w-]{20,}$/u
const ROBOT = /^wb[\w-]{20,}$/u

export const isRobot = (id: string): boolean => ROBOT.test(id)
export const isExternal = (id: string): boolean => EXTERNAL.test(id)

/**
 * Whose id it is, whatever channel told it. The archive tells of members and of people with WeChat alike, each by the id that they have
 * elsewhere in the company; 微信客服 puts the account before it.
 */
export function whoseId(channel: ChannelName, externalId: string): { realm: Realm; id: string } {
  if (channel === 'wecom-archive') return { realm: isExternal(externalId) ? 'external' : 'wecom', id: externalId }
  if (channel === 'wecom-kf') return { realm: 'external', id: externalId.slice(externalId.indexOf('/') + 1) }
  return { realm: CHANNEL_KINDS[channel].realm, id: externalId }
}
