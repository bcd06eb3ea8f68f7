import { z } from 'zod'
import type { RoomMembers } from '../../ports/room-members.ts'
import type { QyApi } from '../wecom/qyapi.ts'

const Internal = z.object({ members: z.array(z.object({ memberid: z.string().min(1) })).min(1) })
const Customers = z.object({ group_chat: z.object({ member_list: z.array(z.object({ userid: z.string().min(1) })).min(1) }) })

interface Needs {
  /** By the archive's own secret: it knows groups of members only. */
  api: QyApi
  /** 客户联系, where it is set up: groups with people on WeChat. */
  contacts: QyApi | null
  members: RoomMembers
}

/** Joining and leaving is no message of the archive: who is in a group is asked for. What cannot be asked stays as it was. */
export async function lookAtMembers({ api, contacts, members }: Needs): Promise<void> {
  for (const room of await members.rooms()) {
    const ids = (await askInternal(api, room)) ?? (contacts && (await askCustomers(contacts, room)))
    if (ids) await members.present(room, ids)
  }
}

async function askInternal(api: QyApi, roomid: string): Promise<string[] | null> {
  const answer = await api.post('msgaudit/groupchat/get', { roomid })
  return answer.errcode === 0 ? (Internal.safeParse(answer.body).data?.members.map((m) => m.memberid) ?? null) : null
}

async function askCustomers(contacts: QyApi, chat_id: string): Promise<string[] | null> {
  const answer = await contacts.post('externalcontact/groupchat/get', { chat_id, need_name: 0 })
  return answer.errcode === 0 ? (Customers.safeParse(answer.body).data?.group_chat.member_list.map((m) => m.userid) ?? null) : null
}
