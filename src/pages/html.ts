/** Markup that is safe to send: everything put into `html` is escaped unless it is markup itself. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Markup | readonly Markup[] | null | false

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function put(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map((p) => p.text).join('')
  return String(part).replace(/[&<>"']/gu, (c) => ESCAPES[c] ?? c)
}

export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.map((s, i) => s + (i < parts.length ? put(parts[i] ?? null) : '')).join(''))
