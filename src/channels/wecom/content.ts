import type { OutgoingPost, SayOutcome } from '../../ports/channel.ts'
import { fileTooBig } from '../../wording/files.ts'
import { classOf } from './errors.ts'
import type { QyAnswer } from './http.ts'
import { pictureFault, upload, uploadPicture } from './picture.ts'
import type { QyApi } from './qyapi.ts'

const PICTURE_BYTES = 10 * 1024 * 1024
const FILE_BYTES = 20 * 1024 * 1024

type Content =
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'image'; image: { media_id: string } }
  | { msgtype: 'file'; file: { media_id: string } }

/** The platform's message of one post, or what is wrong with its picture or file. */
async function contentOf(api: QyApi, post: OutgoingPost): Promise<{ content: Content } | { fault: SayOutcome }> {
  if (post.file) {
    if (post.file.bytes.length > FILE_BYTES) return { fault: { outcome: 'content-fault', why: fileTooBig } }
    const uploaded = await upload(api, 'file', post.file)
    return 'fault' in uploaded ? uploaded : { content: { msgtype: 'file', file: { media_id: uploaded.mediaId } } }
  }
  if (!post.picture) return { content: { msgtype: 'text', text: { content: post.text } } }
  const wrong = pictureFault(post.picture, PICTURE_BYTES)
  if (wrong) return { fault: wrong }
  const uploaded = await uploadPicture(api, post.picture)
  return 'fault' in uploaded ? uploaded : { content: { msgtype: 'image', image: { media_id: uploaded.mediaId } } }
}

/** Sends one post, the same to an application's members, its groups and its customers; a picture or file that is not taken is uploaded once more. */
export async function sendContent(
  api: QyApi,
  post: OutgoingPost,
  send: (content: Content) => Promise<QyAnswer>,
): Promise<QyAnswer | { fault: SayOutcome }> {
  for (let again = post.picture !== null || post.file !== null; ; again = false) {
    const made = await contentOf(api, post)
    if ('fault' in made) return made
    const answer = await send(made.content)
    if (!again || answer.errcode === null || classOf(answer.errcode) !== 'media') return answer
  }
}
