import { createHmac, timingSafeEqual } from 'node:crypto'

/** Signs what a browser brings back, so that any instance with the same secret takes it and nobody makes one. */
export interface Signer {
  sign(what: string): string
  isRight(what: string, signature: string): boolean
}

export function signerWith(secret: string): Signer {
  const sign = (what: string): string => createHmac('sha256', secret).update(what).digest('base64url').slice(0, 22)
  return {
    sign,
    isRight(what, signature) {
      const [given, right] = [Buffer.from(signature), Buffer.from(sign(what))]
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}
