import type { KeyObject } from 'node:crypto'
import type { ArchivedLine } from '../library.ts'
import type { Row } from './chat-data.ts'
import { jsonOf } from './json.ts'
import { openRandomKey } from './random-key.ts'
import type { Sdk } from './sdk.ts'

interface Needs {
  keyOf(version: number): KeyObject | null
  sdk: Pick<Sdk, 'decrypt'>
}

/** Opens one message. What cannot be opened says why, and stops none of the others. */
export function openLine(row: Row, needs: Needs): ArchivedLine {
  const opened = talkOf(row, needs)
  return { seq: row.seq, msgid: row.msgid, ...('talk' in opened ? { talk: opened.talk, why: null } : { talk: null, why: opened.why }) }
}

function talkOf(row: Row, { keyOf, sdk }: Needs): { talk: string } | { why: string } {
  const key = row.publickey_ver === null ? null : keyOf(row.publickey_ver)
  if (!key) return { why: `no private key of version ${row.publickey_ver ?? 'unknown'}` }
  const randomKey = openRandomKey(row.encrypt_random_key, key)
  if (!randomKey) return { why: `the private key of version ${row.publickey_ver} does not fit` }
  const talk = sdk.decrypt(randomKey, row.encrypt_chat_msg)
  if (typeof talk === 'number') return { why: `not decrypted: ${talk}` }
  return jsonOf(talk) === undefined ? { why: 'cut off or not JSON' } : { talk }
}
