import type { Qyapi } from './qyapi.ts'

/** A customer service account whose list is read by cursor; the cursor is a place in the list. */
export interface KfAccount {
  id: string
  say(from: string, more: Record<string, unknown>): string
  enter(from: string, more: Record<string, unknown>): void
  /** How often its list was asked for, by which cursor. */
  asked: (string | undefined)[]
  /** The next pages go so: nothing but "more", or the page before once again. */
  next: ('empty' | 'repeat')[]
}

export function kfAccount(qyapi: Qyapi, id: string, { page = 2, now = Date.now } = {}): KfAccount {
  const list: Record<string, unknown>[] = []
  let count = 0
  const add = (item: Record<string, unknown>): string => {
    const msgid = `${id}-${++count}`
    list.push({ msgid, open_kfid: id, send_time: Math.floor(now() / 1000), ...item })
    return msgid
  }
  const account: KfAccount = {
    id,
    asked: [],
    next: [],
    say: (from, more) => add({ external_userid: from, origin: 3, ...more }),
    enter: (from, more) =>
      void add({ origin: 4, msgtype: 'event', event: { event_type: 'enter_session', open_kfid: id, external_userid: from, ...more } }),
  }
  const before = qyapi.serve.get('kf/sync_msg')
  qyapi.serve.set('kf/sync_msg', (body, query) => {
    if (body.open_kfid !== id) return before?.(body, query) ?? { errcode: 95000 }
    const cursor = body.cursor as string | undefined
    account.asked.push(cursor)
    const from = cursor === undefined ? 0 : Number(cursor.split(':')[0])
    const how = account.next.shift()
    const ok = (msg_list: unknown[], to: number, more: boolean, mark = '') => ({
      errcode: 0,
      msg_list,
      next_cursor: `${to}${mark}`,
      has_more: more ? 1 : 0,
    })
    if (how === 'empty') return ok([], from, true, `:${account.asked.length}`)
    const start = how === 'repeat' ? Math.max(0, from - page) : from
    const to = Math.max(from, Math.min(list.length, start + page))
    return ok(list.slice(start, start + page), to, to < list.length)
  })
  return account
}
