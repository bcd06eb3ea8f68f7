const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')

/** How far back from the limit a line's or a sentence's end is looked for, as a share of the limit. */
const LOOK_BACK = 0.4

/** The longest beginning of a text within so many bytes, rather at the end of a line or a sentence, never inside a character. */
function beginning(text: string, limit: number): string {
  let end = 0
  let used = 0
  let line = 0
  let sentence = 0
  for (const { segment, index } of graphemes.segment(text)) {
    const size = bytesOf(segment)
    if (used + size > limit) break
    used += size
    end = index + segment.length
    if (segment === '\n') line = end
    else if (/[。！？；]/u.test(segment)) sentence = end
  }
  if (end === text.length) return text
  const soonest = end * (1 - LOOK_BACK)
  return text.slice(0, line > soonest ? line : sentence > soonest ? sentence : end)
}

const numbering = (n: number, of: number): string => `（${n}/${of}）`

/** A text as messages of at most `limit` UTF-8 bytes, numbered when there are several. A character longer than the limit is left out. */
export function partsOf(text: string, limit: number): string[] {
  if (bytesOf(text) <= limit) return [text]
  for (let expected = 2; ; expected *= 10) {
    const room = limit - bytesOf(numbering(expected * 10 - 1, expected * 10 - 1))
    if (room <= 0) throw new Error(`no room for numbers in ${limit} bytes`)
    const parts: string[] = []
    for (let rest = text; rest !== ''; ) {
      const part = beginning(rest, room)
      rest = part === '' ? rest.slice([...graphemes.segment(rest)][0]?.segment.length ?? 1) : rest.slice(part.length)
      if (part.trim() !== '') parts.push(part.replace(/\n+$/u, ''))
    }
    if (parts.length < expected * 10) return parts.map((part, i) => `${numbering(i + 1, parts.length)}${part}`)
  }
}
