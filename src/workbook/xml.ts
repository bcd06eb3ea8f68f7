const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** What stands for itself in a text of XML. */
export const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/giu, (_, name?: string, decimal?: string, hex?: string) =>
        name ? (ENTITIES[name.toLowerCase()] ?? '') : character(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)),
      )
    : text

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** The opening tags of all elements of a name, whatever prefix a writer gives them. */
export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'gu'))].map(([tag]) => tag)

export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag)
  return found ? decoded(found[1] ?? found[2] ?? '') : undefined
}

/** All texts inside an element, without the readings that Japanese workbooks put above them. */
export const textsIn = (xml: string): string =>
  [...xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/gu, '').matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/gu)]
    .map(([, text = '']) => decoded(text))
    .join('')
