import { z } from 'zod'
import { DAY_MS, earlier, MINUTE_MS } from '../../domain/durations.ts'
import { visible } from '../../domain/visible.ts'
import type { Cursors } from '../../ports/cursors.ts'
import type { ResidentOrder } from '../../ports/resident-orders.ts'
import type { Diary } from './diary.ts'
import { classOf } from './errors.ts'
import type { QyApi } from './qyapi.ts'

const CURSOR = 'resident-orders'
const PAGE = 50
const PAGES = 40
/** Changes are asked for from a little before the last look: clocks differ, and lists are written later than they say. */
const OVERLAP_MS = 10 * MINUTE_MS

const Id = z.union([z.string().min(1).max(200), z.number().transform(String)])
const Order = z.object({
  order_id: Id,
  desc: z.string().default(''),
  case_name: z.string().default(''),
  grid_name: z.string().default(''),
  location: z.object({ name: z.string().default(''), address: z.string().default('') }).optional(),
  create_time: z.number().default(0),
  // No table of these numbers was to be found: they are kept as they come.
  process_list: z.array(z.looseObject({ process_type: Id.optional(), status: Id.optional() })).default([]),
})
const Page = z.object({ order_list: z.array(z.unknown()).default([]), next_cursor: z.string().default('') })
/** From when on reports are ours, and when they were last asked for. */
const Read = z.object({ since: z.iso.datetime(), last: z.iso.datetime() })

interface Needs {
  api: QyApi
  cursors: Cursors
  /** Makes it a ticket, once. */
  mirror(order: ResidentOrder): Promise<void>
  diary: Diary
  machine(): Date
}

export type Polled = 'read' | 'later' | 'not-there'

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

function readOrder(item: unknown): ResidentOrder | null {
  const read = Order.safeParse(item)
  if (!read.success) return null
  const { order_id, desc, case_name, grid_name, location, process_list } = read.data
  const last = process_list.at(-1)
  const text = visible([case_name, desc].filter((t, i, all) => t !== '' && all.indexOf(t) === i).join('，'))
  return {
    id: order_id,
    text: text.toWellFormed(),
    said: visible(desc).toWellFormed(),
    places: [grid_name, location?.address ?? '', location?.name ?? ''].filter((it) => it !== ''),
    status: last ? `${last.process_type ?? ''}/${last.status ?? ''}` : '',
  }
}

/** 居民上报 can only be read, and tells nothing by itself: everything that changed since the last look is asked for. */
export async function pollOrders({ api, cursors, mirror, diary, machine }: Needs): Promise<Polled> {
  const began = machine()
  const known = Read.safeParse(JSON.parse((await cursors.read(CURSOR)) ?? 'null'))
  const since = known.success ? new Date(known.data.since) : earlier(began, DAY_MS)
  const last = known.success ? new Date(known.data.last) : since
  let cursor = ''
  for (let page = 0; page < PAGES; page++) {
    const answer = await api.post('report/resident/get_order_list', {
      begin_create_time: seconds(since),
      begin_modify_time: seconds(earlier(last, OVERLAP_MS)),
      cursor,
      limit: PAGE,
    })
    if (answer.errcode === null) return 'later'
    // Most companies have no 居民上报, and are told so here.
    if (answer.errcode !== 0) return ['busy', 'rate', 'stale-token'].includes(classOf(answer.errcode)) ? 'later' : 'not-there'
    const read = Page.parse(answer.body)
    for (const item of read.order_list) {
      const order = readOrder(item)
      if (order) await mirror(order)
      else diary.warn({ door: 'resident-orders' }, 'a report of no known form')
    }
    if (read.next_cursor === '' || read.next_cursor === cursor) break
    cursor = read.next_cursor
  }
  await cursors.write(CURSOR, JSON.stringify({ since: since.toISOString(), last: began.toISOString() }))
  return 'read'
}
