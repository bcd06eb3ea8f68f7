import type { Recording } from '../../ports/language-model.ts'

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

/** A recording by what it is, not by what it is called; null when it is none. */
export function voiceFrom(voice: { name: string; base64: string }): Recording | null {
  const bytes = Buffer.from(voice.base64.replace(/^data:[^,]*,/u, ''), 'base64')
  const kind = KINDS.find((k) => bytes.toString('latin1', k.at, k.at + k.says.length) === k.says)
  return kind ? { name: voice.name, type: kind.type, bytes: new Uint8Array(bytes) } : null
}
