import { z } from 'zod'

/** What the company's archive is reached with. It goes by message, never by command line, which every account of the machine may read. */
const account = z.object({
  /** Where Tencent's library lies. */
  sdk: z.string(),
  corpId: z.string(),
  secret: z.string(),
  /** The folder of private keys. */
  keys: z.string(),
  /** Empty for none: `http://10.0.0.1:8081`, `name:password`. */
  proxy: z.string(),
  proxyPassword: z.string(),
})

const line = z.object({ seq: z.int(), msgid: z.string(), talk: z.string().nullable(), why: z.string().nullable() })

export const asked = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('open'), account }),
  z.object({ ask: z.literal('fetch'), after: z.int(), limit: z.int() }),
  /** What was fetched last. `shut`: the lines are only counted, not opened. */
  z.object({ ask: z.literal('lines'), shut: z.boolean() }),
  z.object({ ask: z.literal('piece'), id: z.string(), index: z.string() }),
])

const told = z.discriminatedUnion('told', [
  z.object({ told: z.literal('open') }),
  z.object({ told: z.literal('fetched') }),
  z.object({ told: z.literal('lines'), lines: z.array(line) }),
  /** `next`: the index of the next piece; null after the last. */
  z.object({ told: z.literal('piece'), bytes: z.instanceof(Uint8Array), next: z.string().nullable() }),
  z.object({ told: z.literal('refused'), code: z.int() }),
  z.object({ told: z.literal('failed'), why: z.string() }),
])

/** How much memory the side process holds, said unasked. */
const holds = z.object({ holds: z.number() })

export const said = z.union([told, holds])

export type Account = z.infer<typeof account>
export type Asked = z.infer<typeof asked>
export type Told = z.infer<typeof told>
export type Holds = z.infer<typeof holds>
