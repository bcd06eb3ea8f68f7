import { existsSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cyclesOf, importsOf, namedOutside, roomOf, sourceFiles, unusedExports, wingFolders } from './support/imports.ts'

const INSIDE = [
  'domain',
  'ports',
  'wording',
  'calendar',
  'weights',
  'classify',
  'workbook',
  'roster',
  'tickets',
  'measures',
  'measures/facts',
  'measures/words',
  'digest',
  'ledger',
  'orders',
  'inbox',
  'jobs',
  'speaking',
  'learning',
  'settings',
]
const OUTSIDE = ['channels', 'http', 'metrics', 'pages', 'office', 'api', 'store', 'database', 'backup', 'llm', 'papers', 'pictures']

/** What a wing is made of, for whoever may look into one. */
const OF_WINGS = ['measures/facts', 'measures/words']

/** Who may import whom; arrows point towards `domain`. A room not named here may not exist. */
const MAY: Record<string, readonly string[]> = {
  domain: [],
  ports: ['domain'],
  wording: ['domain'],
  calendar: ['domain'],
  reading: ['domain'],
  // How features are weighed to a label: learnt, kept one byte a weight, read back.
  weights: ['domain'],
  // What a matter is called is read aloud in the group.
  classify: ['domain', 'ports', 'wording', 'reading', 'weights'],
  workbook: ['domain'],
  roster: ['domain', 'ports', 'wording', 'workbook'],
  tickets: ['domain', 'ports', 'wording', 'reading'],
  // A wing: facts like domain, words like wording, its part of the desk like ports, its store like store; its orders see what orders see.
  'measures/facts': ['domain'],
  'measures/words': ['domain', 'wording', 'measures/facts'],
  'measures/desk': ['domain', 'ports', 'measures/facts'],
  // What it keeps in a table of its own: rows to facts and back, nothing decided.
  'measures/store': ['domain', 'ports', 'store', 'measures/desk', 'measures/facts'],
  measures: ['domain', 'ports', 'wording', 'tickets', ...OF_WINGS],
  'measures/orders': ['domain', 'ports', 'wording', 'reading', 'workbook', 'orders', 'tickets', 'measures', ...OF_WINGS],
  'measures/wing': ['domain', 'ports', 'wording', 'orders', 'tickets', 'measures', 'measures/orders', ...OF_WINGS],
  digest: ['domain', 'ports', 'wording', 'tickets', 'measures', 'measures/wing'],
  ledger: ['domain', 'ports', 'wording', 'tickets', 'measures', 'measures/wing', 'digest'],
  orders: [
    'domain',
    'ports',
    'wording',
    'reading',
    'weights',
    'tickets',
    'measures',
    'measures/orders',
    'measures/wing',
    'digest',
    'ledger',
    'speaking',
    ...OF_WINGS,
  ],
  inbox: ['domain', 'ports', 'wording', 'reading', 'classify', 'orders', 'tickets', 'measures', 'measures/wing'],
  speaking: ['domain', 'ports', 'wording', 'tickets'],
  jobs: ['domain', 'ports', 'wording', 'tickets', 'measures', 'measures/wing', 'digest', 'inbox', 'speaking'],
  // The hand that all pages share.
  pages: ['domain', 'wording'],
  http: ['domain', 'ports', 'wording', 'pages'],
  channels: ['domain', 'ports', 'wording', 'pages'],
  // The pages that cadres and leaders look at, and the hall screen.
  office: ['domain', 'ports', 'wording', 'pages'],
  // What other programs speak to.
  api: ['domain', 'ports', 'wording'],
  pictures: ['domain', 'wording'],
  // What is printed: it asks the desk for what stands on record.
  papers: ['domain', 'ports', 'wording', 'pictures', 'tickets', 'measures', ...OF_WINGS],
  // Decides nothing and says nothing.
  store: ['domain', 'ports', 'database', 'measures/store', 'measures/facts'],
  database: ['domain', 'wording', 'store'],
  // What a monitor reads.
  metrics: ['domain', 'ports'],
  // The whole database as files, and back.
  backup: ['domain', 'ports', 'wording', 'database'],
  llm: ['domain', 'ports'],
  settings: ['domain', 'wording'],
  // What an operator is led through: which ways there are, what each needs, whether it works.
  connecting: ['domain', 'wording', 'settings', 'channels'],
  // What app.ts puts together: it alone may see all of the inside and all of the outside.
  wiring: [...INSIDE, ...OUTSIDE, 'measures/wing', 'connecting'],
  // main.ts and app.ts.
  '.': [...INSIDE, ...OUTSIDE, 'wiring'],
  learning: ['domain', 'ports', 'classify'],
}

