import { existsSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { ArchivedLine } from '../library.ts'
import { type Row, readChatData } from './chat-data.ts'
import { keysIn } from './key-files.ts'
import { type Account, type Asked, asked, type Told } from './letters.ts'
import { openLine } from './open-line.ts'
import { loadSdk, type Sdk } from './sdk.ts'

// The library in a thread of its own, and always the same: it may keep things by thread, and it does not give the thread back
// while it waits for the network.

interface Opened {
  sdk: Sdk
  keyOf: ReturnType<typeof keysIn>
  /** Fetched, and not opened yet. */
  rows: readonly Row[]
}

let opened: Opened | null = null

parentPort?.on('message', (letter) => parentPort?.postMessage(answer(asked.parse(letter)) satisfies Told))

function answer(question: Asked): Told {
  if (question.ask === 'open') return open(question.account)
  if (!opened) return { told: 'failed', why: 'not open' }
  if (question.ask === 'fetch') return fetch(opened, question.after, question.limit)
  if (question.ask === 'lines') return { told: 'lines', lines: lines(opened, question.shut) }
  const piece = opened.sdk.mediaPiece(question.id, question.index)
  return typeof piece === 'number' ? { told: 'refused', code: piece } : { told: 'piece', ...piece }
}

function open(account: Account): Told {
  if (!existsSync(account.sdk)) return { told: 'failed', why: `no library at ${account.sdk}` }
  try {
    const sdk = loadSdk(account.sdk)
    const code = sdk.init(account)
    if (code !== 0) return { told: 'refused', code }
    opened = { sdk, keyOf: keysIn(account.keys), rows: [] }
    return { told: 'open' }
  } catch (fault) {
    return { told: 'failed', why: `not the library: ${fault instanceof Error ? fault.message : fault}` }
  }
}

function fetch(from: Opened, after: number, limit: number): Told {
  const content = from.sdk.chatData(after, limit)
  if (typeof content === 'number') return { told: 'refused', code: content }
  const data = readChatData(content)
  // Cut off: it may have been too much at once.
  if (!data) return limit > 1 ? fetch(from, after, Math.floor(limit / 2)) : { told: 'failed', why: 'cut off' }
  if (data.errcode !== 0) return { told: 'refused', code: data.errcode }
  from.rows = data.chatdata.filter((row) => row.seq > after).sort((a, b) => a.seq - b.seq)
  return { told: 'fetched' }
}

const lines = (from: Opened, shut: boolean): ArchivedLine[] =>
  from.rows.map((row) =>
    shut ? { seq: row.seq, msgid: row.msgid, talk: null, why: 'the library does not survive it' } : openLine(row, from),
  )
