import { z } from 'zod'
import { WEBHOOK_EVENTS } from '../domain/webhook.ts'
import { Request } from './shapes.ts'

/** What is sent when a matter changes: the matter as the key sees it now, and what happened when. */
export const Telling = z
  .object({
    type: z.enum(WEBHOOK_EVENTS.map((e) => `request.${e}` as const)),
    timestamp: z.iso.datetime({ offset: true }),
    data: Request,
  })
  .meta({ id: 'Telling' })
export type Telling = z.infer<typeof Telling>
