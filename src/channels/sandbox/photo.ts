import { pictureKind } from '../../domain/picture-kind.ts'
import type { IncomingMessage } from '../../ports/store.ts'

/** A picture by what it is, not by what it is called; null when it is none. */
export function photoFrom(image: { name: string; base64: string }): IncomingMessage['photos'][number] | null {
  const bytes = new Uint8Array(Buffer.from(image.base64.replace(/^data:[^,]*,/u, ''), 'base64'))
  const type = pictureKind(bytes)
  return type === null ? null : { name: image.name, type, bytes }
}
