import { closeBytes, openBytes, type Sealer } from '../seal.ts'
import type { KeyRing, Keys } from './key-ring.ts'

/** `sealed:3:…`, and `sealed:…` as it was before there were keys by number: closed with the master key itself. */
const CLOSED = /^sealed:(?:(\d+):)?([\w-]+)$/u

export const closedSecret = ({ current }: Keys, plain: string): string =>
  `sealed:${current.id}:${closeBytes(current.key, Buffer.from(plain)).toString('base64url')}`

/** @throws when it was closed with a key that is not here. */
export function openedSecret(keys: Keys, closed: string): string {
  const [, id, body] = CLOSED.exec(closed) ?? []
  const key = id === undefined ? keys.master : keys.byId.get(Number(id))
  if (body === undefined || !key) throw new Error('closed with a key that is not here')
  return openBytes(key, Buffer.from(body, 'base64url')).toString()
}

/** For secrets that stay closed on every page and in every row, until they are used. */
export const sealerOf = (ring: Pick<KeyRing, 'latest'>): Sealer => ({
  close: (plain) => closedSecret(ring.latest(), plain),
  open: (closed) => openedSecret(ring.latest(), closed),
})
