// npm run connect: asks what groups the township has, shows the ways that are open to it, fills them in and tries them.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type Asker, Left } from '../src/connecting/asker.ts'
import { connectTownship } from '../src/connecting/connect-township.ts'
import { projectRoot } from '../src/settings/config.ts'
import { textOfEnv } from '../src/settings/read-env-file.ts'
import { connectWords as words } from '../src/wording/connect.ts'

const { values } = parseArgs({ strict: false, options: { file: { type: 'string' } } })
const path = resolve(projectRoot, typeof values.file === 'string' ? values.file : '.env')
const text = existsSync(path) ? textOfEnv(readFileSync(path)) : ''

const keyboard = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY })
const lines = keyboard[Symbol.asyncIterator]()

const asker: Asker = {
  say: (line) => console.log(line),
  async ask(question) {
    process.stdout.write(`${question}\n> `)
    const { value, done } = await lines.next()
    if (done) throw new Left()
    return String(value).trim()
  },
}

/** Secrets lie in it: for this account's eyes. */
function write(after: string): void {
  writeFileSync(path, after, { mode: 0o600 })
  chmodSync(path, 0o600)
}

try {
  process.exitCode = (await connectTownship(asker, { path, text, write })) ? 0 : 1
} catch (fault) {
  if (!(fault instanceof Left)) throw fault
  console.log(`\n${words.dropped}`)
  process.exitCode = 1
} finally {
  keyboard.close()
}
