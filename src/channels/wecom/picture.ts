import { z } from 'zod'
import type { OutgoingPost, SayOutcome } from '../../ports/channel.ts'
import { pictureKind, pictureTooBig } from '../../wording/channels.ts'
import { faultOf } from './outcome.ts'
import type { QyApi } from './qyapi.ts'

type Picture = NonNullable<OutgoingPost['picture']>

const KINDS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' }
const Uploaded = z.object({ media_id: z.string().min(1) })

/** WeCom takes JPEG and PNG up to a size. */
export function pictureFault(picture: Picture, maxBytes: number): SayOutcome | null {
  if (!(picture.type in KINDS)) return { outcome: 'content-fault', why: pictureKind }
  return picture.bytes.length > maxBytes ? { outcome: 'content-fault', why: pictureTooBig } : null
}

export const uploadPicture = (api: QyApi, picture: Picture): Promise<Up> =>
  upload(api, 'image', { ...picture, name: `${picture.name}.${KINDS[picture.type] ?? 'jpg'}` })

type Up = { mediaId: string } | { fault: SayOutcome }

/** Uploading posts nothing, so whatever goes wrong may be tried again. */
export async function upload(api: QyApi, kind: 'image' | 'file', named: Picture): Promise<Up> {
  const answer = await api.upload(kind, named)
  const fault = faultOf(answer.errcode === null ? { ...answer, sent: false } : answer, { to: 'person', dedupes: true })
  if (fault) return { fault: fault.outcome === 'recipient-gone' ? { outcome: 'content-fault', why: fault.why } : fault }
  const read = Uploaded.safeParse(answer.errcode === null ? null : answer.body)
  return read.success ? { mediaId: read.data.media_id } : { fault: { outcome: 'retry', patience: 'short', why: 'media_id' } }
}
