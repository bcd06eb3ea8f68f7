import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Bucket } from '../../domain/bucket.ts'

/** So many buckets there are for addresses and devices together with all others that fall into the same one: none is made for each. */
const SLOTS = 4096

const slot = (what: string): string => String(createHash('sha256').update(what).digest().readUInt32BE(0) % SLOTS)

const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.)/u

/** Where it really comes from: a proxy on this machine says so in its last word; from elsewhere nobody is believed. */
export function addressOf({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): string {
  const told = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return told && LOOPBACK.test(ip) ? told : ip
}

interface Sender {
  village: string
  address: string
  device: string
}

/** A village writes a few slips a day, one telephone fewer; behind one address of a telephone company sits the whole township. */
export const writing = ({ village, address, device }: Sender): Bucket[] => [
  { name: `form:write:village:${village}`, burst: 40, perMinute: 2 },
  { name: `form:write:address:${slot(address)}`, burst: 20, perMinute: 1 },
  { name: `form:write:device:${slot(device)}`, burst: 8, perMinute: 0.2 },
]

/** Numbers are easily guessed, so that codes must not be. */
export const asking = ({ village, address }: Pick<Sender, 'village' | 'address'>): Bucket[] => [
  { name: `form:ask:village:${village}`, burst: 30, perMinute: 2 },
  { name: `form:ask:address:${slot(address)}`, burst: 10, perMinute: 0.5 },
]

/** Of one number that there is. */
export const askingFor = (village: string, number: string): Bucket => ({
  name: `form:ask:number:${village}:${number}`,
  burst: 5,
  perMinute: 0.1,
})
