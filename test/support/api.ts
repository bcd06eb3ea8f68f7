import { XMLParser } from 'fast-xml-parser'
import type { ApiRight } from '../../src/domain/api-key.ts'
import { apiKeysOf } from '../../src/store/api/keys.ts'
import { openDatabase } from './keys.ts'
import { startTown, type Town } from './town.ts'

export interface ApiTown extends Town {
  /** A key of the town, straight into its hand. */
  key(rights: readonly ApiRight[], villages?: readonly string[]): Promise<string>
  keys: ReturnType<typeof apiKeysOf>
  townId: string
  /** What a program asks, by a path below /api/open311. */
  ask(path: string, query?: Record<string, string>): Promise<{ status: number; type: string; text: string }>
  json<T>(path: string, query?: Record<string, string>): Promise<T>
  hand(form: Record<string, string>, format?: 'json' | 'xml'): Promise<{ status: number; type: string; text: string }>
}

const answerOf = async (answer: Response) => ({
  status: answer.status,
  type: answer.headers.get('content-type') ?? '',
  text: await answer.text(),
})

/** A sample township with its public API, spoken to over a real socket. */
export async function startApiTown(settings: Record<string, string> = {}): Promise<ApiTown> {
  const town = await startTown(settings)
  const { prisma, seal, unlock, close } = openDatabase({ url: town.databaseUrl, connections: 2 })
  await unlock()
  const keys = apiKeysOf(prisma, seal)
  const townId = (await prisma.town.findFirstOrThrow()).id
  const base = `${town.url}/api/open311`
  const ask = async (path: string, query: Record<string, string> = {}) =>
    answerOf(await fetch(`${base}/${path}?${new URLSearchParams(query)}`, { headers: { connection: 'close' } }))
  return {
    ...town,
    ...{ keys, townId, ask },
    key: (rights, villages = []) => keys.make(townId, { name: '县12345', rights, villages, perMinute: 6000 }, new Date()),
    async json<T>(path: string, query?: Record<string, string>) {
      const { status, text } = await ask(path, query)
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
      return JSON.parse(text) as T
    },
    hand: async (form, format = 'json') =>
      answerOf(await fetch(`${base}/v2/requests.${format}`, { method: 'POST', body: new URLSearchParams(form) })),
    async close() {
      await close()
      await town.close()
    },
  }
}

const parser = new XMLParser({ parseTagValue: false, processEntities: true, ignoreDeclaration: true })

/** XML as a second library reads it. */
export const readXml = (text: string): Record<string, unknown> => parser.parse(text) as Record<string, unknown>
