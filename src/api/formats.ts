export const FORMATS = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' } as const
export type Format = keyof typeof FORMATS

/** Plain data, as JSON has it. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [name: string]: Plain }

/** What one of several is called in XML. */
const ONE_OF: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
/** What XML cannot hold, however it is written. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const escaped = (text: string): string => text.replace(UNWRITABLE, '').replace(/[&<>\r]/gu, (c) => ESCAPES[c] ?? c)

const isList = (it: Plain): it is readonly Plain[] => Array.isArray(it)

function element(name: string, value: Plain): string {
  if (value === undefined) return ''
  if (value === null) return `<${name}/>`
  if (isList(value)) return `<${name}>${value.map((it) => element(ONE_OF[name] ?? 'item', it)).join('')}</${name}>`
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value)
      .map(([part, it]) => element(part, it))
      .join('')}</${name}>`
  return `<${name}>${escaped(String(value))}</${name}>`
}

/** The same data in either form; in XML it stands in an element of this name. */
export const written = (format: Format, root: string, value: Plain): string =>
  format === 'json' ? JSON.stringify(value) : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}`

/** `services.xml` → services, as XML; null where no form is named. */
export function splitName(name: string): { name: string; format: Format } | null {
  const found = /^(?<name>.+)\.(?<format>xml|json)$/su.exec(name)?.groups
  return found?.name === undefined ? null : { name: found.name, format: found.format === 'xml' ? 'xml' : 'json' }
}
