// npm run connect: walks an operator through WeCom or Wechaty step by step and writes .env.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs, parseEnv } from 'node:util'
import { CHANNEL_SETTINGS } from '../src/settings/channel-settings.ts'
import { projectRoot, readConfig } from '../src/settings/config.ts'
import { putSettings } from '../src/settings/env-file.ts'
import { textOfEnv } from '../src/settings/read-env-file.ts'
import { connectWords as words } from '../src/wording/connect.ts'

type Name = keyof typeof words.whereFrom
type Part = keyof typeof words.parts

const { values } = parseArgs({ strict: false, options: { file: { type: 'string' } } })
const file = resolve(projectRoot, typeof values.file === 'string' ? values.file : '.env')
const before = existsSync(file) ? textOfEnv(readFileSync(file)) : ''
const known: Record<string, string | undefined> = parseEnv(before)
const answers: Partial<Record<Name, string>> = {}

const keyboard = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY })
const lines = keyboard[Symbol.asyncIterator]()

async function ask(question: string): Promise<string> {
  process.stdout.write(`${question}\n> `)
  const { value, done } = await lines.next()
  return done ? '' : String(value).trim()
}

/** Asks until it is well written; an empty line keeps what was there. */
async function fill(name: Name): Promise<void> {
  const { read, should } = CHANNEL_SETTINGS[name]
  for (let tries = 0; tries < 5; tries++) {
    const said = await ask(`${words.whereFrom[name]}${known[name] ? words.kept : ''}`)
    if (said === '') return
    if (read.safeParse(said).success) {
      answers[name] = said
      return
    }
    console.log(words.again(should))
  }
}

const OF_PART: Record<Part, readonly Name[]> = {
  app: ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY'],
  bot: ['WECOM_BOT_ID'],
  kf: ['WECOM_CORP_ID', 'WECOM_KF_SECRET', 'WECOM_KF_TOKEN', 'WECOM_KF_AES_KEY'],
  contact: ['WECOM_CORP_ID', 'WECOM_CONTACT_SECRET'],
  wechaty: ['WECHATY_PUPPET', 'WECHATY_TOKEN', 'WECHATY_ENDPOINT'],
}
const BOT_BY = { line: ['WECOM_BOT_SECRET'], url: ['WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY'] } as const satisfies Record<
  string,
  readonly Name[]
>
const PARTS = Object.keys(words.parts) as Part[]

async function run(): Promise<number> {
  for (const line of words.intro) console.log(line)
  for (const [i, part] of PARTS.entries()) console.log(`  ${i + 1} ${words.parts[part]}`)
  const chosen = (await ask(words.choose)).split(/[\s,，、]+/u).flatMap((n) => PARTS[Number(n) - 1] ?? [])
  if (chosen.length === 0) {
    console.log(words.nothing)
    return 0
  }
  const names = new Set<Name>()
  let byUrl = false
  for (const part of chosen) {
    for (const name of OF_PART[part]) names.add(name)
    if (part !== 'bot') continue
    byUrl = (await ask(words.botBy)) === '2'
    const [wanted, other] = byUrl ? [BOT_BY.url, BOT_BY.line] : [BOT_BY.line, BOT_BY.url]
    for (const name of wanted) names.add(name)
    // A bot has one of the two: what was written for the other is taken out.
    for (const name of other) if (known[name]) answers[name] = ''
  }
  for (const name of names) await fill(name)
  const after = putSettings(before, answers)
  const read = readConfig(parseEnv(after))
  if ('faults' in read) {
    for (const fault of read.faults) console.log(fault)
    console.log(words.dropped)
    return 1
  }
  if ((await ask(words.check)) !== '是') {
    console.log(words.dropped)
    return 0
  }
  writeFileSync(file, after, { mode: 0o600 })
  chmodSync(file, 0o600)
  console.log(words.written(file))
  const steps = words.next(chosen.flatMap((part) => words.inConsole[part === 'bot' && byUrl ? 'botByUrl' : part] ?? []))
  for (const line of steps) console.log(line)
  return 0
}

process.exitCode = await run()
keyboard.close()
