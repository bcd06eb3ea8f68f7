import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFaultOf } from '../../src/wiring/start-faults.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { aDataDir, aTakenPort, type DataDir, startProgram } from '../support/program.ts'

let data: DataDir
let database: FreshDatabase

beforeAll(async () => {
  data = aDataDir()
  database = await freshDatabase()
})

afterAll(async () => {
  await database.close()
  await data.remove()
})

async function lastWords(settings: Record<string, string>): Promise<string[]> {
  const program = startProgram({ DATA_DIR: data.dir, ...settings })
  expect(await program.ended()).toBe(1)
  return program.said().trim().split('\n')
}

const changed = (change: (url: URL) => void) => {
  const url = new URL(database.url)
  change(url)
  return url.href
}

const portTaken = (port: number) => `PORT：端口 ${port} 已被别的程序占用，请先关掉那个程序，或在 .env 里换一个端口，例如 PORT=${port + 1}。`

it('says that the port is taken', async () => {
  const taken = await aTakenPort()
  expect(await lastWords({ PORT: String(taken.port), DATABASE_URL: database.url })).toEqual([portTaken(taken.port)])
  taken.free()
})

it('says that the port is taken before it builds a database', async () => {
  const own = aDataDir()
  const taken = await aTakenPort()
  expect(await lastWords({ PORT: String(taken.port), DATA_DIR: own.dir })).toEqual([portTaken(taken.port)])
  expect(readdirSync(own.dir, { recursive: true }).filter((name) => String(name).includes('PG_VERSION'))).toEqual([])
  taken.free()
  await own.remove()
})

it('says that the address is not this machine’s', async () => {
  expect(await lastWords({ HOST: '192.0.2.1', DATABASE_URL: database.url })).toEqual([
    'HOST：本机没有“192.0.2.1”这个地址，请在 .env 里改成本机的地址，例如 HOST=127.0.0.1。',
  ])
})

it('says all wrong settings at once, a line each', async () => {
  expect(await lastWords({ PORT: 'abc', QUIET_TO: '25:00', DATABASE_URL: 'mysql://u:secret@h/d' })).toEqual([
    'PORT：写的是“abc”，应为 0 到 65535 的整数，请改成例如 PORT=3000。',
    'DATABASE_URL：写法不对，应为 PostgreSQL 的连接地址，请改成例如 DATABASE_URL=postgresql://用户:密码@主机:5432/数据库名。',
    'QUIET_TO：写的是“25:00”，应为一个时刻，请改成例如 QUIET_TO=07:00。',
  ])
})

it('says that the database cannot be reached', async () => {
  expect(await lastWords({ DATABASE_URL: 'postgresql://me:pw@127.0.0.1:1/town' })).toEqual([
    'DATABASE_URL：连不上数据库 127.0.0.1:1，请检查地址和端口、确认数据库已启动，或去掉这一项改用自带的数据库。',
  ])
})

it('says that the password is wrong', async () => {
  const url = changed((it) => {
    it.password = 'wrong'
  })
  expect(await lastWords({ DATABASE_URL: url })).toEqual([
    'DATABASE_URL：数据库不认这个用户名或密码，请核对后重写这一项，密码里的特殊字符要用百分号编码。',
  ])
})

it('says that there is no such database', async () => {
  const url = changed((it) => {
    it.pathname = 'nowhere'
  })
  expect(await lastWords({ DATABASE_URL: url })).toEqual([
    'DATABASE_URL：服务器上没有名为“nowhere”的数据库，请先建好它，或把这一项末尾改成已有的数据库名。',
  ])
})

it('says that the directory cannot be written', async () => {
  const file = join(data.dir, 'a-file')
  writeFileSync(file, '')
  const dir = join(file, 'data')
  expect(await lastWords({ DATA_DIR: dir })).toEqual([
    `DATA_DIR：目录 ${dir} 不能写入，请给运行本程序的用户写权限，或在 .env 里换一个目录。`,
  ])
})

it('says that there can be no directory there, and does not hang', async () => {
  if (process.platform !== 'linux') return
  expect(await lastWords({ DATA_DIR: '/proc/shuoshi/data' })).toEqual([
    'DATA_DIR：目录 /proc/shuoshi/data 不能写入，请给运行本程序的用户写权限，或在 .env 里换一个目录。',
  ])
})

it('says that the server has no encrypted connections', async () => {
  const url = changed((it) => it.searchParams.set('sslmode', 'require'))
  expect(await lastWords({ DATABASE_URL: url })).toEqual([
    'DATABASE_URL：数据库服务器没有开加密连接，请去掉末尾的 sslmode，或在服务器上打开 TLS。',
  ])
})

it('says that a database cannot hold Chinese', async () => {
  const { url, close } = await freshDatabase({
    name: 'latin one',
    as: "ENCODING 'LATIN1' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0",
  })
  expect(await lastWords({ DATABASE_URL: url })).toEqual([
    'DATABASE_URL：数据库的编码是 LATIN1，存不了中文，请另建一个 UTF8 编码的数据库。',
  ])
  await close()
})

it('starts on a database whose name has a space', async () => {
  const { url, close } = await freshDatabase({ name: 'my town' })
  const program = startProgram({ DATA_DIR: data.dir, DATABASE_URL: url, SAMPLE: 'off' })
  await program.ready()
  expect(program.said()).toContain('还没有乡镇资料，请先用浏览器打开')
  expect(await program.kill()).toBe(0)
  await close()
})

it('starts where a torn lock file lies that nobody holds', async () => {
  const dir = join(data.dir, 'torn')
  mkdirSync(dir)
  writeFileSync(join(dir, 'shuoshi.lock'), '{')
  const program = startProgram({ DATA_DIR: dir, SAMPLE: 'off' })
  await program.ready()
  expect(await program.kill()).toBe(0)
})

it.each([
  ['ENOSPC', 'disk-full'],
  ['53100', 'disk-full'],
  ['42501', 'database-rights'],
])('knows %s as %s', (code, fault) => {
  const error = Object.assign(new Error('it failed'), { code })
  expect(startFaultOf(error, { port: 3000, host: '127.0.0.1', dataDir: data.dir })?.fault).toBe(fault)
})
