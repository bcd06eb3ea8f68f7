import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pick, randomOf } from '../../scripts/platform-calls.ts'
import { API_RIGHTS, type ApiRight } from '../../src/domain/api-key.ts'
import { DANGERS, KINDS, SENSITIVITIES } from '../../src/domain/judgement.ts'
import { STATUSES, type Ticket } from '../../src/domain/ticket.ts'
import { rowOf } from '../../src/store/ticket-row.ts'
import { aTicket } from '../support/a-ticket.ts'
import { type ApiTown, readXml, startApiTown } from '../support/api.ts'
import { atDesk } from '../support/desk.ts'
import { openDatabase } from '../support/keys.ts'
import { startReceiver } from '../support/receiver.ts'

const VILLAGES = ['V01', 'V02', 'V03', 'V04'] as const
const DUTIES = { village: 'V-LAMP', neighbour: 'N-BOUND', household: 'H-VIOLENCE' } as const
/** What nobody but a key with the right to names may read, whatever of the matter it sees. */
const SAID = '赵秀兰说的原话'
const DONE = '给赵秀兰换了'
const PHONE = '13912345678'
const PAPER = '622701195003071234'
const AT_HOME = ['violence', 'selfharm', 'child', 'elder', 'poison']

type Row = { service_request_id: string; status: string; service_code: string } & Record<string, unknown>
interface Case {
  ticket: Ticket
  /** Handed in with the key in hand. */
  brought: boolean
}

let town: ApiTown
let opened: ReturnType<typeof openDatabase>
let made: Ticket[]
let owner: { id: string; name: string }

const subsets = API_RIGHTS.reduce<ApiRight[][]>((all, it) => all.concat(all.map((some) => some.concat(it))), [[]])
const NARROW: ApiRight[][] = [['read'], ['write'], ['read', 'write'], ['read', 'private', 'names', 'write']]
interface Held {
  rights: readonly ApiRight[]
  villages: readonly string[]
}
/** Every choice of rights over the whole town, some of them over a few villages. */
const KEYS: Held[] = [
  ...subsets.map((rights) => ({ rights, villages: [] })),
  ...NARROW.flatMap((rights) => [['V01'], ['V02', 'V03']].map((villages) => ({ rights, villages }))),
]

/** The rule, said once more and otherwise: the strictest reading of every line of it. */
function expected({ rights, villages }: Held, { ticket: t, brought }: Case): 'none' | 'outline' | 'title' | 'all' {
  const least = brought && rights.includes('write') ? 'outline' : 'none'
  const delicate =
    (t.sensitivity !== null && t.sensitivity !== 'family') ||
    AT_HOME.includes(t.danger ?? '') ||
    (t.danger !== null && t.kind !== 'village')
  const isOpen = t.kind === 'village' && t.sensitivity === null && !t.hidden
  const here = villages.length === 0 || villages.includes(t.village)
  if (delicate || !here || !rights.includes('read') || (!isOpen && !rights.includes('private'))) return least
  return rights.includes('names') ? 'all' : 'title'
}

beforeAll(async () => {
  town = await startApiTown({ CALL_PRIVATE: 'on' })
  opened = openDatabase({ url: town.databaseUrl, connections: 2 })
  const random = randomOf(311)
  const someone = (await town.people('role=keeper'))[0]
  owner = { id: someone?.id ?? '', name: someone?.name ?? '' }
  const now = new Date((await town.rows<{ at: Date }>(`SELECT now() + "offsetMs" * interval '1 ms' AS at FROM "ProductClock"`))[0]?.at ?? 0)
  made = Array.from({ length: 90 }, (_, n) => {
    const kind = pick(random, KINDS)
    const village = pick(random, VILLAGES)
    const openedAt = new Date(now.getTime() - Math.floor(random() * 80) * 86_400_000)
    return aTicket({
      ...{ id: `made-${n}`, label: `造${n}`, number: 1000 + n, village, place: village, kind, duty: DUTIES[kind] },
      ...{
        title: '有件事',
        text: `${SAID}，电话${PHONE}，身份证${PAPER}`,
        owner: owner.id,
        resolution: DONE,
        status: pick(random, STATUSES),
      },
      sensitivity: random() < 0.5 ? null : pick(random, SENSITIVITIES),
      danger: random() < 0.7 ? null : pick(random, DANGERS),
      ...{ hidden: random() < 0.2, openedAt, countedFrom: openedAt, endedAt: openedAt },
    })
  })
  await opened.prisma.ticket.createMany({ data: made.map((t) => rowOf(town.townId, t)) })
})
afterAll(async () => {
  await opened.close()
  await town.close()
})

