import { z } from 'zod'
import type { Channel } from '../../ports/channel.ts'
import { notAMember } from '../../wording/channels.ts'
import { sendContent } from './content.ts'
import { faultOf } from './outcome.ts'
import type { QyApi } from './qyapi.ts'

/** Long enough for our tries after an unknown outcome (store/settle.ts), short enough for whoever asks the same thing twice. */
const DUPLICATE_SECONDS = 120

const Sent = z.object({ msgid: z.string().optional(), invaliduser: z.string().optional(), unlicenseduser: z.string().optional() })

/** 应用消息: one-to-one to members of the company. */
export function appChannel(api: QyApi, agentId: string): Channel {
  return {
    name: 'wecom-app',
    sideBySide: 8,
    // 30 a minute and 1000 an hour for each member; what is over is dropped without a word.
    buckets: ({ externalId }) => [
      { name: `app:${externalId}`, burst: 5, perMinute: 20 },
      { name: `app:${externalId}:hour`, burst: 300, perMinute: 10 },
    ],
    async say(post) {
      const answer = await sendContent(api, post, (content) =>
        api.post('message/send', {
          touser: post.externalId,
          agentid: Number(agentId),
          ...content,
          safe: 0,
          enable_duplicate_check: 1,
          duplicate_check_interval: DUPLICATE_SECONDS,
        }),
      )
      if ('fault' in answer) return answer.fault
      // The same picture uploaded again has another id, and is another message to the platform.
      const fault = faultOf(answer, { to: 'person', dedupes: post.picture === null && post.file === null })
      if (fault) return fault
      const { msgid, invaliduser, unlicenseduser } = Sent.parse(answer.errcode === null ? {} : answer.body)
      // Part failures come with errcode 0.
      if (invaliduser || unlicenseduser) return { outcome: 'recipient-gone', why: notAMember }
      return { outcome: 'sent', externalId: msgid ?? null }
    },
  }
}
