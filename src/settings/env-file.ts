/** Within quotes nothing is escaped, and in double ones \n is a new line: a Windows path wants one of the others. */
const QUOTES = ["'", '`', '"'] as const

function line(name: string, value: string): string {
  const quote = /[\s#'"`]/u.test(value) ? (QUOTES.find((it) => !value.includes(it)) ?? '') : ''
  return `${name}=${quote}${value}${quote}`
}

/** The text of a .env file with these settings put in: in place where the name stands already, else at the end. All else stays as it is. */
export function putSettings(text: string, settings: Readonly<Record<string, string>>): string {
  const left = new Map(Object.entries(settings))
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const put = lines.map((it) => {
    const name = /^\s*(?:export\s+)?([A-Z_]+)\s*=/u.exec(it)?.[1]
    const value = name === undefined ? undefined : left.get(name)
    if (name === undefined || value === undefined) return it
    left.delete(name)
    return line(name, value)
  })
  while (put.at(-1) === '') put.pop()
  return `${[...put, ...[...left].map(([name, value]) => line(name, value))].join('\n')}\n`
}
