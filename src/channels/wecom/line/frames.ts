import { z } from 'zod'

/** What goes over the AI bot's long connection. */
export const COMMANDS = {
  subscribe: 'aibot_subscribe',
  ping: 'ping',
  message: 'aibot_msg_callback',
  event: 'aibot_event_callback',
  respond: 'aibot_respond_msg',
  welcome: 'aibot_respond_welcome_msg',
  push: 'aibot_send_msg',
} as const

/** A new connection of the same bot has taken this one's place. */
export const KICKED = 'disconnected_event'

const Frame = z.object({
  cmd: z.string().optional(),
  headers: z.object({ req_id: z.string() }),
  body: z.unknown().optional(),
  errcode: z.number().int().optional(),
})
export type Frame = z.infer<typeof Frame>

export function readFrame(data: string): Frame | null {
  try {
    const read = Frame.safeParse(JSON.parse(data))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

export const frameOf = (cmd: string, reqId: string, body?: object): string => JSON.stringify({ cmd, headers: { req_id: reqId }, body })
