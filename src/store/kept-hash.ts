/** A hash of a history as the database keeps it: thirty-two bytes, said as sixty-four digits everywhere else. */
export const keptHash = (hash: string): Uint8Array<ArrayBuffer> => Buffer.from(hash, 'hex')
export const toldHash = (kept: Uint8Array): string => Buffer.from(kept).toString('hex')
