import { randomBytes, randomUUID } from 'node:crypto'

/**
 * The name of a row, which thirty others repeat: sixteen characters. The moment comes first, so that what is written together lies together in
 * an index; the rest nobody guesses.
 */
export const newRowId = (): string => Date.now().toString(36) + randomBytes(6).toString('base64url')

/** What opens something for whoever has it. */
export const newToken = (): string => randomUUID()
