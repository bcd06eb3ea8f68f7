import type { IncomingMessage } from '../../ports/store.ts'

/** The first bytes of the kinds of pictures that telephones make. */
const KINDS: readonly { type: string; starts: readonly number[] }[] = [
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/gif', starts: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', starts: [0x52, 0x49, 0x46, 0x46] },
]

/** A picture by what it is, not by what it is called; null when it is none. */
export function photoFrom(image: { name: string; base64: string }): IncomingMessage['photos'][number] | null {
  const bytes = new Uint8Array(Buffer.from(image.base64.replace(/^data:[^,]*,/u, ''), 'base64'))
  const kind = KINDS.find((k) => k.starts.every((b, i) => bytes[i] === b))
  return kind ? { name: image.name, type: kind.type, bytes } : null
}
