import { z } from 'zod'
import { jsonOf } from './json.ts'

const row = z.object({
  seq: z.int(),
  msgid: z.string().catch(''),
  publickey_ver: z.int().nullable().catch(null),
  encrypt_random_key: z.string().catch(''),
  encrypt_chat_msg: z.string().catch(''),
})

const chatData = z.object({ errcode: z.int().default(0), chatdata: z.array(row).default([]) })

export type Row = z.infer<typeof row>

/** What GetChatData answered; null where it is cut off or something else altogether. Pure. */
export const readChatData = (text: string): z.infer<typeof chatData> | null => chatData.safeParse(jsonOf(text)).data ?? null
