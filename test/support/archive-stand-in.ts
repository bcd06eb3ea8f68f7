import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { appendFileSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Account } from '../../src/channels/archive/library/letters.ts'
import { keyPairs, sealed } from './archive-cipher.ts'

const SOURCE = resolve(import.meta.dirname, 'archive-library', 'stand-in.c')

/** Null where the machine has none; the tests over the stand-in are skipped then, and say so. */
export const compiler: string | null =
  process.platform === 'win32' ? null : (['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null)

/** For the name of what needs the stand-in. */
export const needsCompiler = compiler ? '' : ' (skipped: no C compiler at hand)'

/** Compiled once per machine and source. */
function compiled(): string {
  if (!compiler) throw new Error('no C compiler at hand')
  const hash = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16)
  const file = join(tmpdir(), `shuoshi-archive-${hash}.so`)
  if (existsSync(file)) return file
  const made = `${file}.${randomUUID()}`
  const { status, stderr } = spawnSync(compiler, ['-O2', '-shared', '-fPIC', '-o', made, SOURCE, '-ldl'])
  if (status !== 0) throw new Error(`the stand-in does not compile: ${stderr}`)
  renameSync(made, file)
  return file
}

/** What goes wrong in a call, once, after `after` calls that go well since the last fault (none: the next). */
export interface Fault {
  call: 'Init' | 'GetChatData' | 'DecryptData' | 'GetMediaData'
  after?: number
  /** `code`: the library's own; `errcode`: the platform's; `cut`: half an answer; `eat`: takes so many MB and hangs. */
  kind: 'code' | 'errcode' | 'cut' | 'hang' | 'crash' | 'eat'
  number?: number
}

export interface Said {
  /** The next one where it is left out. */
  seq?: number
  msgid?: string
  /** The platform's JSON of a message, or text that is sent as it is. */
  talk: object | string
  /** Of the key it is sealed for: 1, 2, 3; another is in nobody's folder. Left out: each in turn. */
  version?: number
}

export interface ArchiveStandIn {
  /** What the channel's settings name. */
  account: Account
  say(messages: readonly Said[]): void
  media(id: string, bytes: Uint8Array): void
  fault(...faults: Fault[]): void
  /** Whether every fault of this call has happened. */
  isOver(call: Fault['call']): boolean
  close(): void
}

/** A company's archive: the library as a file, the folder of its keys, and what is said, seals and all, in a folder of its own. */
export function archiveStandIn({ proxy = '', proxyPassword = '' }: { proxy?: string; proxyPassword?: string } = {}): ArchiveStandIn {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  const sdk = join(folder, 'libWeWorkFinanceSdk_C.so')
  const keys = join(folder, 'keys')
  const known = { corpId: 'ww6b0c4d2e8f1a3579', secret: 'oqx3sVbT7wLr0uYk', proxy, proxyPassword }
  copyFileSync(compiled(), sdk)
  mkdirSync(join(folder, 'media'))
  mkdirSync(keys)
  writeFileSync(join(folder, 'account'), Object.values(known).join('\n'))
  for (const [i, { privateKey }] of keyPairs.entries())
    writeFileSync(join(keys, `private_key_${i + 1}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }))

  let seq = 0
  return {
    account: { sdk, keys, ...known },
    say(messages) {
      const lines = messages.map(({ talk, msgid, version, seq: given }) => {
        seq = given ?? seq + 1
        const text = typeof talk === 'string' ? talk : JSON.stringify(talk)
        return `${sealed({ seq, msgid: msgid ?? `m${seq}`, talk: text, version: version ?? (seq % 3) + 1 })}\n`
      })
      appendFileSync(join(folder, 'chat.jsonl'), lines.join(''))
    },
    media: (id, bytes) => writeFileSync(join(folder, 'media', id), bytes),
    fault(...faults) {
      for (const { call, after = 0, kind, number = 0 } of faults)
        appendFileSync(join(folder, `faults-${call}`), `${after} ${kind} ${number}\n`)
    },
    isOver: (call) => readFileSync(join(folder, `faults-${call}`), 'utf8') === '',
    close: () => rmSync(folder, { recursive: true }),
  }
}
