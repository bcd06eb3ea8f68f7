import type { IncomingMessage } from '../../ports/store.ts'

/** The first bytes of the kinds of pictures that telephones make, and where they stand. */
const KINDS: readonly { type: string; says: readonly { at: number; bytes: string }[] }[] = [
  { type: 'image/jpeg', says: [{ at: 0, bytes: '\u00ff\u00d8\u00ff' }] },
  { type: 'image/png', says: [{ at: 0, bytes: '\u0089PNG' }] },
  { type: 'image/gif', says: [{ at: 0, bytes: 'GIF8' }] },
  // RIFF alone may as well be a recording.
  {
    type: 'image/webp',
    says: [
      { at: 0, bytes: 'RIFF' },
      { at: 8, bytes: 'WEBP' },
    ],
  },
]

/** A picture by what it is, not by what it is called; null when it is none. */
export function photoFrom(image: { name: string; base64: string }): IncomingMessage['photos'][number] | null {
  const bytes = Buffer.from(image.base64.replace(/^data:[^,]*,/u, ''), 'base64')
  const kind = KINDS.find((k) => k.says.every(({ at, bytes: says }) => bytes.toString('latin1', at, at + says.length) === says))
  return kind ? { name: image.name, type: kind.type, bytes: new Uint8Array(bytes) } : null
}
