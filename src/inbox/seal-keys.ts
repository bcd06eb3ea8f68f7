import { createHash } from 'node:crypto'
import { withoutRobotKeys } from '../domain/robot-address.ts'

/** A robot's own name: the same for the same key, and no way back to it. */
export const robotId = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16)

/** Keys are closed before a message is kept, so that no database, backup or page ever shows them. */
export const sealKeys = (text: string, close: (plain: string) => string): string =>
  withoutRobotKeys(text, (key) => `robot:${robotId(key)}:${close(key)}`)
