import { type CallbackKeys, seal } from '../src/channels/wecom/callback/sealed.ts'

/** A request to one of the platform's doors, before it is sent. */
export interface Call {
  path: string
  form: 'xml' | 'json'
  keys: CallbackKeys
  /** What is sealed in it. */
  message: string
  query: [string, string][]
  encrypted: string
  /** Null: made from the cipher text; else sent as it is. */
  body: string | null
  type: string
}

/** The same numbers for the same seed. */
export function randomOf(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
export type Random = () => number

export const below = (random: Random, n: number): number => Math.floor(random() * n)
export const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T
export const bytes = (random: Random, n: number): Buffer => Buffer.from(Array.from({ length: n }, () => below(random, 256)))
export const envelopeOf = ({ form, encrypted }: Call): string =>
  form === 'json'
    ? JSON.stringify({ encrypt: encrypted })
    : `<xml><ToUserName>c</ToUserName><Encrypt>${encrypted}</Encrypt><AgentID>1</AgentID></xml>`

/** A genuine call. */
export function genuine(random: Random, door: { path: string; form: 'xml' | 'json'; keys: CallbackKeys }, n: number): Call {
  const message =
    door.form === 'json'
      ? JSON.stringify({ msgid: `m${n}`, msgtype: 'text', chattype: 'single', from: { userid: 'u' }, text: { content: `第${n}句` } })
      : `<xml><ToUserName>c</ToUserName><FromUserName>u</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>第${n}句</Content><MsgId>${n}</MsgId></xml>`
  const nonce = `n${below(random, 1e9)}`
  const sealed = seal(door.keys, message, { timestamp: '1700000000', nonce, random: bytes(random, 16) })
  return {
    ...door,
    message,
    query: [
      ['msg_signature', sealed.msgsignature],
      ['timestamp', '1700000000'],
      ['nonce', nonce],
    ],
    encrypted: sealed.encrypt,
    body: null,
    type: 'text/xml',
  }
}
