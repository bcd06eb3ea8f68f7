import { xmlCall } from '../../test/support/wecom-callback.ts'
import { KEYS, WECOM } from '../bench/door.ts'
import { post } from '../bench/load.ts'
import { dice } from '../measure/invented-matters.ts'
import { openHouse, type Running } from './house.ts'
import type { Proof, Proved } from './proof.ts'

/** Four times in the middle. */
const MOST_TIMES = 7
const AT_ONCE = 4000
const SENDERS = 200
const FIRST_ID = 8_000_000_000

/** Each id one to seven times, in any order. */
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

interface Told {
  acknowledged: Set<number>
  /** 503: the platform tells it again. */
  refused: number[]
  /** Answered as nobody who told the truth is answered. */
  strange: number
}

/** Half at each door, over 32 connections each. */
async function tell(doors: readonly Running[], ids: readonly number[], told: Told): Promise<void> {
  const half = Math.ceil(ids.length / doors.length)
  await Promise.all(
    doors.map(async (door, n) => {
      const mine = ids.slice(n * half, (n + 1) * half)
      const { statuses } = await post(door.address, mine.map(callOf))
      for (const [at, id] of mine.entries())
        if (statuses[at] === 200) told.acknowledged.add(id)
        else if (statuses[at] === 503) told.refused.push(id)
        else told.strange += 1
    }),
  )
}

/** Only what was refused is told again: one that was acknowledged and is not there is lost for good. */
export async function deliverAll(ids: number, say: (line: string) => void): Promise<Proved> {
  const house = await openHouse()
  try {
    const doors = await Promise.all([house.start({ ROLE: 'door', ...WECOM }), house.start({ ROLE: 'door', ...WECOM })])
    const told: Told = { acknowledged: new Set(), refused: [], strange: 0 }
    const queue = deliveries(ids)
    let [delivered, refused] = [0, 0]
    for (let turns = 1; queue.length > 0; turns++) {
      const now = queue.splice(0, AT_ONCE)
      await tell(doors, now, told)
      delivered += now.length
      refused += told.refused.length
      queue.push(...told.refused.splice(0))
      if (turns % 10 === 0) say(`${delivered} of ${delivered + queue.length} deliveries, ${refused} refused`)
    }
    const kept = await house.rows<{ id: string }>(`SELECT id FROM "Message" WHERE channel = 'wecom-app' AND "personId" IS NOT NULL`)
    const there = new Set(kept.map(({ id }) => Number(id) - FIRST_ID))
    const lost = [...told.acknowledged].filter((id) => !there.has(id)).length
    const figures = {
      ...{ ids, deliveries: delivered, 'refused and told again': refused, 'answered otherwise': told.strange },
      ...{ acknowledged: told.acknowledged.size, 'messages kept': kept.length, 'acknowledged and lost': lost },
    }
    return { kept: lost + told.strange === 0 && told.acknowledged.size === ids && kept.length === ids && there.size === ids, figures }
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
