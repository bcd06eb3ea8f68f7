import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, startApp } from '../../src/app.ts'
import { readConfig } from '../../src/settings/config.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { SECRET_KEY } from '../support/keys.ts'
import { judged, type ModelDouble, startModelDouble } from '../support/model-double.ts'
import { rowsOf } from '../support/rows.ts'

let database: FreshDatabase
let double: ModelDouble
beforeAll(async () => {
  database = await freshDatabase()
  double = await startModelDouble()
})
afterAll(async () => {
  await double.close()
  await database.close()
})

async function start(): Promise<App> {
  const model = { LLM_BASE_URL: double.url, LLM_API_KEY: 'k', LLM_MODEL: 'm', LLM_WHEN: 'always', REPORT_WINDOW_SECONDS: '0' }
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'error', SECRET_KEY, ...model })
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  return startApp({ config, databaseUrl: database.url })
}
const ask = <T>(sql: string) => rowsOf<T>(database.url, sql)
const outcome = async () => (await ask<{ outcome: string }>('SELECT outcome FROM "ModelCall"'))[0]?.outcome

it('an answer that comes when nobody waits any more is dropped, and that is on record', async () => {
  let answer = () => {}
  double.answers(() => new Promise((done) => (answer = () => done(judged({ kind: 'household', duty: 'H-DIBAO', title: '路灯不亮' })))))
  const first = await start()
  const post = (app: App, path: string, body: object) =>
    fetch(app.address + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const people = (await (await fetch(`${first.address}/sandbox/api/people?role=resident`)).json()) as { id: string; groups: string[] }[]
  const [speaker] = people
  await post(first, `/sandbox/api/groups/${speaker?.groups[0]}/messages`, { from: speaker?.id, text: '三社路口的路灯又不亮了' })
  while (double.heard.length === 0) await new Promise((done) => setTimeout(done, 50))
  expect(await outcome()).toBe('asked')
  // The process ends while the model still thinks.
  await first.close()
  answer()
  expect(await outcome()).toBe('asked')

  const second = await start()
  await post(second, '/sandbox/api/clock', { advance: 'PT2M' })
  expect(await outcome()).toBe('late: no answer within a minute')
  expect(await ask('SELECT kind, duty FROM "Ticket"')).toEqual([{ kind: 'village', duty: 'V-LAMP' }])
  expect(double.heard).toHaveLength(1)
  await second.close()
})
