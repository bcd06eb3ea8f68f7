import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom; arrows point towards `domain`. A room not named here may not exist. */
const MAY: Record<string, readonly string[]> = {
  domain: [],
  ports: ['domain'],
  wording: ['domain'],
  calendar: ['domain'],
  reading: ['domain'],
  // What a matter is called is read aloud in the group.
  classify: ['domain', 'ports', 'wording'],
  roster: ['domain', 'ports', 'wording'],
  tickets: ['domain', 'ports', 'wording'],
  measures: ['domain', 'ports', 'wording', 'tickets'],
  digest: ['domain', 'ports', 'wording', 'tickets', 'measures'],
  ledger: ['domain', 'ports', 'wording', 'tickets', 'measures', 'digest'],
  orders: ['domain', 'ports', 'wording', 'reading', 'tickets', 'measures', 'digest', 'ledger'],
  inbox: ['domain', 'ports', 'wording', 'reading', 'classify', 'orders', 'tickets', 'measures'],
  speaking: ['domain', 'ports', 'wording', 'tickets', 'jobs'],
  jobs: ['domain', 'ports', 'wording', 'tickets', 'measures', 'digest', 'inbox', 'speaking'],
  http: ['domain', 'ports', 'wording'],
  channels: ['domain', 'ports', 'wording'],
  pictures: ['domain', 'wording'],
  papers: ['domain', 'wording', 'pictures'],
  store: ['domain', 'ports', 'wording', 'database'],
  database: ['domain', 'wording', 'store'],
  llm: ['domain', 'ports'],
  learning: ['domain', 'ports', 'classify'],
}

/** Libraries stop where they are wrapped. */
const WRAPPED: Record<string, readonly string[]> = {
  fastify: ['http', 'channels'],
  '@fastify/static': ['channels', 'http'],
  '@fastify/rate-limit': ['channels'],
  '@wecom/crypto': ['channels'],
  ws: ['channels'],
  '@prisma/adapter-pg': ['store'],
  pg: ['store', 'database'],
  'node-cron': ['.'],
  exceljs: ['roster', 'ledger'],
  'chinese-days': ['calendar'],
  'pinyin-pro': ['reading'],
  openai: ['llm'],
  cockatiel: ['llm'],
  echarts: ['pictures'],
  '@resvg/resvg-js': ['pictures'],
  '@flatten-js/core': ['measures'],
  docx: ['papers'],
  qrcode: ['channels', 'http'],
  wechaty: ['channels'],
  '@juzi/wechaty': ['channels'],
  'file-box': ['channels'],
}

const src = resolve(import.meta.dirname, '..', 'src')

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((f) => f.endsWith('.ts') && !f.includes(join('store', 'generated')))
  .map((f) => f.split(sep).join(posix.sep))

const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/gu)].map((m) => m[1] ?? '')
const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '.')

describe('the rooms', () => {
  it.each(files.filter((f) => !['.', 'settings', 'wiring'].includes(roomOf(f))))('%s imports only what its room may', (file) => {
    const room = roomOf(file)
    for (const wanted of importsOf(file)) {
      if (!wanted.startsWith('.')) {
        const library = wanted.startsWith('@') ? wanted.split('/').slice(0, 2).join('/') : (wanted.split('/')[0] ?? '')
        if (library in WRAPPED) expect(WRAPPED[library], `${file} imports ${wanted}`).toContain(room)
        continue
      }
      const target = relative(src, resolve(src, file, '..', wanted))
        .split(sep)
        .join(posix.sep)
      const to = roomOf(target)
      if (to !== room) expect(MAY[room] ?? [], `${file} imports ${wanted}`).toContain(to)
    }
  })

  it('reads the environment in one place', () => {
    const readers = files.filter((f) => /process\.env/u.test(readFileSync(join(src, f), 'utf8')))
    expect(readers).toEqual(['settings/config.ts'])
  })

  it('has no file that grew into two ideas', () => {
    const long = files.map((f) => [f, readFileSync(join(src, f), 'utf8').split('\n').length] as const).filter(([, lines]) => lines > 220)
    expect(long).toEqual([])
  })
})
