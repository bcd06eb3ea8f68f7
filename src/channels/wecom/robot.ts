import { createHash } from 'node:crypto'
import type { Channel, OutgoingPost } from '../../ports/channel.ts'
import { noKey } from '../../wording/channels.ts'
import { request } from './http.ts'
import { faultOf } from './outcome.ts'
import { pictureFault } from './picture.ts'

/** 20 a minute by the page, of a window nobody has described: burst and rate together stay two below it. */
const PER_MINUTE = 20
const BURST = 3
const SPARE = 2
const PICTURE_BYTES = 2 * 1024 * 1024

function bodyOf({ text, picture, mentions }: OutgoingPost): object {
  if (picture) {
    const bytes = Buffer.from(picture.bytes)
    return { msgtype: 'image', image: { base64: bytes.toString('base64'), md5: createHash('md5').update(bytes).digest('hex') } }
  }
  return { msgtype: 'text', text: { content: text, ...(mentions.length > 0 && { mentioned_list: mentions }) } }
}

/** 群机器人: posts into one internal group by a key that is a password. It can never hear. */
export function robotChannel({ apiBase, callMs }: { apiBase: string; callMs: number }): Channel {
  return {
    name: 'wecom-robot',
    sideBySide: 16,
    buckets: ({ externalId, perMinute }) => [
      { name: `robot:${externalId}`, burst: BURST, perMinute: Math.max(1, (perMinute ?? PER_MINUTE) - BURST - SPARE) },
    ],
    async say(post) {
      if (post.secret === null) return { outcome: 'group-gone', why: noKey }
      const wrong = post.picture && pictureFault(post.picture, PICTURE_BYTES)
      if (wrong) return wrong
      const init = { method: 'POST', body: JSON.stringify(bodyOf(post)), headers: { 'content-type': 'application/json' } }
      const answer = await request(`${apiBase}webhook/send?${new URLSearchParams({ key: post.secret })}`, init, callMs)
      // Nothing removes a repeated message here: what may have been posted is for a person to decide.
      return faultOf(answer, { to: 'group', dedupes: false }) ?? { outcome: 'sent', externalId: null }
    },
  }
}
