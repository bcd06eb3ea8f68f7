import { z } from 'zod'
import type { GroupOffice } from '../../ports/operations.ts'
import { createAppchat } from './appchat.ts'
import type { WecomApis } from './connect.ts'
import type { QyApi } from './qyapi.ts'

const PAGE = 100
const MOST = 2000

const Page = z.object({ group_chat_list: z.array(z.object({ chat_id: z.string() })).default([]), next_cursor: z.string().default('') })
const Group = z.object({ group_chat: z.object({ name: z.string().default(''), owner: z.string() }) })

/** 客户群 that the contacts' secret may see, each with its name and its owner, who taps what is sent in bulk. */
async function customerGroups(api: QyApi): Promise<{ chatId: string; name: string; owner: string }[] | null> {
  const found: { chatId: string; name: string; owner: string }[] = []
  for (let cursor = ''; ; ) {
    const answer = await api.post('externalcontact/groupchat/list', { status_filter: 0, limit: PAGE, ...(cursor && { cursor }) })
    const page = answer.errcode === 0 ? Page.safeParse(answer.body) : null
    if (!page?.success) return null
    for (const { chat_id } of page.data.group_chat_list) {
      const one = await api.post('externalcontact/groupchat/get', { chat_id, need_name: 0 })
      const read = one.errcode === 0 ? Group.safeParse(one.body) : null
      // One that cannot be read now is found by the next look.
      if (read?.success) found.push({ chatId: chat_id, name: read.data.group_chat.name, owner: read.data.group_chat.owner })
    }
    cursor = page.data.next_cursor
    if (cursor === '' || found.length >= MOST) return found
  }
}

export const officeOf = (apis: WecomApis): GroupOffice => ({
  customerGroups:
    apis.contact &&
    (
      (api) => () =>
        customerGroups(api)
    )(apis.contact),
  makeGroup:
    apis.app &&
    ((api) => async (name, users) => {
      const made = await createAppchat(api, { name, users })
      return 'chatId' in made ? made.chatId : null
    })(apis.app),
})
