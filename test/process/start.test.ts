import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { aDataDir, type DataDir, type Program, startProgram } from '../support/program.ts'

let data: DataDir
let running: Program[]

beforeEach(() => {
  data = aDataDir()
  running = []
})

afterEach(async () => {
  for (const program of running) await program.kill('SIGKILL')
  await data.remove()
})

function start(settings: Record<string, string> = {}): Program {
  const program = startProgram({ DATA_DIR: data.dir, ...settings })
  running.push(program)
  return program
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: data.url() })
  await client.connect()
  return client.query(sql).then(
    ({ rows }) => client.end().then(() => rows),
    (error: unknown) => client.end().then(() => Promise.reject(error)),
  )
}

it('starts on an empty directory, stops when told, and starts again', async () => {
  const first = start()
  await first.ready()
  expect(first.said()).toContain('可以先试三件事')
  expect(await first.kill('SIGTERM')).toBe(0)
  const second = start()
  await second.ready()
  expect(second.said()).not.toContain('第一次启动')
  expect(await second.kill('SIGINT')).toBe(0)
})

it('has lost nothing after a kill −9, and finds the database that was left running', async () => {
  const first = start()
  await first.ready()
  await query('CREATE TABLE kept (line text)')
  await query(`INSERT INTO kept VALUES ('还在')`)
  await first.kill('SIGKILL')
  expect(await query('SELECT line FROM kept')).toEqual([{ line: '还在' }])
  const second = start()
  await second.ready()
  expect(await query('SELECT line FROM kept')).toEqual([{ line: '还在' }])
  expect(await second.kill()).toBe(0)
  await expect(query('SELECT 1')).rejects.toThrow()
})

it('refuses a directory that another copy uses, and leaves that copy alone', async () => {
  const first = start()
  await first.ready()
  const second = start()
  expect(await second.ended()).toBe(1)
  expect(second.said()).toBe(
    `DATA_DIR：目录 ${data.dir} 正被另一个说事（进程 ${first.child.pid}）使用，请先停掉它，或给这一个另设 DATA_DIR。\n`,
  )
  expect(await query('SELECT 1 AS one')).toEqual([{ one: 1 }])
})

it('keeps durable what it was told', async () => {
  await start().ready()
  expect(await query('SHOW fsync')).toEqual([{ fsync: 'on' }])
  expect(await query('SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await query(`SELECT 'É' ~ '\\w' AS letter, '灯' ~ '\\w' AS han, current_setting('server_encoding') AS encoding`)).toEqual([
    { letter: true, han: true, encoding: 'UTF8' },
  ])
})
