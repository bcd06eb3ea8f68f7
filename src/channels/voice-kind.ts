/** The first bytes of the recordings that telephones make, and where they stand. */
const KINDS: readonly { type: string; at: number; says: string }[] = [
  { type: 'audio/amr', at: 0, says: '#!AMR' },
  { type: 'audio/silk', at: 1, says: '#!SILK' },
  { type: 'audio/silk', at: 0, says: '#!SILK' },
  { type: 'audio/mpeg', at: 0, says: 'ID3' },
  { type: 'audio/mpeg', at: 0, says: '\u00ff\u00fb' },
  { type: 'audio/mpeg', at: 0, says: '\u00ff\u00f3' },
  { type: 'audio/wav', at: 8, says: 'WAVE' },
  { type: 'audio/ogg', at: 0, says: 'OggS' },
  { type: 'audio/mp4', at: 4, says: 'ftyp' },
  { type: 'audio/webm', at: 0, says: '\u001a\u0045\u00df\u00a3' },
]

/** What kind of recording these bytes are; null when they are none. */
export function voiceKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1')
  return KINDS.find(({ at, says }) => head.startsWith(says, at))?.type ?? null
}
