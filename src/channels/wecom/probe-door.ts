import { randomBytes } from 'node:crypto'
import { type CallbackKeys, seal } from './callback/sealed.ts'

const OPEN_MS = 8000

/** `other`: something answers there, but it is not this program with these keys. */
export type DoorProbe = 'open' | 'unreachable' | 'other'

/** Knocks at a callback's address as the platform does when the address is saved. */
export async function probeDoor(address: string, keys: CallbackKeys): Promise<DoorProbe> {
  const word = randomBytes(8).toString('hex')
  const at = { timestamp: String(Math.floor(Date.now() / 1000)), nonce: randomBytes(6).toString('hex'), random: randomBytes(16) }
  const { encrypt, msgsignature } = seal(keys, word, at)
  const query = new URLSearchParams({ msg_signature: msgsignature, timestamp: at.timestamp, nonce: at.nonce, echostr: encrypt })
  try {
    const answer = await fetch(`${address}?${query}`, { redirect: 'manual', signal: AbortSignal.timeout(OPEN_MS) })
    return (await answer.text()) === word ? 'open' : 'other'
  } catch {
    return 'unreachable'
  }
}
