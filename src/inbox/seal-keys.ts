import { createHash } from 'node:crypto'

/** A group robot's address carries its key, and the key is a password. */
const ROBOT = /https?:\/\/[^\s/]+(?:\/[\w-]+)*\/webhook\/send\?key=([\w-]{8,64})\S*/gu

/** Keys are closed before a message is kept, so that no database, backup or page ever shows them. The same key gets the same name. */
export const sealKeys = (text: string, close: (plain: string) => string): string =>
  text.replace(ROBOT, (_, key: string) => `robot:${createHash('sha256').update(key).digest('hex').slice(0, 16)}:${close(key)}`)
