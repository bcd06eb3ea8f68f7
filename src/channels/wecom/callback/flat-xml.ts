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
const OPEN = /<([A-Za-z_]\w{0,63})>/y
const CLOSE = /<\/([A-Za-z_]\w{0,63})>/y
const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/y
const PLAIN = /[^<]+/y
const ENTITY = /&(?:(lt|gt|amp|quot|apos);)?/gu
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Nothing that XML forbids; what people type may hold some of it, so they are taken out of a message before it is read. */
export const withoutControls = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f]/gu, '')

/**
 * Reads what WeCom sends and nothing else of XML: elements without attributes, texts, CDATA, the five predefined entities. No
 * declaration, document type, comment or instruction. Null for everything else. Runs once over the text.
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
    const name = match(OPEN)?.[1]
    if (name === undefined || depth > DEPTH) return null
    let text = ''
    let words = false
    const children: Element[] = []
    for (;;) {
      const closed = match(CLOSE)
      if (closed) {
        // Words between elements are no envelope.
        if (closed[1] !== name || (children.length > 0 && (words || text.trim() !== ''))) return null
        return { name, text: children.length > 0 ? null : text, children }
      }
      const cdata = match(CDATA)
      if (cdata) {
        text += cdata[1] ?? ''
        words = true
        continue
      }
      const plain = match(PLAIN)
      if (plain) {
        const decoded = decode(plain[0])
        if (decoded === null) return null
        text += decoded
        continue
      }
      const child = readElement(depth + 1)
      if (!child) return null
      children.push(child)
    }
  }

  const end = source.trimEnd().length
  at = source.length - source.trimStart().length
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
    if (name === undefined) known = false
    return ENTITIES[name ?? ''] ?? ''
  })
  return known ? decoded : null
}
