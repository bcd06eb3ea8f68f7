import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KINDS, SENSITIVITIES } from '../../src/domain/judgement.ts'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
beforeAll(async () => {
  cast = await startCast()
})
afterAll(() => cast.close())

const linkIn = (words: string | undefined): string => /http\S+\/screen\/\S+/u.exec(words ?? '')?.[0] ?? ''
const read = async (link: string): Promise<string> => (await fetch(link)).text()
/** The words of a page without its marks. */
const wordsOf = (page: string): string => page.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')

/** What nobody in the hall may learn, each with a name in it. */
const PRIVATE = KINDS.flatMap((kind) =>
  [...SENSITIVITIES, null].map((sensitivity, i) => ({
    kind,
    sensitivity,
    hidden: kind === 'village' && sensitivity === null,
    text: `赵秀珍家的${kind}${i}`,
  })),
)

async function openPrivate(): Promise<void> {
  const [row] = await cast.town.rows<Record<string, unknown>>('SELECT * FROM "Ticket" LIMIT 1')
  if (!row) throw new Error('no ticket to begin with')
  const columns = Object.keys(row)
  for (const [i, { kind, sensitivity, hidden, text }] of PRIVATE.entries()) {
    const set: Record<string, string> = {
      ...{ id: `'private${i}'`, number: String(900 + i), label: `'坪9${i}'`, kind: `'${kind}'`, title: `'${text}'`, text: `'${text}'` },
      ...{ sensitivity: sensitivity ? `'${sensitivity}'` : 'NULL', hidden: String(hidden), resolution: `'给赵秀珍办好了'` },
    }
    const values = columns.map((c) => set[c] ?? `"${c}"`).join(', ')
    await cast.town.sql(
      `INSERT INTO "Ticket" (${columns.map((c) => `"${c}"`).join(', ')}) SELECT ${values} FROM "Ticket" WHERE id = '${String(row.id)}'`,
    )
  }
}

describe('the hall screen', () => {
  let link = ''

  it('is opened by a link that a leader is sent one-to-one, and by nobody else’s word', async () => {
    link = linkIn(await cast.tell(cast.mayor, '大屏'))
    expect(link).toMatch(/\/screen\/[\w-]{30,}$/u)
    expect(linkIn(await cast.tell(cast.duty, '大屏'))).toBe(link)
    for (const person of [cast.clerk, cast.secretary, cast.supervisor, ...cast.residents.slice(0, 1)])
      expect(await cast.tell(person, '大屏')).not.toContain('/screen/')
    const { status } = await fetch(link.replace(/[^/]+$/u, 'bc4acc45-9487-44c8-8f7c-ea58653a1453'))
    expect(status).toBe(404)
  })

  it('says what was done by place and duty, and nothing that anybody wrote', async () => {
    const [resident] = cast.residents
    if (!resident) throw new Error('nobody lives there')
    await cast.town.say(cast.group, resident.id, `三社${resident.name}家门口的路灯又不亮了，电话13900001234`)
    await cast.town.settle()
    const [ticket] = await cast.town.tickets()
    await cast.town.tell(ticket?.owner?.id ?? '', `办结 ${ticket?.number} 给${resident.name}换了灯泡`)
    await cast.town.settle()
    const words = wordsOf(await read(link))
    expect(words).toContain('坪头村三社，路灯的事办好了')
    for (const secret of [resident.name, ticket?.owner?.name ?? '', ticket?.number ?? '', '13900001234', '灯泡'])
      expect(words).not.toContain(secret)
  })

  it('counts private matters and tells nothing of them', async () => {
    await openPrivate()
    const page = await read(link)
    const secrets = ['赵秀珍', '坪9', ...PRIVATE.map((p) => p.text), 'private']
    expect(secrets.filter((s) => page.includes(s))).toEqual([])
    expect(wordsOf(page)).toContain(`${PRIVATE.length + 1} 今天办好`)
  })

  it('shows the figures of the database', async () => {
    const [{ live, overdue, opened } = { live: 0, overdue: 0, opened: 0 }] = await cast.town.rows<Record<string, number>>(
      `SELECT (count(*) FILTER (WHERE status IN ('open', 'waiting')))::int AS live,
        (count(*) FILTER (WHERE status = 'open' AND "completeBy" < '2026-11-25T09:00:00+08:00'))::int AS overdue,
        (count(*) FILTER (WHERE "openedAt" >= '2026-11-25T00:00:00+08:00'))::int AS opened FROM "Ticket" WHERE status NOT IN ('merged', 'void')`,
    )
    const words = wordsOf(await read(link))
    for (const figure of [`${opened} 今天新来`, `${live} 在办`, `${overdue} 超期`]) expect(words).toContain(figure)
    const villages = await cast.town.rows<{ name: string }>(`SELECT name FROM "GridNode" WHERE level = 'village' ORDER BY position`)
    const shown = [...(await read(link)).matchAll(/<li class="(?:late|busy|calm)"><b>([^<]+)</gu)].map((m) => m[1])
    expect(shown).toEqual(villages.map((v) => v.name))
  })

  it('opens nothing any more by a link that was renewed', async () => {
    const fresh = linkIn(await cast.tell(cast.mayor, '大屏 换'))
    expect(fresh).not.toBe(link)
    expect((await fetch(link)).status).toBe(404)
    expect((await fetch(fresh)).status).toBe(200)
  })
})