/** Libraries stop where they are wrapped. */
const WRAPPED: Record<string, readonly string[]> = {
  fastify: ['http', 'pages', 'office', 'api', 'channels', 'metrics', 'wiring'],
  '@fastify/static': ['channels', 'http', 'office'],
  '@fastify/multipart': ['channels', 'office', 'http'],
  '@fastify/formbody': ['channels', 'http', 'office', 'api'],
  '@fastify/cookie': ['http', 'office', 'channels'],
  '@fastify/compress': ['http', 'wiring', '.'],
  pdfmake: ['papers'],
  sharp: ['pictures'],
  '@fastify/rate-limit': ['channels', 'office', 'api'],
  '@wecom/crypto': ['channels'],
  ws: ['channels'],
  '@prisma/adapter-pg': ['store'],
  pg: ['store', 'database', 'backup'],
  'pg-copy-streams': ['backup'],
  'node-cron': ['.'],
  exceljs: ['roster', 'ledger'],
  fflate: ['workbook'],
  'chinese-days': ['calendar'],
  openai: ['llm'],
  cockatiel: ['llm'],
  '@resvg/resvg-js': ['pictures'],
  '@flatten-js/core': ['measures'],
  docx: ['papers'],
  qrcode: ['channels', 'http', 'office', 'papers', 'pictures'],
  wechaty: ['channels'],
  '@juzi/wechaty': ['channels'],
  'file-box': ['channels'],
  koffi: ['channels'],
  'prom-client': ['metrics'],
}

/** What a wing does beyond what every wing declares. A new one has no row here. */
const ELSEWHERE: Record<string, readonly string[]> = {
  // The past of the sample township is told in the one post a day.
  bulletin: ['wiring/tell-months.ts'],
  // The sheet for the village's board is printed.
  disclosures: ['wiring/printed.ts'],
  // The past of the sample township has figures of its own.
  enforcement: ['wiring/tell-months.ts'],
  // What is for the police is no matter, in whatever way it comes in.
  handovers: ['inbox/hear-slip.ts', 'inbox/judge-report.ts', 'orders/hand-over.ts', 'orders/note.ts'],
  // It has a file of its own.
  petitions: ['orders/case-file.ts', 'papers/case-file/of-label.ts', 'papers/case-file/petition-file.ts'],
  // It is drawn, printed and filed.
  ruler: [
    ...['papers/case-file/matter.ts', 'papers/case-file/measurement-seen.ts', 'papers/case-file/of-label.ts', 'papers/dispute-record.ts'],
    ...['store/sandbox-disputes.ts', 'wiring/make-files.ts', 'wiring/paper-choices.ts', 'wiring/printed.ts'],
  ],
  // What is noted for somebody on such a day was told there.
  'say-day': ['orders/note.ts'],
}

const src = resolve(import.meta.dirname, '..', 'src')
const files = sourceFiles()
const read = (file: string): string => readFileSync(join(src, file), 'utf8')
/** Without its comments. */
const code = (file: string): string => read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')

describe('the rooms', () => {
  it.each(files)('%s imports only what its room may', (file) => {
    const room = roomOf(file)
    for (const wanted of importsOf(file)) {
      if (!wanted.startsWith('.')) {
        const library = wanted.startsWith('@') ? wanted.split('/').slice(0, 2).join('/') : (wanted.split('/')[0] ?? '')
        if (library in WRAPPED) expect(WRAPPED[library], `${file} imports ${wanted}`).toContain(room)
        continue
      }
      const to = roomOf(posix.join(posix.dirname(file), wanted))
      if (to !== room) expect(MAY[room] ?? [], `${file} imports ${wanted}`).toContain(to)
    }
  })

  it('reads the environment in one place, and once before there is anything that reads', () => {
    const readers = files.filter((f) => /process\.env/u.test(read(f)))
    expect(readers).toEqual(['settings/config.ts', 'settings/one-arena.ts'])
  })

  it('has no files that import each other in a circle, types counted', () => {
    expect(cyclesOf(files)).toEqual([])
  })

  it('cites no file that is not in the repository', () => {
    const root = resolve(src, '..')
    const cited = files.flatMap((f) =>
      [
        ...read(f).matchAll(
          /(?:^|[\s(`*])((?:src|test|scripts|prompts|prisma|domain|ports|tickets)\/[\w./-]+\.(?:ts|md|txt|sql)|[\w-]+\.md)\b/gu,
        ),
      ].map((m) => [f, m[1] ?? ''] as const),
    )
    const missing = cited.filter(([f, path]) => ![root, src, join(src, posix.dirname(f))].some((from) => existsSync(join(from, path))))
    expect(missing).toEqual([])
  })

  it('has the words of a wing in its words, and what people say to it in its orders', () => {
    const silent = files.filter((f) => f.startsWith('measures/') && !['measures/words', 'measures/orders'].includes(roomOf(f)))
    expect(silent.filter((f) => /\p{Script=Han}/u.test(code(f)))).toEqual([])
  })

  it('names a wing outside of the measures in their list only, but for what it alone does elsewhere', () => {
    const elsewhere = Object.fromEntries(wingFolders().map((wing) => [wing, namedOutside(wing)] as const))
    expect(elsewhere).toEqual({ ...Object.fromEntries(wingFolders().map((wing) => [wing, []])), ...ELSEWHERE })
  })

  it('says nothing in Chinese but in the words', () => {
    const quiet = [
      'ports',
      'store',
      'database',
      'speaking',
      'jobs',
      'calendar',
      'llm',
      'learning',
      'pictures',
      'wiring',
      'tickets',
      'digest',
    ]
    const speak = files.filter((f) => quiet.includes(f.split('/')[0] ?? '') && /\p{Script=Han}/u.test(code(f)))
    expect(speak).toEqual([])
  })

  it('exports no value that nobody imports', () => {
    expect(unusedExports()).toEqual([])
  })

  it('has no file that grew into two ideas', () => {
    const long = files.map((f) => [f, read(f).split('\n').length] as const).filter(([, lines]) => lines > 220)
    expect(long).toEqual([])
  })
})
