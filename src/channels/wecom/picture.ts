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

/** Uploading posts nothing, so whatever goes wrong may be tried again. */
export async function uploadPicture(api: QyApi, picture: Picture): Promise<{ mediaId: string } | { fault: SayOutcome }> {
  const answer = await api.upload('image', { ...picture, name: `${picture.name}.${KINDS[picture.type] ?? 'jpg'}` })
  const fault = faultOf(answer.errcode === null ? { ...answer, sent: false } : answer, { to: 'person', dedupes: true })
  if (fault) return { fault: fault.outcome === 'recipient-gone' ? { outcome: 'content-fault', why: fault.why } : fault }
  const read = Uploaded.safeParse(answer.errcode === null ? null : answer.body)
  return read.success ? { mediaId: read.data.media_id } : { fault: { outcome: 'retry', patience: 'short', why: 'media_id' } }
}
