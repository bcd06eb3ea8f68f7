import { z } from 'zod'
import { pictureKind } from '../../domain/picture-kind.ts'
import type { Errand } from '../../ports/errands.ts'
import type { Greeter } from '../../ports/greeter.ts'
import { cannotListen } from '../../wording/voices.ts'
import { cannotRead, photoLost } from '../../wording/wecom.ts'
import { fetchBytes, openMedia } from './bytes.ts'
import type { Fetching, Hear } from './ear.ts'
import { messageOf } from './ear.ts'
import type { Ran } from './errands.ts'
import { classOf } from './errors.ts'
import type { QyApi } from './qyapi.ts'

const Body: z.ZodType<Fetching> = z.object({
  message: z.object({
    channel: z.enum(['wecom-app', 'wecom-kf', 'wecom-bot']),
    id: z.string(),
    from: z.string(),
    group: z.string().nullable(),
  }),
  media: z.union([
    z.object({ by: z.enum(['app', 'kf']), id: z.string() }),
    z.object({ by: z.literal('url'), url: z.string(), aesKey: z.string().nullable() }),
  ]),
})

interface Needs {
  apis: { app: QyApi | null; kf: QyApi | null }
  /** The bot's own key by URL; by long connection each picture has one. */
  botAesKey: string | null
  hear: Hear
  greeter: Pick<Greeter, 'say'>
  callMs: number
}

/** Media ids live three days, the bot's addresses five minutes: after as many tries the platform has it no more. */
const TRIES = { media: 20, url: 4 }

type Got = { bytes: Uint8Array<ArrayBuffer> } | { gone: string } | { busy: string }

async function bytesOf({ media }: Fetching, { apis, botAesKey, callMs }: Needs): Promise<Got> {
  const api = media.by === 'url' ? null : apis[media.by]
  const answer = media.by === 'url' ? await fetchBytes(media.url, callMs) : await api?.download(media.id)
  if (!answer) return { gone: 'not set up' }
  if ('bytes' in answer) {
    const key = media.by === 'url' ? (media.aesKey ?? botAesKey) : null
    const opened = key === null ? answer.bytes : openMedia(answer.bytes, key)
    return opened ? { bytes: opened } : { gone: 'not by this key' }
  }
  if (answer.errcode === null) return { busy: answer.why }
  const kind = classOf(answer.errcode)
  return kind === 'media' || kind === 'content' || kind === 'other' ? { gone: String(answer.errcode) } : { busy: String(answer.errcode) }
}

/** The bytes of a picture or of a voice become a message. Whoever sent what cannot be had is told so, one-to-one. */
export const fetchMedia =
  (needs: Needs) =>
  async ({ what, body, attempts, addedAt }: Errand): Promise<Ran> => {
    const fetching = Body.parse(body)
    const { message, media } = fetching
    // Its bytes may come minutes later; said it was when the platform told of it, or another ear's telling would be a second message.
    const heard = { ...messageOf(message, ''), saidAt: addedAt }
    const sorry = async (text: string, why: string): Promise<Ran> => {
      if (message.group === null)
        await needs.greeter.say({ channel: message.channel, externalId: message.from }, { key: `lost:${message.id}`, text })
      return { done: why }
    }
    const got = await bytesOf(fetching, needs)
    const lost = what === 'voice' ? cannotListen : photoLost
    if ('gone' in got) return sorry(lost, got.gone)
    if ('busy' in got) return attempts < (media.by === 'url' ? TRIES.url : TRIES.media) ? { again: null } : sorry(lost, got.busy)
    if (what === 'voice') {
      await needs.hear({ ...heard, voice: { name: `${message.id}.amr`, type: 'audio/amr', bytes: got.bytes } })
      return { done: null }
    }
    const type = pictureKind(got.bytes)
    if (type === null) return sorry(cannotRead, 'no picture')
    await needs.hear({ ...heard, photos: [{ name: message.id, type, bytes: got.bytes }] })
    return { done: null }
  }
