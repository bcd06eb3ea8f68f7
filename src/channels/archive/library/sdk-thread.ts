import { existsSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { readChatData } from './chat-data.ts'
import { keysIn } from './key-files.ts'
import { type Account, type Asked, asked, type Remarked, type Told } from './letters.ts'
import { openLine } from './open-line.ts'
import { loadSdk, type Sdk } from './sdk.ts'

// The library in a thread of its own, and always the same: it may keep things by thread, and it does not give the thread back
// while it waits for the network.

const say = (word: Told | Remarked) => parentPort?.postMessage(word)

let opened: { sdk: Sdk; keyOf: ReturnType<typeof keysIn> } | null = null

parentPort?.on('message', (letter) => say(answer(asked.parse(letter))))

function answer(question: Asked): Told {
  if (question.ask === 'open') return open(question.account)
  if (!opened) return { told: 'failed', why: 'not open' }
  if (question.ask === 'lines') return lines(opened, question)
  const piece = opened.sdk.mediaPiece(question.id, question.index)
  return typeof piece === 'number' ? { told: 'refused', code: piece } : { told: 'piece', ...piece }
}

function open(account: Account): Told {
  if (!existsSync(account.sdk)) return { told: 'failed', why: `no library at ${account.sdk}` }
  try {
    const sdk = loadSdk(account.sdk)
    const code = sdk.init(account)
    if (code !== 0) return { told: 'refused', code }
    opened = { sdk, keyOf: keysIn(account.keys) }
    return { told: 'open' }
  } catch (fault) {
    return { told: 'failed', why: `not the library: ${fault instanceof Error ? fault.message : fault}` }
  }
}

function lines(needs: NonNullable<typeof opened>, { after, limit, shut }: Extract<Asked, { ask: 'lines' }>): Told {
  const content = needs.sdk.chatData(after, limit)
  if (typeof content === 'number') return { told: 'refused', code: content }
  const data = readChatData(content)
  // Cut off: it may have been too much at once.
  if (!data)
    return limit > 1 ? lines(needs, { ask: 'lines', after, limit: Math.floor(limit / 2), shut }) : { told: 'failed', why: 'cut off' }
  if (data.errcode !== 0) return { told: 'refused', code: data.errcode }
  say({ remark: 'opening' })
  const rows = data.chatdata.filter((row) => row.seq > after).sort((a, b) => a.seq - b.seq)
  return {
    told: 'lines',
    lines: rows.map((row) =>
      shut ? { seq: row.seq, msgid: row.msgid, talk: null, why: 'the library does not survive it' } : openLine(row, needs),
    ),
  }
}
