import { MASKED } from '../domain/mask-away.ts'

const LONGEST = 16
const SHORTEST = 2
/** Plain Chinese, letters and figures; nothing that is not seen, that calls somebody, or that can be tapped. */
const PLAIN = /^[\p{Script=Han}A-Za-z0-9、·（）-]+$/u
const NEVER = /所有人|全体成员|\d{5,}|[零〇一二三四五六七八九]{6,}|[A-Za-z]{12,}|(?:www|http)/iu
const GROUNDED = 0.7

/** At most 16 plain characters, and nobody's name or number: `mask` finds nothing in it. */
export function isPlainTitle(title: string, mask: (text: string) => string): boolean {
  const { length } = Array.from(title)
  return length >= SHORTEST && length <= LONGEST && PLAIN.test(title) && !NEVER.test(title) && !MASKED.test(title) && mask(title) === title
}

/**
 * A model's title where it may be read aloud, else null: plain, and made of the report's own characters, so that nothing comes in
 * that nobody said.
 */
export function safeTitle(said: string, report: string, mask: (text: string) => string): string | null {
  const title = said.normalize('NFKC').trim()
  if (!isPlainTitle(title, mask)) return null
  const characters = Array.from(title)
  const own = new Set(report.normalize('NFKC'))
  const spoken = characters.filter((c) => own.has(c)).length
  return spoken / characters.length >= GROUNDED ? title : null
}
