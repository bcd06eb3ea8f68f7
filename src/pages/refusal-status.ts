import { ZodError, z } from 'zod'

const Told = z.object({ statusCode: z.number() })
/** What the reader of forms with files throws at one that is broken off, or is none, names no status. */
const BROKEN_FORM = /multipart|unexpected end of form|needle cannot/iu

/** What a request is answered that could not be served: below 500 it was the request. */
export function refusalStatus(fault: unknown): number {
  if (fault instanceof ZodError) return 400
  const told = Told.safeParse(fault)
  if (told.success) return told.data.statusCode
  return fault instanceof Error && BROKEN_FORM.test(fault.message) ? 400 : 503
}
