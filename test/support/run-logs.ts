import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const WORDS = 'somebody’s words'

/** What no line of any log may hold, whatever the test that wrote it was about. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'a telephone or identity number': /(?<![\d.])(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/u,
  'a robot’s address': /webhook\/send|[?&]key=/u,
  'a token or secret in an address': /access_token|corpsecret|msg_signature|echostr=[^"&\s]{4}/u,
  // Not the example of a setting.
  'a program’s key, or what signs for it': /ss_[\w-]{40}|api_key=|whsec_/u,
  'a password in an address': /postgres(?:ql)?:\/\/(?!用户:密码@)[^\s:@/]+:[^\s@*]/u,
  'a cookie or a header that opens a door': /shuoshi-operator=|"authorization":"(?!\[Redacted\])|Bearer \S/u,
  // Our log speaks English; Chinese is what people say.
  [WORDS]: /\p{Script=Han}{2}|\\u[4-9][0-9a-f]{3}/u,
}

/** A place for the log of one town, below that of the whole run. */
export const logInto = (dir: string) => ({
  write: (line: string) => appendFileSync(join(dir, `${process.pid}.log`), line),
})

export interface Leak {
  what: string
  /** The line's own message, without what must not be repeated here either. */
  where: string
}

export const leaksIn = (text: string): Leak[] =>
  text.split('\n').flatMap((line) =>
    Object.entries(FORBIDDEN).flatMap(([what, pattern]) => {
      // What the program prints for whoever started it is Chinese, and no log.
      const found = what === WORDS && !line.startsWith('{') ? null : pattern.exec(line)
      return found ? [{ what, where: `${/"msg":"([^"]*)"/u.exec(line)?.[1] ?? ''} at ${found.index}` }] : []
    }),
  )

/** How many lines the whole run has logged, and what in them should not be there. */
export function leaksOfRun(dir: string): { lines: number; leaks: Leak[] } {
  const texts = readdirSync(dir).map((file) => readFileSync(join(dir, file), 'utf8'))
  return { lines: texts.reduce((sum, t) => sum + t.split('\n').length - 1, 0), leaks: texts.flatMap(leaksIn) }
}
