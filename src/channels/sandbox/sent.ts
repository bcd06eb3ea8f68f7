import { z } from 'zod'
import { isForeignId, refOfSandboxId } from '../../domain/message-ref.ts'
import { groupIn } from '../../domain/notice.ts'
import { isStorable } from '../../domain/storable.ts'
import type { SandboxView } from '../../ports/sandbox.ts'
import type { IncomingMessage } from '../../ports/store.ts'
import { photoFrom } from './photo.ts'
import { voiceFrom } from './voice.ts'

const plain = z.string().refine(isStorable, '里有不能用的字符')
export const ID = plain.min(1).max(200)

export const Sent = z.object({
  from: ID,
  text: plain.max(100_000).default(''),
  quote: ID.nullish(),
  image: z.object({ name: plain.min(1).max(200), base64: z.string().min(1) }).nullish(),
  voice: z.object({ name: plain.min(1).max(200), base64: z.string().min(1) }).nullish(),
  // So begins what the bot says, or what another channel heard.
  id: ID.refine((id) => !isForeignId(id), '不能用 n: 或渠道名加冒号开头').nullish(),
})

export type Refusal = { status: 400 | 404; error: string }

/** Who speaks must be there, and a private chat with the bot has only one person in it. */
export async function refusalOf(view: Pick<SandboxView, 'place' | 'person'>, conversation: string, from: string): Promise<Refusal | null> {
  const inGroup = groupIn(conversation) !== null
  const place = await view.place(conversation)
  if (!place) return { status: 404, error: inGroup ? '没有这个群' : '没有这个人' }
  const person = await view.person(from)
  if (!person) return { status: 400, error: '没有 from 这个人' }
  if (place.members.has(from)) return null
  const error = inGroup
    ? `${person.name}不在“${place.name}”这个群里，不能在这里说话`
    : `这是${place.name}和说事的私聊，${person.name}不能在这里说话`
  return { status: 400, error }
}

/** What was sent with it; a sentence when it cannot be taken. */
export function contentOf(body: z.infer<typeof Sent>): Pick<IncomingMessage, 'text' | 'quote' | 'photos' | 'voice'> | { error: string } {
  const photo = body.image ? photoFrom(body.image) : null
  if (body.image && !photo) return { error: '这不是 JPEG、PNG、GIF 或 WebP 照片' }
  const voice = body.voice ? voiceFrom(body.voice) : null
  if (body.voice && !voice) return { error: '这不是 AMR、MP3、WAV、OGG、M4A 或 WebM 录音' }
  if (body.text.trim() === '' && !photo && !voice) return { error: '写一句话，或者发一张照片' }
  return { text: body.text, quote: body.quote ? refOfSandboxId(body.quote) : null, photos: photo ? [photo] : [], ...(voice && { voice }) }
}
