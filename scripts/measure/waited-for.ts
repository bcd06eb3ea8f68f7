import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { startApp } from '../../src/app.ts'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { createClassifier } from '../../src/classify/classify.ts'
import { toGroup, toPerson } from '../../src/domain/notice.ts'
import type { Person, Role } from '../../src/domain/people.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import { handleMessage } from '../../src/inbox/handle.ts'
import { summaryRows } from '../../src/ledger/summary.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { readConfig } from '../../src/settings/config.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { newRowId } from '../../src/store/new-id.ts'
import { createStore } from '../../src/store/store.ts'

const PASSWORD = randomUUID()
const YEAR = { from: new Date('2026-01-01T00:00:00+08:00'), to: new Date('2027-01-01T00:00:00+08:00') }
const ORDERS: readonly (readonly [Role, string])[] = [
  ...(['日报', '周报', '月报', '月报 10月', '待定', '统计', '查 路灯', '查 坪02'] as const).map((text) => ['leader', text] as const),
  ...(['待办', '进度'] as const).map((text) => ['keeper', text] as const),
  ['clerk', '统计'],
]
const PAGES: readonly (readonly [Role, string])[] = [
  ...(['keeper', 'clerk', 'leader', 'supervisor'] as const).map((role) => [role, '/office'] as const),
  ...['', '?state=all', '?state=ended', '?q=水管&state=all', '?q=坪02&state=all', '?q=王芳&state=all', '?late=1', '?again=1&state=all'].map(
    (query) => ['leader', `/office/matters${query}`] as const,
  ),
  ['keeper', '/office/matters'],
  ['keeper', '/office/matters?q=路灯&state=all'],
  ['leader', '/office/calendar'],
  ['leader', '/office/m/{matter}'],
]

/** One thing that somebody waits for. */
export type Waited = () => Promise<void>

/** The product on a grown database, whose clock stands at `now`: everything that a person waits for, by its name, and the clock. */
export async function productOn(url: string, dataDir: string, now: Date) {
  const { prisma, close } = openDatabase({ url, connections: 4, key: { secretKey: null, dataDir } })
  const offsetMs = BigInt(now.getTime() - Date.now())
  await prisma.productClock.upsert({ where: { id: 1 }, create: { offsetMs }, update: { offsetMs } })
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: newRowId })
  const [town = ''] = await store.towns()
  const roster = await store.atDesk(town, now, async (desk) => desk.roster)
  const { judge } = createClassifier({ duties: sampleTownship().duties, places: [] })
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    SANDBOX: 'on',
    OPERATOR_PASSWORD: PASSWORD,
    BACKUP_AT: 'off',
  })
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  const app = await startApp({ config, databaseUrl: url })

  const people = new Map<Role, Person>()
  for (const person of roster.people.values()) for (const { role } of person.roles) if (!people.has(role)) people.set(role, person)
  const whose = (role: Role): Person => {
    const found = people.get(role)
    if (!found) throw new Error(`nobody is ${role}`)
    return found
  }
  const post = (path: string, body: object) =>
    fetch(app.address + path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const cookieIn = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const cookies = new Map<Role | 'operator', string>()
  for (const role of new Set(PAGES.map(([role]) => role))) {
    const { path } = z.object({ path: z.string() }).parse(await (await post('/sandbox/api/office', { person: whose(role).id })).json())
    cookies.set(role, cookieIn(await fetch(app.address + path, { method: 'POST', redirect: 'manual' })))
  }
  const login = { method: 'POST', body: new URLSearchParams({ password: PASSWORD }), redirect: 'manual' } as const
  cookies.set('operator', cookieIn(await fetch(`${app.address}/status/login`, login)))
  const screen = await prisma.screenLink.upsert({
    where: { townId: town },
    create: { townId: town, token: randomUUID(), madeAt: now },
    update: {},
  })
  const matter = await prisma.ticket.findFirstOrThrow({
    where: { townId: town, kind: 'village', status: 'open', sensitivity: null, hidden: false },
  })

  const open =
    (path: string, as: Role | 'operator' | null): Waited =>
    async () => {
      const answer = await fetch(app.address + encodeURI(path), { headers: { cookie: (as && cookies.get(as)) ?? '' }, redirect: 'manual' })
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      await answer.text()
    }
  const say =
    (role: Role, text: string): Waited =>
    async () => {
      const from = { town, channel: 'sandbox', id: randomUUID(), conversation: toPerson(whose(role).id), person: whose(role).id }
      const at = now
      await store.rehearse({ ...from, text, quote: null, photos: [], at }, at, (desk, heard) => handleMessage(desk, heard, judge))
    }
  const talker = [...roster.people.values()].find((p) => p.roles.length === 1 && p.roles[0]?.role === 'resident') ?? whose('resident')
  const group = [...roster.groups.values()].find((g) => g.members.includes(talker.id))
  /** One line in a group, from the door until it is kept and handled. */
  const hear =
    (text: string): Waited =>
    async () => {
      const conversation = toGroup(group?.id ?? '')
      await store.record([
        { town, channel: 'sandbox', id: randomUUID(), conversation, person: talker.id, text, quote: null, photos: [], at: now },
      ])
      await store.handleNext({ town, conversation }, now, 1, (desk, heard) => handleMessage(desk, heard, judge))
    }
  const waited = new Map<string, Waited>([
    ...ORDERS.map(([role, text]) => [`${role}: ${text}`, say(role, text)] as const),
    [
      '台账 figures of a year',
      () =>
        store.atDesk(
          town,
          now,
          async (desk) => void (await summaryRows(desk, { span: YEAR, villages: [...roster.nodes.keys()], reader: null }, [])),
        ),
    ],
    ...PAGES.map(([role, path]) => [`${role} ${path}`, open(path.replace('{matter}', matter.label), role)] as const),
    ['hall screen', open(`/screen/${screen.token}`, null)],
    ['/status', open('/status', 'operator')],
  ])
  const ingest = new Map<string, Waited>([
    ['a line of talk', hear('今天天气真好')],
    ['a line of a matter', hear('三社路口的路灯又不亮了')],
  ])
  return {
    ...{ waited, ingest, prisma },
    moveADay: async () => {
      const answer = await post('/sandbox/api/clock', { advance: 'P1D' })
      if (!answer.ok) throw new Error(await answer.text())
    },
    async end() {
      await app.close()
      await close()
    },
  }
}
