import { constants, type KeyObject, privateDecrypt } from 'node:crypto'

/** The key of one message, which the platform has encrypted for ours (RSA, PKCS#1 v1.5). Null where ours does not open it. */
export function openRandomKey(encrypted: string, key: KeyObject): Uint8Array | null {
  try {
    // Node refuses this padding in some versions and answers with noise for a wrong key in others; so it is taken off here.
    return withoutPadding(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(encrypted, 'base64')))
  } catch {
    return null
  }
}

/** `00 02`, at least eight bytes that are not 0, 0, content. Every byte is looked at, so that the time taken tells nothing. Pure. */
export function withoutPadding(block: Uint8Array): Uint8Array | null {
  let zeroAt = 0
  let found = 0
  for (let at = 2; at < block.length; at++) {
    const isFirstZero = Number(block[at] === 0) & (1 - found)
    zeroAt |= isFirstZero * at
    found |= isFirstZero
  }
  const isFit = Number(block[0] === 0) & Number(block[1] === 2) & found & Number(zeroAt >= 10)
  return isFit === 1 ? block.subarray(zeroAt + 1) : null
}
