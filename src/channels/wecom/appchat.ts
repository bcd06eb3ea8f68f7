import { z } from 'zod'
import type { Channel } from '../../ports/channel.ts'
import { sendContent } from './content.ts'
import { faultOf } from './outcome.ts'
import type { QyApi } from './qyapi.ts'

const Created = z.object({ chatid: z.string().min(1) })

/** 应用群: only groups that the application itself has made. */
export function appchatChannel(api: QyApi): Channel {
  return {
    name: 'wecom-appchat',
    sideBySide: 4,
    buckets: ({ externalId }) => [{ name: `appchat:${externalId}`, burst: 5, perMinute: 30 }],
    async say(post) {
      const answer = await sendContent(api, post, (content) => {
        const mentioned = 'text' in content && post.mentions.length > 0 ? { text: { ...content.text, mentioned_list: post.mentions } } : {}
        return api.post('appchat/send', { chatid: post.externalId, ...content, ...mentioned, safe: 0 })
      })
      if ('fault' in answer) return answer.fault
      return faultOf(answer, { to: 'group', dedupes: false }) ?? { outcome: 'sent', externalId: null }
    },
  }
}

/** Makes a group of members, of whom the first owns it. It shows itself to them with its first message. */
export async function createAppchat(
  api: QyApi,
  group: { name: string; users: readonly string[] },
): Promise<{ chatId: string } | { errcode: number | null }> {
  const [owner] = group.users
  const answer = await api.post('appchat/create', { name: group.name.slice(0, 50), owner, userlist: group.users })
  const read = answer.errcode === 0 ? Created.safeParse(answer.body) : null
  return read?.success ? { chatId: read.data.chatid } : { errcode: answer.errcode }
}
