import { z } from 'zod'
import type { Errand, Errands } from '../../ports/errands.ts'
import type { Hearing } from '../../ports/hearing.ts'
import { groupDismissed } from '../../wording/wecom.ts'
import type { Ran } from './errands.ts'
import { classOf } from './errors.ts'
import type { QyApi } from './qyapi.ts'

const Change = z.object({ chatId: z.string().min(1), dismissed: z.boolean() })
const Group = z.object({ group_chat: z.object({ name: z.string().default(''), owner: z.string().min(1) }) })
const Page = z.object({
  group_chat_list: z.array(z.object({ chat_id: z.string().min(1) })).default([]),
  next_cursor: z.string().default(''),
})
const LIMIT = 1000
const PAGES = 100

interface Needs {
  api: QyApi
  happened: Hearing['happened']
}

/**
 * One customer group as it is now. Events are signals only: they get lost and come out of order, so what they say is asked
 * anew. Who is in it is not mirrored: nobody there can be heard or called, and it is a list of people.
 */
export function lookAtGroup({ api, happened }: Needs): (errand: Pick<Errand, 'body'>) => Promise<Ran> {
  return async ({ body }) => {
    const { chatId, dismissed } = Change.parse(body)
    const group = { externalId: chatId, name: null }
    const gone = () => happened({ channel: 'wecom-mass', group, what: 'dismissed', why: groupDismissed })
    if (dismissed) {
      await gone()
      return { done: null }
    }
    const answer = await api.post('externalcontact/groupchat/get', { chat_id: chatId, need_name: 1 })
    if (answer.errcode === null) return { again: null }
    const kind = classOf(answer.errcode)
    if (kind === 'group-gone') await gone()
    if (kind !== 'ok') return kind === 'rate' || kind === 'busy' ? { again: null } : { done: String(answer.errcode) }
    const { name, owner } = Group.parse(answer.body).group_chat
    await happened({ channel: 'wecom-mass', group: { externalId: chatId, name: name || null }, what: 'seen', owner })
    return { done: null }
  }
}

/** Every customer group there is becomes an errand, once a day, for what no event has told. False: not now. */
export async function listGroups({
  api,
  errands,
  machine,
}: {
  api: QyApi
  errands: Pick<Errands, 'add'>
  machine(): Date
}): Promise<boolean> {
  const day = machine().toISOString().slice(0, 10)
  let cursor = ''
  for (let page = 0; page < PAGES; page++) {
    const answer = await api.post('externalcontact/groupchat/list', { status_filter: 0, limit: LIMIT, ...(cursor && { cursor }) })
    if (answer.errcode !== 0) return false
    const read = Page.parse(answer.body)
    for (const { chat_id } of read.group_chat_list)
      await errands.add({ key: `group:${chat_id}:${day}`, what: 'customer-group', body: { chatId: chat_id, dismissed: false } }, machine())
    cursor = read.next_cursor
    if (cursor === '') break
  }
  return true
}
