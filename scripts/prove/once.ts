import { xmlCall } from '../../test/support/wecom-callback.ts'
import { KEYS, WECOM } from '../bench/door.ts'
import { post } from '../bench/load.ts'
import { dice } from '../measure/invented-matters.ts'
import { openHouse } from './house.ts'
import type { Proof, Proved } from './proof.ts'

const MOST_TIMES = 4
const AT_ONCE = 4000
const SENDERS = 200
const FIRST_ID = 8_000_000_000

/** Each id one to four times, in any order. */
function deliveries(ids: number): number[] {
  const luck = dice(23)
  const all = Array.from({ length: ids }, (_, id) => Array.from({ length: 1 + luck.below(MOST_TIMES) }, () => id)).flat()
  for (let n = all.length - 1; n > 0; n--) {
    const other = luck.below(n + 1)
    const [a, b] = [all[n] ?? 0, all[other] ?? 0]
    all[n] = b
    all[other] = a
  }
  return all
}

const callOf = (id: number) =>
  xmlCall(WECOM_PATH, KEYS, {
    ...{ FromUserName: `once${id % SENDERS}`, CreateTime: '1764400000', MsgType: 'text', Content: `今天赶集的人多，${id}` },
    ...{ MsgId: String(FIRST_ID + id), AgentID: '1' },
  })
const WECOM_PATH = '/wecom/app'

/** Over 32 connections to each of two doors. */
export async function deliverAll(ids: number, say: (line: string) => void): Promise<Proved> {
  const house = await openHouse()
  try {
    const doors = await Promise.all([house.start({ ROLE: 'door', ...WECOM }), house.start({ ROLE: 'door', ...WECOM })])
    const all = deliveries(ids)
    let refused = 0
    // What is not acknowledged the platform tells again.
    for (let n = 0; n < ids; n++) all.push(n)
    for (let from = 0; from < all.length; from += AT_ONCE) {
      const calls = all.slice(from, from + AT_ONCE).map(callOf)
      const half = Math.ceil(calls.length / 2)
      const answered = await Promise.all(doors.map((door, n) => post(door.address, calls.slice(n * half, (n + 1) * half))))
      refused += answered.reduce((sum, a) => sum + a.refused, 0)
      if ((from / AT_ONCE) % 10 === 9) say(`${from + AT_ONCE} of ${all.length} deliveries`)
    }
    const [kept] = await house.rows<{ rows: number; ids: number }>(
      `SELECT count(*)::int AS rows, count(DISTINCT id)::int AS ids FROM "Message" WHERE channel = 'wecom-app' AND "personId" IS NOT NULL`,
    )
    const figures = {
      ids,
      deliveries: all.length,
      'not acknowledged': refused,
      'messages kept': kept?.rows ?? 0,
      'ids kept': kept?.ids ?? 0,
    }
    return { kept: kept?.rows === ids && kept.ids === ids, figures }
  } finally {
    await house.close()
  }
}

export const once: Proof = {
  name: 'once',
  promises: 'each callback is one message, however often and in whatever order the platform tells it',
  owed: 250_000,
  run: deliverAll,
}
