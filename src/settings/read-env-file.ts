import { parseEnv } from 'node:util'
import { fullWidthSentence, unknownNameSentence, unreadableLineSentence } from '../wording/startup.ts'

/** The file as text: Notepad's “Unicode” is UTF-16, and a mark before the first name tells which. */
export function textOfEnv(bytes: Uint8Array): string {
  const [a, b] = bytes
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

const LINE = /^\s*(?:export\s+)?([\w\uff10-\uff5a]+)\s*([=＝:：]|\s)/u

/** What stands in an .env file, and a sentence for each line that would be passed over although somebody meant it. */
export function readEnvFile(bytes: Uint8Array, names: readonly string[]): { values: NodeJS.Dict<string>; faults: string[] } {
  const text = textOfEnv(bytes)
  const faults = text.split(/\r?\n/u).flatMap((line, at) => faultOf(line, at + 1, names) ?? [])
  return { values: parseEnv(text), faults }
}

function faultOf(line: string, at: number, names: readonly string[]): string | null {
  const [, written = '', sign = ''] = LINE.exec(line) ?? []
  const meant = written === '' ? null : nearest(written.normalize('NFKC').toUpperCase(), names)
  if (meant === null) return null
  if (sign === '＝' || sign === '：') return fullWidthSentence(at, meant)
  if (sign !== '=') return unreadableLineSentence(at, meant)
  return written === meant ? null : unknownNameSentence(at, written, meant)
}

/** The setting that was meant: the same, or one slip of the hand away from it. Other programs’ names are none of ours. */
function nearest(written: string, names: readonly string[]): string | null {
  if (names.includes(written)) return written
  return names.find((name) => isOneSlip(written, name)) ?? null
}

function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const rest = (word: string, skip: number) => word.slice(from + skip)
  const isSwapped = a[from] === b[from + 1] && a[from + 1] === b[from] && rest(a, 2) === rest(b, 2)
  return isSwapped || rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
}
