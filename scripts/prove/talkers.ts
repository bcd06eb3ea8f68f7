import { setTimeout as sleep } from 'node:timers/promises'

const ANSWER_MS = 5000
/** So many are waiting for their answer at once, in seconds of talk. */
const WAITING_S = 0.5
const EVERY_MATTER = 10
const SHES = ['一社', '二社', '三社', '四社', '五社']
/** As many matters as can be, so that what is told twice is not taken for more of one that is known. */
const MATTERS = ['路口的路灯坏了，灯杆', '的水渠堵了，漫到路上，挨着门牌', '的自来水管漏水，门牌', '的路塌了一截，车过不去，门牌']

/** People in the sample township's groups who talk all the time, repeat what was not acknowledged, and sometimes what was. */
export interface Talkers {
  /** Ids of what was acknowledged. */
  acknowledged: Set<string>
  /** And those of them that tell a matter. */
  matters: Set<string>
  refused: number
  /** Where they are answered from now on. */
  move(addresses: readonly string[]): void
  stop(): Promise<void>
}

const matterOf = (n: number): string => `${SHES[n % SHES.length]}${MATTERS[Math.floor(n / SHES.length) % MATTERS.length]}${n}号`

interface Speaker {
  id: string
  group: string
}

async function speakersAt(address: string): Promise<Speaker[]> {
  const answer = await fetch(`${address}/sandbox/api/people?role=resident`)
  const people = (await answer.json()) as { id: string; groups: string[] }[]
  return people.flatMap(({ id, groups: [group] }) => (group === undefined ? [] : [{ id, group }]))
}

export async function startTalk(first: string, { perSecond, name }: { perSecond: number; name: string }): Promise<Talkers> {
  const speakers = await speakersAt(first)
  let addresses: readonly string[] = [first]
  let count = 0
  let going = true
  const talkers: Talkers = {
    ...{ acknowledged: new Set(), matters: new Set(), refused: 0 },
    move: (to) => {
      addresses = to
    },
    async stop() {
      going = false
      await lanes
    },
  }
  async function send(n: number, again: number): Promise<boolean> {
    const speaker = speakers[n % speakers.length]
    const id = `${name}-${n}`
    const isMatter = n % EVERY_MATTER === 0
    const text = isMatter ? matterOf(n / EVERY_MATTER) : `今天赶集的人多，${n}`
    try {
      const answer = await fetch(`${addresses[(n + again) % addresses.length]}/sandbox/api/groups/${speaker?.group}/messages`, {
        ...{ method: 'POST', signal: AbortSignal.timeout(ANSWER_MS), headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ from: speaker?.id, text, id }),
      })
      await answer.arrayBuffer()
      if (!answer.ok) return false
    } catch {
      return false
    }
    talkers.acknowledged.add(id)
    if (isMatter) talkers.matters.add(id)
    return true
  }
  let next = performance.now()
  /** One after another; what nobody could answer is not caught up with in a rush. */
  const turn = (): Promise<void> => {
    const now = performance.now()
    next = Math.max(next + 1000 / perSecond, now)
    return sleep(next - now)
  }
  async function lane(): Promise<void> {
    while (going) {
      await turn()
      const n = count++
      for (let again = 0; going; again++) {
        if (await send(n, again)) {
          if (n % 3 === 0) await send(n, again + 1)
          break
        }
        talkers.refused += 1
        await sleep(100)
      }
    }
  }
  const lanes = Promise.all(Array.from({ length: Math.ceil(perSecond * WAITING_S) }, lane))
  return talkers
}
