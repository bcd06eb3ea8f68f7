import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { SandboxMessage, SandboxTicket } from '../../src/ports/sandbox.ts'
import { freshDatabase } from '../support/database.ts'
import { SECRET_KEY } from '../support/keys.ts'

const KILLS = 3
const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-kill-'))
const main = resolve(import.meta.dirname, '..', '..', 'src', 'main.ts')

async function start(url: string): Promise<{ process: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, SECRET_KEY, PORT: '0', LOG_LEVEL: 'silent', REPORT_WINDOW_SECONDS: '1' },
  })
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    const address = /http:\/\/[\d.:]+/u.exec(said)?.[0]
    if (address) {
      child.stdout?.resume()
      return { process: child, address }
    }
  }
  throw new Error(`did not start: ${said}`)
}

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe('kill -9 under load', () => {
  it(`loses nothing acknowledged and doubles nothing, ${KILLS} times`, { timeout: 300_000 }, async () => {
    const database = await freshDatabase()
    const acknowledged: string[] = []
    const lamps = ['一社', '二社', '三社', '四社', '五社']
    for (let round = 0; round < KILLS; round++) {
      const { process: child, address } = await start(database.url)
      const people = (await (
        await fetch(`${address}/sandbox/api/people?role=resident&village=${encodeURIComponent('坪头村')}`)
      ).json()) as { id: string }[]
      const send = async (n: number) => {
        const id = `k${round}-${n}`
        const text = n === 0 ? `${lamps[round % lamps.length]}路口的路灯坏了，灯杆${round}号` : `闲话${round}-${n}`
        const body = JSON.stringify({ from: people[n % people.length]?.id, text, id })
        const answer = await fetch(`${address}/sandbox/api/groups/G01/messages`, {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json' },
        }).catch(() => null)
        if (answer?.ok) acknowledged.push(id)
      }
      const sending = Array.from({ length: 12 }, (_, n) => send(n))
      await new Promise((done) => setTimeout(done, 20 + ((round * 37) % 400)))
      child.kill('SIGKILL')
      await once(child, 'exit')
      await Promise.allSettled(sending)
    }
    const { process: child, address } = await start(database.url)
    const get = async <T>(path: string): Promise<T> => (await (await fetch(address + path)).json()) as T
    const all = new Map<string, number>()
    for (let after = ''; ; ) {
      const page = await get<SandboxMessage[]>(`/sandbox/api/groups/G01/messages${after ? `?after=${after}` : ''}`)
      for (const m of page) all.set(m.id, (all.get(m.id) ?? 0) + 1)
      const last = page.at(-1)?.id
      if (!last || page.length < 500) break
      after = last
    }
    expect(acknowledged.filter((id) => !all.has(id))).toEqual([])
    expect([...all.values()].every((n) => n === 1)).toBe(true)
    await fetch(`${address}/sandbox/api/settle`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    const tickets = await get<SandboxTicket[]>('/sandbox/api/tickets')
    const used = tickets.flatMap((t) => t.messages)
    expect(used.length).toBe(new Set(used).size)
    child.kill('SIGTERM')
    await once(child, 'exit')
    await database.close()
  })
})
