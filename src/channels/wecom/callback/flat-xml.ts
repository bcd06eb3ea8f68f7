/** The texts directly below <xml>, by name, and the names of what has elements of its own. */
export interface FlatXml {
  texts: Readonly<Record<string, string>>
  nested: readonly string[]
}

interface Element {
  name: string
  /** Null: it holds elements. */
  text: string | null
  children: Element[]
}

const DEPTH = 6
const OPEN = /<([A-Za-z_]\w{0,63})\s*>/y
const EMPTY = /<([A-Za-z_]\w{0,63})\s*\/>/y
const CLOSE = /<\/([A-Za-z_]\w{0,63})\s*>/y
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y
const PLAIN = /[^<]+/y
const ENTITY = /&(?:(lt|gt|amp|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});)?/gu
const DECLARATION = /<\?xml(?:\s[^<>?]*)?\?>\s*/y
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Nothing that XML forbids; what people type may hold some of it, so they are taken out of a message before it is read. */
export const withoutControls = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f]/gu, '')

/**
 * Reads what WeCom sends, the suites' events included, and nothing else of XML: elements without attributes, empty ones in
 * their short form, texts, CDATA with blanks around it, the five predefined entities and characters by number. No document
 * type, comment or instruction. Null for everything else. Runs once over the text.
 */
export function readFlatXml(source: string): FlatXml | null {
  let at = 0

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (found) at = pattern.lastIndex
    return found
  }

  function readElement(depth: number): Element | null {
    const empty = match(EMPTY)?.[1]
    if (empty !== undefined) return depth > DEPTH ? null : { name: empty, text: '', children: [] }
    const name = match(OPEN)?.[1]
    if (name === undefined || depth > DEPTH) return null
    let text = ''
    // Of what stands beside CDATA, blanks are only the writer's way of setting it.
    let around = ''
    let mixed = ''
    let words = false
    const children: Element[] = []
    for (;;) {
      const closed = match(CLOSE)
      if (closed) {
        // Words between elements are no envelope.
        const whole = words && around.trim() === '' ? text : null
        if (closed[1] !== name || (children.length > 0 && (words || around.trim() !== ''))) return null
        return { name, text: children.length > 0 ? null : (whole ?? mixed), children }
      }
      const cdata = match(CDATA)
      if (cdata) {
        text += cdata[1] ?? ''
        mixed += cdata[1] ?? ''
        words = true
        continue
      }
      const plain = match(PLAIN)
      if (plain) {
        const decoded = decode(plain[0])
        if (decoded === null) return null
        around += decoded
        mixed += decoded
        continue
      }
      const child = readElement(depth + 1)
      if (!child) return null
      children.push(child)
    }
  }

  const end = source.trimEnd().length
  at = source.length - source.trimStart().length
  match(DECLARATION)
  const root = readElement(0)
  if (root?.name !== 'xml' || root.text !== null || at !== end) return null
  const names = root.children.map((c) => c.name)
  if (new Set(names).size < names.length) return null
  const texts = Object.fromEntries(root.children.flatMap((c) => (c.text === null ? [] : [[c.name, c.text]])))
  return { texts, nested: root.children.filter((c) => c.text === null).map((c) => c.name) }
}

function decode(plain: string): string | null {
  if (plain.includes(']]>') || /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u.test(plain)) return null
  let known = true
  const decoded = plain.replace(ENTITY, (_, name: string | undefined) => {
    const read = name?.startsWith('#') ? numbered(name.slice(1)) : ENTITIES[name ?? '']
    if (read === undefined) known = false
    return read ?? ''
  })
  return known ? decoded : null
}

/** A character by its number, 20005 or x4E25. What is none, half of one or a control is left out: nobody sees it. */
function numbered(number: string): string {
  const code = /^x/iu.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return ''
  return withoutControls(String.fromCodePoint(code))
}