/** A key, and every third matter as if it had been handed in with it. */
async function keyWith(rights: readonly ApiRight[], villages: readonly string[]): Promise<{ secret: string; cases: Case[] }> {
  const secret = await town.key(rights, villages)
  const id = (await town.keys.list(town.townId)).find((k) => secret.startsWith(k.mark))?.id ?? ''
  const cases = made.map((ticket, n) => ({ ticket, brought: n % 3 === 0 }))
  const own = cases.filter((c) => c.brought)
  const tokens = own.map(({ ticket }) => `${id}-${ticket.id}`)
  const of = { townId: town.townId }
  await opened.prisma.message.createMany({
    data: tokens.map((token) => ({
      ...of,
      channel: 'open311',
      id: token,
      conversation: `p:open311-${token}`,
      text: SAID,
      at: new Date(),
      handledAt: new Date(),
    })),
  })
  const messages = await opened.prisma.message.findMany({ where: { ...of, id: { in: tokens } } })
  await opened.prisma.ticketMessage.createMany({
    data: messages.map(({ seq, id: token }) => ({ ...of, ticketId: token.slice(id.length + 1), seq })),
  })
  await opened.prisma.apiSubmission.createMany({
    data: tokens.map((token) => ({ ...of, token, keyId: id, reference: `R-${token}`, service: 'V-ROAD', at: new Date() })),
  })
  return { secret, cases }
}

describe.each(KEYS)('a key that may $rights in $villages', ({ rights, villages }) => {
  it('is shown what it may, by every address and filter, and nothing else', async () => {
    const { secret, cases } = await keyWith(rights, villages)
    const seen = cases.map((c) => ({ ...c, sight: expected({ rights, villages }, c) })).filter((c) => c.sight !== 'none')
    const query = { api_key: secret, extensions: 'true' }
    const whole = await town.ask('v2/requests.json', query)
    if (!rights.includes('read') && !rights.includes('write')) {
      expect(whole.status).toBe(403)
      expect((await town.ask('v2/requests/made-0.json', query)).status).toBe(403)
      return
    }
    const rows = JSON.parse(whole.text) as Row[]
    const ids = (of: readonly { ticket: Ticket }[]) => of.map((c) => c.ticket.id).toSorted()
    const answered = async (filter: Record<string, string>) =>
      (await town.json<Row[]>('v2/requests.json', { ...query, ...filter })).map((r) => r.service_request_id).toSorted()
    expect(rows.map((r) => r.service_request_id).toSorted()).toEqual(ids(seen))
    for (const [code, of] of [
      ['V-ROAD', seen.filter((c) => c.sight === 'outline')],
      ['N-BOUND', seen.filter((c) => c.sight !== 'outline' && c.ticket.kind === 'neighbour')],
      ['H-VIOLENCE', seen.filter((c) => c.sight !== 'outline' && c.ticket.kind === 'household')],
    ] as const)
      expect(await answered({ service_code: code }), code).toEqual(ids(of))
    const closed = (t: Ticket) => !['open', 'waiting', 'resolved'].includes(t.status)
    expect(await answered({ status: 'closed' })).toEqual(ids(seen.filter((c) => closed(c.ticket))))
    expect(await answered({ service_request_id: made.map((t) => t.id).join(',') })).toEqual(ids(seen))
    const xml = await town.ask('v2/requests.xml', query)
    const listed = (readXml(xml.text).service_requests as { request?: unknown }).request ?? []
    expect(Array.isArray(listed) ? listed : [listed]).toHaveLength(seen.length)
    for (const { ticket, sight } of seen) {
      const row = rows.find((r) => r.service_request_id === ticket.id)
      const text = JSON.stringify(row)
      if (sight !== 'all') expect([SAID, DONE, PHONE, owner.name].filter((word) => text.includes(word))).toEqual([])
      if (sight === 'all') expect(text).toContain(SAID)
      if (sight === 'outline')
        expect(row).toMatchObject({
          description: null,
          service_code: 'V-ROAD',
          address: null,
          address_id: null,
          extended_attributes: { kind: null },
        })
      if (sight === 'title') expect(row?.description).toBe('有件事')
    }
    expect(whole.text + xml.text).not.toContain(PAPER)
    if (!rights.includes('names')) expect(xml.text).not.toContain(SAID)
    for (const c of cases.slice(0, 4)) {
      const { status } = await town.ask(`v2/requests/${c.ticket.id}.json`, query)
      expect(status, c.ticket.id).toBe(expected({ rights, villages }, c) === 'none' ? 404 : 200)
    }
  })

  it('hands in only with the right to', async () => {
    const form = { api_key: await town.key(rights, villages), service_code: 'V-LAMP', address_id: 'V02', description: '路灯不亮' }
    const answer = await town.hand(form)
    const here = villages.length === 0 || villages.includes('V02')
    expect(answer.status).toBe(!rights.includes('write') ? 403 : here ? 200 : 400)
  })
})

