import type { z } from 'zod'

export interface Setting<T> {
  read: z.ZodType<T>
  default: T
  /** Said to whoever wrote it wrongly. */
  should: string
  example: string
  /** Never shown again, not even in a fault. */
  secret?: true
}

export const setting = <T>(read: z.ZodType<T>, fallback: T, should: string, example: string): Setting<T> => ({
  read,
  default: fallback,
  should,
  example,
})
