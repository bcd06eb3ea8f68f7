/** The first bytes of the kinds of pictures that telephones make. */
const KINDS: readonly { type: string; starts: readonly number[] }[] = [
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/gif', starts: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', starts: [0x52, 0x49, 0x46, 0x46] },
]

/** A picture's type by what it is, not by what it is called; null when it is none. */
export const photoType = (bytes: Uint8Array): string | null => KINDS.find((k) => k.starts.every((b, i) => bytes[i] === b))?.type ?? null
