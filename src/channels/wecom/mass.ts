import { z } from 'zod'
import type { Channel } from '../../ports/channel.ts'
import { massRefused, noOwner } from '../../wording/channels.ts'
import { faultOf } from './outcome.ts'
import type { QyApi } from './qyapi.ts'

const Task = z.object({ msgid: z.string().min(1), fail_list: z.array(z.string()).default([]) })

/** 客户群群发: makes a task that the group's owner must tap; about one a day for each group. */
export function massChannel(api: QyApi): Channel {
  return {
    name: 'wecom-mass',
    sideBySide: 2,
    buckets: () => [{ name: 'mass', burst: 5, perMinute: 60 }],
    async say(post) {
      if (post.by === null) return { outcome: 'elsewhere', why: noOwner }
      const answer = await api.post('externalcontact/add_msg_template', {
        chat_type: 'group',
        sender: post.by,
        chat_id_list: [post.externalId],
        text: { content: post.text },
      })
      const fault = faultOf(answer, { to: 'group', dedupes: false })
      if (fault) return fault
      const task = Task.safeParse(answer.errcode === null ? null : answer.body)
      if (!task.success) return { outcome: 'unknown', why: massRefused }
      // The day's one is used up, or the group is not the owner's any more: the clerk forwards it.
      if (task.data.fail_list.includes(post.externalId)) return { outcome: 'elsewhere', why: massRefused }
      return { outcome: 'handed', externalId: task.data.msgid }
    },
  }
}
