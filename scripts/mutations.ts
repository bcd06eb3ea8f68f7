import { createCipheriv } from 'node:crypto'
import { getSignature } from '@wecom/crypto'
import { seal } from '../src/channels/wecom/callback/sealed.ts'
import { below, bytes, type Call, envelopeOf, pick, type Random } from './platform-calls.ts'

/** What breaks careless readers. */
export const WORDS = [
  '路灯不亮',
  '<b>&',
  ']]>',
  '\u0000',
  '\u{1f600}',
  'a'.repeat(300),
  '%',
  '"',
  "'",
  '\\',
  '\ud800',
  '&#65;',
  '<!DOCTYPE x>',
  '{}',
  '-1',
  '9'.repeat(40),
]

const value = (call: Call, name: string): string => call.query.find(([n]) => n === name)?.[1] ?? ''

/** Whoever has the token and not the key can do this. */
const signedAnew = (call: Call): Call => ({
  ...call,
  query: call.query.map(([n, v]) => [
    n,
    n === 'msg_signature' ? getSignature(call.keys.token, value(call, 'timestamp'), value(call, 'nonce'), call.encrypted) : v,
  ]),
})

/** A plain text as it lies before the cipher: what a key in wrong hands, or a fault on the other side, could seal. */
function cipherOf({ keys }: Call, plain: Buffer): string {
  const key = Buffer.from(`${keys.aesKey}=`, 'base64')
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
}

function plainOf(random: Random, message: Buffer, id: string, length = message.length): Buffer {
  const head = Buffer.alloc(20)
  bytes(random, 16).copy(head)
  head.writeUInt32BE(length >>> 0, 16)
  return Buffer.concat([head, message, Buffer.from(id)])
}

const padded = (plain: Buffer, by = 32 - (plain.length % 32)): Buffer =>
  Buffer.concat([plain, Buffer.alloc(32 - (plain.length % 32) || 32, by)])

export function scramble(random: Random, text: string): string {
  const at = below(random, text.length + 1)
  const cut = below(random, 3) === 0 ? below(random, text.length) : below(random, 4)
  return text.slice(0, at) + pick(random, ['', '', ...WORDS, String.fromCharCode(below(random, 0x250))]) + text.slice(at + cut)
}

type Mutation = (random: Random, call: Call) => Call

const inQuery: Mutation[] = [
  (random, call) => ({ ...call, query: call.query.filter((_, i) => i !== below(random, 3)) }),
  (random, call) => ({ ...call, query: [...call.query, pick(random, call.query)] }),
  (random, call) => {
    const at = below(random, 3)
    return { ...call, query: call.query.map(([n, v], i) => [n, i === at ? scramble(random, v) : v]) }
  },
  (_, call) => ({ ...call, query: call.query.map(([n, v]) => [n, n === 'msg_signature' ? v.toUpperCase() : v]) }),
  (random, call) => ({ ...call, query: call.query.map(([n], i) => [n, call.query[(i + 1 + below(random, 2)) % 3]?.[1] ?? '']) }),
  (random, call) => ({ ...call, query: [[pick(random, ['msg_signature[]', '__proto__', 'msg_signature']), 'x'], ...call.query] }),
  // What one string loses its neighbour gains: the joined text, and so the signature, stays.
  (_, call) => {
    const [time, nonce] = [value(call, 'timestamp'), value(call, 'nonce')]
    return {
      ...call,
      query: call.query.map(([n, v]) => [n, n === 'timestamp' ? time.slice(0, -1) : n === 'nonce' ? `${time.slice(-1)}${nonce}` : v]),
    }
  },
]

const inBody: Mutation[] = [
  (random, call) => ({ ...call, body: scramble(random, envelopeOf(call)) }),
  (random, call) => ({ ...call, body: scramble(random, scramble(random, envelopeOf(call))) }),
  (_, call) => ({ ...call, body: `<!DOCTYPE xml [<!ENTITY e "x">]>${envelopeOf(call)}` }),
  (_, call) => ({ ...call, body: `<xml>${envelopeOf(call)}</xml>` }),
  (_, call) => ({ ...call, body: envelopeOf(call).replace('<xml>', '<xml a="1">') }),
  (_, call) => ({ ...call, body: envelopeOf({ ...call, form: call.form === 'xml' ? 'json' : 'xml' }) }),
  (random, call) => ({ ...call, body: bytes(random, below(random, 400)).toString('latin1') }),
  (random, call) => ({ ...call, body: '<xml>'.repeat(below(random, 20_000)) }),
  (random, call) => ({ ...call, body: `<xml>${'<a></a>'.repeat(below(random, 5000))}` }),
  (_, call) => ({ ...call, body: '' }),
  (random, call) => ({ ...call, body: `<xml><Encrypt>${'A'.repeat(below(random, 60_000))}</Encrypt></xml>` }),
]