it('what is private by the words in which it comes leaves over no key without the right to it', async () => {
  const writer = await town.key(['write'])
  const words = ['我男人昨晚又打我', '娃发烧两天没人管', '他家占了我家半尺地埂', '低保停了三个月，家里揭不开锅', '支书把救济款给了自家亲戚']
  for (const [n, description] of words.entries())
    await town.hand({
      api_key: writer,
      service_code: 'V-LAMP',
      address_id: VILLAGES[n % 4] ?? '',
      description: `${description}，我是赵秀兰，电话${PHONE}`,
    })
  await town.settle()
  const spoken = await town.ask('v2/requests.json', { api_key: await town.key(['read', 'names']), extensions: 'true' })
  expect(words.filter((w) => spoken.text.includes(w))).toEqual([])
  const own = await town.ask('v2/requests.json', { api_key: writer, extensions: 'true' })
  expect([...words, '赵秀兰', PHONE].filter((w) => own.text.includes(w))).toEqual([])
})

it('a key that was taken away opens nothing', async () => {
  const secret = await town.key(API_RIGHTS)
  const id = (await town.keys.list(town.townId)).find((k) => secret.startsWith(k.mark))?.id ?? ''
  expect((await town.ask('v2/requests.json', { api_key: secret })).status).toBe(200)
  expect(await town.keys.revoke(town.townId, id, new Date())).toBe(true)
  expect((await town.ask('v2/requests.json', { api_key: secret })).status).toBe(403)
  const [kept] = await town.rows<{ hash: string; usedAt: Date | null }>(`SELECT hash, "usedAt" FROM "ApiKey" WHERE id = '${id}'`)
  expect(kept?.hash).not.toContain(secret.slice(3))
  expect(kept?.usedAt).not.toBeNull()
})

it('a key is not used more often than it may', async () => {
  const secret = await town.keys.make(town.townId, { name: '少', rights: ['read'], villages: [], perMinute: 3 }, new Date())
  const answers: number[] = []
  for (let n = 0; n < 5; n++) answers.push((await town.ask('v2/requests.json', { api_key: secret })).status)
  expect(answers).toEqual([200, 200, 200, 429, 429])
})

it('is told of what it may see, and of nothing else', async () => {
  const receiver = await startReceiver()
  const listening = KEYS.filter((k) => k.rights.includes('read'))
  for (const [n, { rights, villages }] of listening.entries()) {
    const secret = await town.key(rights, villages)
    const key = (await town.keys.list(town.townId)).find((k) => secret.startsWith(k.mark))?.id ?? ''
    await town.keys.subscribe(town.townId, { key, url: `${receiver.url}?${n}`, events: ['opened'] }, new Date())
  }
  const opening = made.slice(0, 15).map((t, n) => ({ ...t, id: `told-${n}`, label: `告${n}`, number: 9000 + n, status: 'open' as const }))
  await atDesk(town.databaseUrl, async (desk) => {
    for (const ticket of opening) await desk.writeTicket(null, ticket)
  })
  await expect.poll(async () => (await town.keys.deliveryCounts(town.townId)).waiting ?? 0, { timeout: 60_000, interval: 100 }).toBe(0)
  for (const [n, key] of listening.entries()) {
    const told = receiver.received.filter((r) => r.path.endsWith(`?${n}`))
    const may = opening.filter((ticket) => expected(key, { ticket, brought: false }) !== 'none').map((t) => t.id)
    expect(told.map(({ body }) => (JSON.parse(body) as { data: Row }).data.service_request_id).toSorted(), JSON.stringify(key)).toEqual(
      may.toSorted(),
    )
    const text = told.map((r) => r.body).join()
    if (!key.rights.includes('names')) expect([SAID, DONE, PHONE, owner.name].filter((word) => text.includes(word))).toEqual([])
    expect(text).not.toContain(PAPER)
  }
  await receiver.close()
})

it('shows a thousand, the newest, and no more', async () => {
  const secret = await town.key(['read'])
  const newest = Math.max(...made.map((t) => t.openedAt.getTime()))
  const many = Array.from({ length: 1100 }, (_, n) => {
    const openedAt = new Date(newest - 86_400_000 - n * 1000)
    return aTicket({ id: `many-${n}`, label: `多${n}`, number: 5000 + n, openedAt, countedFrom: openedAt })
  })
  await opened.prisma.ticket.createMany({ data: many.map((t) => rowOf(town.townId, t)) })
  const rows = await town.json<Row[]>('v2/requests.json', { api_key: secret })
  expect(rows).toHaveLength(1000)
  const times = rows.map((r) => String(r.requested_datetime))
  expect(times).toEqual(times.toSorted().toReversed())
  expect(rows.some((r) => r.service_request_id === 'many-0')).toBe(true)
  expect(rows.some((r) => r.service_request_id === 'many-1099')).toBe(false)
})
