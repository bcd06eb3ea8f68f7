import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { startApp } from '../../src/app.ts'
import { startEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { readConfig } from '../../src/settings/config.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { applyTownship } from '../../src/store/township.ts'

const SENTENCE = '三社路口的路灯不亮了'
/** Where something is decided over what was said; store and ports only carry it. */
const DECIDING = ['inbox', 'orders', 'classify', 'tickets']
const src = resolve(import.meta.dirname, '..', '..', 'src')

export interface Passed {
  /** Files of which anything ran. */
  files: string[]
  /** Those of the deciding rooms that hold the sentence: a function in them waited for others before it went on. */
  stations: string[]
  /** How often the sentence was judged. */
  judged: number
}

/** What a resident's sentence runs through, by what V8 counted from its arrival until its ticket is written. */
export async function passedBySentence(): Promise<Passed> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shuoshi-plan-'))
  const server = await startEmbedded({ dataDir, durable: false })
  try {
    await migrate(server.url)
    const { prisma, close } = openDatabase({ url: server.url, connections: 1, key: { secretKey: null, dataDir } })
    await applyTownship(prisma, sampleTownship(), { sample: true, replaceSample: false })
    await close()
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'error', DATA_DIR: dataDir })
    if ('faults' in config) throw new Error(config.faults.join('\n'))
    const app = await startApp({ config, databaseUrl: server.url })
    try {
      return await counted(app.address)
    } finally {
      await app.close()
    }
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function counted(url: string): Promise<Passed> {
  const call = async <S extends z.ZodType>(shape: S, path: string, body?: object): Promise<z.infer<S>> => {
    const post = body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    return shape.parse(await (await fetch(`${url}/sandbox/api/${path}`, post)).json())
  }
  const [group] = await call(z.array(z.object({ id: z.string(), village: z.string().nullable() })), 'groups')
  const people = await call(z.array(z.object({ id: z.string(), groups: z.array(z.string()) })), 'people?role=resident')
  const from = people.find((p) => group && p.groups.includes(group.id))
  if (!group || !from) throw new Error('no group with a resident')
  await call(z.unknown(), 'settle', {})
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await call(z.unknown(), `groups/${group.id}/messages`, { from: from.id, text: SENTENCE })
  await call(z.unknown(), 'settle', {})
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  const tickets = await call(z.array(z.unknown()), 'tickets')
  if (tickets.length === 0) throw new Error(`no ticket of ${SENTENCE}`)
  const ours = result.flatMap(({ url: at, functions }) => {
    const file = at.startsWith('file:') ? relative(src, fileURLToPath(at)) : '..'
    const ran = functions.filter((f) => f.functionName !== '' && (f.ranges[0]?.count ?? 0) > 0)
    return file.startsWith('..') || ran.length === 0 ? [] : [{ file, ran }]
  })
  const waits = ({ file, ran }: (typeof ours)[number]): boolean => {
    const text = readFileSync(join(src, file), 'utf8')
    return ran.some((f) => /\bawait\b/u.test(text.slice(f.ranges[0]?.startOffset, f.ranges[0]?.endOffset)))
  }
  const judge = ours.find((f) => f.file === 'classify/classify.ts')?.ran.find((f) => f.functionName === 'judge')
  return {
    files: ours.map((f) => f.file),
    stations: ours.filter((f) => DECIDING.includes(f.file.split('/')[0] ?? '') && waits(f)).map((f) => f.file),
    judged: judge?.ranges[0]?.count ?? 0,
  }
}