const blocks = (text: string): Buffer[] => {
  const whole = Buffer.from(text, 'base64')
  return Array.from({ length: whole.length / 16 }, (_, i) => whole.subarray(i * 16, i * 16 + 16))
}

const inCipher: Mutation[] = [
  (random, call) => ({ ...call, encrypted: scramble(random, call.encrypted) }),
  (random, call) => ({
    ...call,
    encrypted: Buffer.concat(blocks(call.encrypted).filter((_, i, all) => i !== below(random, all.length))).toString('base64'),
  }),
  (random, call) => ({
    ...call,
    encrypted: Buffer.concat(blocks(call.encrypted).slice(0, -2 * (1 + below(random, 3)))).toString('base64'),
  }),
  (random, call) => ({ ...call, encrypted: Buffer.concat(blocks(call.encrypted).slice(2 * (1 + below(random, 2)))).toString('base64') }),
  (random, call) => ({ ...call, encrypted: Buffer.concat(blocks(call.encrypted).toSorted(() => random() - 0.5)).toString('base64') }),
  (random, call) => {
    // At its ends, where length, padding and receive id lie; in the middle only the signature stands guard.
    const changed = Buffer.from(call.encrypted, 'base64')
    const at = random() < 0.5 ? below(random, 5) : changed.length - 1 - below(random, 33)
    changed[at] = (changed[at] ?? 0) ^ (1 + below(random, 255))
    return { ...call, encrypted: changed.toString('base64') }
  },
  (random, call) => ({ ...call, encrypted: bytes(random, 32 * below(random, 20)).toString('base64') }),
  (random, call) => ({
    ...call,
    encrypted: pick(random, [call.encrypted.replaceAll('+', ' '), `${call.encrypted}=`, call.encrypted.slice(1), `${call.encrypted}\n`]),
  }),
]

const inPlain: Mutation[] = [
  (random, call) => {
    const message = Buffer.from(call.message)
    const length = pick(random, [0xffffffff, message.length + 1, message.length - 1, 0, 1 << 30])
    return { ...call, encrypted: cipherOf(call, padded(plainOf(random, message, call.keys.receiveId, length))) }
  },
  (random, call) => {
    const plain = plainOf(random, Buffer.from(call.message), call.keys.receiveId)
    const right = 32 - (plain.length % 32)
    return {
      ...call,
      encrypted: cipherOf(
        call,
        padded(
          plain,
          pick(
            random,
            [0, 33, 255, right - 1, right + 1].filter((n) => n !== right),
          ),
        ),
      ),
    }
  },
  (random, call) => {
    const id = pick(
      random,
      ['ww0', 'wwother', `${call.keys.receiveId}x`, call.keys.receiveId.slice(1), '\u0000'].filter((it) => it !== call.keys.receiveId),
    )
    return { ...call, encrypted: cipherOf(call, padded(plainOf(random, Buffer.from(call.message), id || 'x'))) }
  },
  (random, call) => ({
    ...call,
    encrypted: cipherOf(
      call,
      padded(plainOf(random, Buffer.concat([Buffer.from(call.message), Buffer.from([0xff, 0xfe])]), call.keys.receiveId)),
    ),
  }),
  (random, call) => {
    const broken = pick(random, [
      '',
      'null',
      '[]',
      '{}',
      '<xml></xml>',
      '<xml><MsgType>text</MsgType></xml>',
      '{"msgtype":5}',
      call.message.slice(1),
      call.message.slice(0, -1),
    ])
    return { ...call, encrypted: cipherOf(call, padded(plainOf(random, Buffer.from(broken), call.keys.receiveId))) }
  },
  (random, call) => ({
    ...call,
    encrypted: seal({ ...call.keys, aesKey: pick(random, ['a', 'Z', '0']).repeat(43) }, call.message, {
      timestamp: '1',
      nonce: '1',
      random: bytes(random, 16),
    }).encrypt,
  }),
]

/** A call that the platform has not made. */
export function mutated(random: Random, call: Call): Call {
  const kind = below(random, 4)
  const list = [inQuery, inBody, inCipher, inPlain][kind] ?? inQuery
  const changed = pick(random, list)(random, call)
  const type = random() < 0.1 ? pick(random, ['application/json', 'text/plain', 'multipart/form-data', 'x/y']) : call.type
  // The harder half: with a signature that is right.
  return { ...(kind >= 2 && random() < 0.9 ? signedAnew(changed) : changed), type }
}
