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

/** What kind of picture these bytes are; null when they are none. */
export function pictureKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1')
  return KINDS.find((k) => k.says.every(({ at, bytes: says }) => head.startsWith(says, at)))?.type ?? null
}
