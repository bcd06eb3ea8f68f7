import type { Recording } from '../../ports/language-model.ts'
import { voiceKind } from '../voice-kind.ts'

/** A recording by what it is, not by what it is called; null when it is none. */
export function voiceFrom(voice: { name: string; base64: string }): Recording | null {
  const bytes = new Uint8Array(Buffer.from(voice.base64.replace(/^data:[^,]*,/u, ''), 'base64'))
  const type = voiceKind(bytes)
  return type === null ? null : { name: voice.name, type, bytes }
}
