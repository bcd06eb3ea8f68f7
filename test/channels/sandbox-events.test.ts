import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SandboxMessage } from '../../src/ports/sandbox.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let scene: Scene

beforeAll(async () => {
  town = await startTown()
  scene = await sceneIn(town, '高台村')
})
afterAll(() => town.close())

interface Listening {
  heard: { id: string; text: string }[]
  close(): void
}

/** From when this resolves, everything that is said is heard. */
async function listen(lastEventId?: string): Promise<Listening> {
  const stop = new AbortController()
  const headers = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
  const answer = await fetch(`${town.url}/sandbox/api/events`, { headers, signal: stop.signal })
  const heard: Listening['heard'] = []
  const read = async () => {
    let text = ''
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString()
      const events = text.split('\n\n')
      text = events.pop() ?? ''
      for (const event of events) {
        const found = /^id: (\d+)\nevent: message\ndata: (.*)$/u.exec(event)
        if (!found) continue
        const { message } = JSON.parse(found[2] ?? '') as { message: SandboxMessage }
        heard.push({ id: found[1] ?? '', text: message.text })
      }
    }
  }
  read().catch(() => {})
  return { heard, close: () => stop.abort() }
}

const say = (text: string) => town.say(scene.group, nth(scene.residents, 0).id, text)
const texts = (l: Listening) => l.heard.map((h) => h.text)

it('tells a fresh listener the very first message after it is let in', async () => {
  for (let n = 0; n < 5; n++) {
    const listener = await listen()
    await say(`第${n}次问好`)
    await expect.poll(() => texts(listener)).toContain(`第${n}次问好`)
    listener.close()
  }
})

it('tells somebody who comes back what was missed, once', async () => {
  const first = await listen()
  await say('听见的')
  await expect.poll(() => texts(first)).toContain('听见的')
  const last = first.heard.at(-1)?.id
  first.close()
  await say('断线时说的')
  const second = await listen(last)
  await say('回来后说的')
  await expect.poll(() => texts(second)).toContain('回来后说的')
  expect(texts(second)).toEqual(['断线时说的', '回来后说的'])
  second.close()
})

it('tells what was written late by somebody slower', async () => {
  const listener = await listen()
  const slow = new pg.Client({ connectionString: town.databaseUrl })
  await slow.connect()
  await slow.query('BEGIN')
  await slow.query(
    `INSERT INTO "Message" ("townId", channel, id, conversation, "personId", text, at, "handledAt", "ticketIds")
     VALUES ('jifeng', 'sandbox', 'slow', $1, $2, '写得慢的', now(), now(), '{}')`,
    [`g:${scene.group}`, nth(scene.residents, 1).id],
  )
  await say('写得快的')
  await expect.poll(() => texts(listener)).toContain('写得快的')
  await slow.query('COMMIT')
  await expect.poll(() => texts(listener), { timeout: 10_000 }).toContain('写得慢的')
  expect(texts(listener)).toEqual(['写得快的', '写得慢的'])
  await slow.end()
  listener.close()
})
