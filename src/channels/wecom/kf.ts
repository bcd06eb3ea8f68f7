import { z } from 'zod'
import type { Channel } from '../../ports/channel.ts'
import { sendContent } from './content.ts'
import { faultOf } from './outcome.ts'
import type { QyApi } from './qyapi.ts'

/** The conversation is with a person who is served or not served yet; only a robot's may be written to. */
const WRONG_STATE = 95018
const WITH_ROBOT = 1

const Sent = z.object({ msgid: z.string().optional() })

/** A resident is known by the account they wrote to and their own id; both are needed to answer. */
export const kfIdentity = (openKfId: string, externalUserId: string): string => `${openKfId}/${externalUserId}`

/** 微信客服: answers a resident in WeChat, within two days and five messages of their last word. */
export function kfChannel(api: QyApi): Channel {
  return {
    name: 'wecom-kf',
    sideBySide: 8,
    buckets: ({ externalId }) => [{ name: `kf:${externalId}`, burst: 5, perMinute: 20 }],
    async say(post) {
      const [openKfId = '', touser = ''] = post.externalId.split('/')
      const answer = await sendContent(api, post, async (content) => {
        // Our own msgid: the same post twice is one message.
        const send = () => api.post('kf/send_msg', { touser, open_kfid: openKfId, msgid: post.id, ...content })
        const first = await send()
        if (first.errcode !== WRONG_STATE) return first
        const moved = await api.post('kf/service_state/trans', { open_kfid: openKfId, external_userid: touser, service_state: WITH_ROBOT })
        return moved.errcode === 0 ? send() : first
      })
      if ('fault' in answer) return answer.fault
      const fault = faultOf(answer, { to: 'person', dedupes: true })
      if (fault) return fault
      return { outcome: 'sent', externalId: Sent.parse(answer.errcode === null ? {} : answer.body).msgid ?? null }
    },
  }
}
