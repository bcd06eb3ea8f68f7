import { maskPersonal } from '../domain/mask.ts'
import type { Line } from '../wording/digests.ts'

/** A digest fits one phone screen and one application message. */
export const DIGEST_BYTES = 2048

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** Whole lines only; where there is no room the least important go, of equals the later one. A digest is forwarded: no number stands in it. */
export function fit(lines: readonly Line[], limit = DIGEST_BYTES): string {
  const kept = lines.map((line) => ({ ...line, text: maskPersonal(line.text) }))
  let size = kept.reduce((n, l) => n + bytes(l.text) + 1, -1)
  while (size > limit && kept.length > 1) {
    const worst = kept.reduce((found, l, i) => (l.rank >= (kept[found]?.rank ?? 0) ? i : found), 0)
    const [gone] = kept.splice(worst, 1)
    size -= bytes(gone?.text ?? '') + 1
  }
  return cut(kept.map((l) => l.text).join('\n'), limit)
}

/** One line alone that is too long ends with its last whole character. */
function cut(text: string, limit: number): string {
  if (bytes(text) <= limit) return text
  let kept = ''
  let size = 0
  for (const character of text) {
    size += bytes(character)
    if (size > limit) break
    kept += character
  }
  return kept
}
