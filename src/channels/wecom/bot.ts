import type { Channel, OutgoingPost } from '../../ports/channel.ts'
import { noPicturesHere } from '../../wording/channels.ts'
import type { QyAnswer } from './http.ts'
import { faultOf } from './outcome.ts'

/** The long connection of the AI bot, as far as speaking needs it. No acknowledgement in time is an answer without errcode. */
export interface BotLine {
  push(body: object): Promise<QyAnswer>
}

/** chat_type is set, for the platform's own guess prefers the group. */
const SINGLE = 1
const GROUP = 2

const bodyOf = ({ to, externalId, text }: OutgoingPost): object => ({
  chatid: externalId,
  chat_type: to === 'group' ? GROUP : SINGLE,
  msgtype: 'markdown',
  markdown: { content: text },
})

/** 智能机器人 speaking first, over its long connection; only where somebody has spoken to it before. Replies count against the same limits. */
export function botChannel(line: BotLine): Channel {
  return {
    name: 'wecom-bot',
    sideBySide: 4,
    buckets: ({ externalId }) => [
      { name: `bot:${externalId}`, burst: 5, perMinute: 20 },
      { name: `bot:${externalId}:hour`, burst: 300, perMinute: 10 },
    ],
    async say(post) {
      if (post.picture) return { outcome: 'content-fault', why: noPicturesHere }
      const answer = await line.push(bodyOf(post))
      return faultOf(answer, { to: post.to, dedupes: false }) ?? { outcome: 'sent', externalId: null }
    },
  }
}
