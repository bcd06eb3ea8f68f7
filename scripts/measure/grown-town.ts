import { createHash } from 'node:crypto'
import pg from 'pg'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { migrate } from '../../src/database/migrate.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { openDatabase } from '../../src/store/connect.ts'
import { newRowId } from '../../src/store/new-id.ts'
import { sealed } from '../../src/store/sealing/envelope.ts'
import { createKeyRing, type Keys } from '../../src/store/sealing/key-ring.ts'
import type { KeyPlace } from '../../src/store/sealing/master-key.ts'
import { sealedRow } from '../../src/store/sealing/seal-rows.ts'
import { createStore } from '../../src/store/store.ts'
import { rowOf } from '../../src/store/ticket-row.ts'
import { applyTownship } from '../../src/store/township.ts'
import { agedMatters, DONE, TOLD } from './aged-matters.ts'
import { TITLES } from './invented-matters.ts'
import { intoOthers } from './twin-towns.ts'

export interface Grown {
  /** The sample township is the first; the others are told like it. */
  towns: number
  /** In each of them. */
  matters: number
  until: Date
  years: number
}

const AT_ONCE = 5000
/** What triggers keep up, and what it is counted from. */
const SUMS = [
  ['MonthSum', 'MonthCounted'],
  ['DutySum', 'DutyCounted'],
] as const

/** One of these, another for each matter, as SQL: words as they lie in the database, sealed. */
const oneOf = (keys: Keys, list: readonly unknown[], keeping: 'text' | 'json' = 'text'): string =>
  `(ARRAY[${list.map((value) => pg.escapeLiteral(String(sealed(keys, keeping, value)))).join(',')}])[1 + number % ${list.length}]`

function wordsOf(keys: Keys) {
  const reason = '提到路灯、不亮'
  const judged = (title: string) => ({
    ...{ kind: 'village', duty: 'V-LAMP', places: ['三社路口'], danger: null, hint: null, sensitivity: null, title, reason },
    ...{ confidence: 0.9920104257832901, matter: 0.9931077564015827, outcome: 'open', evidence: ['路灯', '不亮'] },
    ...{ hazard: false, asks: false, version: 'local-3' },
  })
  const first = TITLES.map((title) => `${title}，麻烦来人看一下`)
  const told = TITLES.flatMap((title) => TOLD.map((more) => `${title}，${more}。`))
  const said = TITLES.map((title) => `【坪07】已登记：三社路口${title}。李建国负责，12月3日（周四）前办。`)
  const brief = TITLES.map((title) => `坪07 ${title}，李建国 12月3日（周四）前`)
  const toOwner = TITLES.map(
    (title) =>
      `【坪07】三社路口${title}，坪头村，王芳（三社）报。11月26日（周四）前回应，12月3日（周四）前办。回“接”“转 姓名”或“不受理 原因”。`,
  )
  return {
    ...{ first: oneOf(keys, first), told: oneOf(keys, told), said: oneOf(keys, said), note: oneOf(keys, DONE) },
    ...{ brief: oneOf(keys, brief), toOwner: oneOf(keys, toOwner), title: oneOf(keys, TITLES), reason: oneOf(keys, [reason]) },
    judged: oneOf(keys, TITLES.map(judged), 'json'),
  }
}

/** Of four things that the bot said the first and the last went to the group. */
const TO = `(ARRAY['g:g-' || "villageId", 'p:' || coalesce("ownerId", 'nobody'), 'p:' || coalesce("reporterId", 'nobody'), 'g:g-' || "villageId"])[k]`
const KEY = `id || (ARRAY[':receipt:group', ':new-work:' || coalesce("ownerId", 'nobody'), ':rate:' || coalesce("reporterId", 'nobody'), ':closed:group'])[k]`
/** A report's id is as long as any. */
const REPORT = `substr(id, 1, 8) || reverse(substr(id, 9))`
const lately = (until: string): string => `"openedAt" > ${until}::timestamptz - interval '1 year'`
const heardId = (k: string): string => `(7300000000000000000 + ('x' || substr(md5(id || ${k}), 1, 12))::bit(48)::bigint)::text`

/** What was said, by whom and when, and what became of it: one statement a table, in the order of time. */
const belongs = (words: ReturnType<typeof wordsOf>, until: string, late = lately(until)): readonly string[] => [
  // A report is kept for ninety days.
  `INSERT INTO "Report" ("townId", id, conversation, "personId", "openedAt", "closesAt", "closedAt", judgement, outcome)
    SELECT "townId", ${REPORT}, 'g:g-' || "villageId", coalesce("reporterId", 'nobody'), "openedAt", "openedAt", "openedAt",
      to_jsonb(${words.judged}), 'opened' FROM m WHERE "openedAt" > ${until}::timestamptz - interval '90 days'`,
  // Two lines of a report, and what the bot said of it: twice in the group, and to whoever has it in hand and whoever told it, for a year.
  `INSERT INTO "Message" ("townId", channel, id, conversation, "personId", text, at, "handledAt", "reportId", "ticketIds", "quoteId")
    SELECT * FROM (
      SELECT "townId", 'wecom-app', ${heardId('k')}, 'g:g-' || "villageId", "reporterId", (ARRAY[${words.first}, ${words.told}])[k],
        "openedAt" + k * interval '40 seconds' AS at, "openedAt" + k * interval '40 seconds', ${REPORT}, '{}'::text[], NULL
      FROM m, generate_series(1, 2) AS k
      UNION ALL
      SELECT "townId", 'bot', 'n:' || ${KEY}, ${TO}, NULL, (ARRAY[${words.said}, ${words.toOwner}, ${words.said}, ${words.said}])[k],
        "openedAt" + k * interval '1 day', "openedAt" + k * interval '1 day', NULL, ARRAY[id], CASE WHEN k = 1 THEN 'wecom-app:' || ${heardId("'1'")} END
      FROM m, generate_series(1, 4) AS k WHERE k IN (1, 4) OR ${late}) w ORDER BY at`,
  `INSERT INTO "TicketMessage" ("townId", "ticketId", seq)
    SELECT m."townId", m.id, s.seq FROM (SELECT *, ${REPORT} AS report FROM m) m JOIN "Message" s ON s."townId" = m."townId" AND s."reportId" = m.report`,
  `CREATE TEMP TABLE e AS SELECT "townId", id AS "ticketId", row_number() OVER (PARTITION BY "townId", id ORDER BY at, what)::int AS n, at, what, by, note, data FROM m,
    LATERAL (VALUES ("openedAt", 'opened', "reporterId", NULL, jsonb_build_object('duty', duty, 'kind', kind, 'owner', "ownerId", 'title', ${words.title}, 'reason', ${words.reason}, 'private', false, 'version', 'local-3')),
      ("acceptedAt", 'accepted', "ownerId", NULL, jsonb_build_object('stage', 'handling')),
      (CASE WHEN number % 3 = 0 THEN "respondedAt" END, 'progressed', "ownerId", ${words.note}, '{}'),
      ("resolvedAt", 'resolved', "ownerId", ${words.note}, jsonb_build_object('stage', 'archive')),
      (CASE WHEN satisfaction IS NOT NULL THEN "endedAt" END, 'rated', "reporterId", NULL, jsonb_build_object('satisfaction', satisfaction)),
      (CASE WHEN status = 'closed' AND satisfaction IS NULL THEN "endedAt" END, 'closed', NULL, NULL, '{}'),
      (CASE WHEN status IN ('rejected', 'withdrawn', 'merged') THEN "endedAt" END, status, "ownerId", ${words.note}, '{}')) h(at, what, by, note, data) WHERE at IS NOT NULL`,
  `INSERT INTO "TicketEvent" ("townId", "ticketId", n, at, what, "byId", note, data, hash)
    SELECT "townId", "ticketId", n, at, what, by, note, data, sha256(("ticketId" || n)::bytea) FROM e ORDER BY at`,
  `INSERT INTO "HistoryHead" ("townId", log, subject, n, hash)
    SELECT "townId", 'ticket', "ticketId", max(n), sha256(("ticketId" || max(n))::bytea) FROM e GROUP BY 1, 3`,
  // What waited to be told goes a year after the matter; what was said stands in the talk.
  `INSERT INTO "Notice" ("townId", key, conversation, "ticketId", occasion, text, brief, "quoteId", "dueAt", "notBefore", state, "sentAt", mentions)
    SELECT "townId", ${KEY}, ${TO}, id, (ARRAY['opened', 'new-work', 'rate', 'closed'])[k],
      (ARRAY[${words.said}, ${words.toOwner}, ${words.said}, ${words.said}])[k],
      CASE WHEN k = 1 THEN ${words.brief} END, CASE WHEN k = 1 THEN 'wecom-app:' || ${heardId("'1'")} END,
      "openedAt" + k * interval '1 day', "openedAt" + k * interval '1 day', 'sent', "openedAt" + k * interval '1 day', CASE WHEN k = 1 THEN ARRAY[coalesce("reporterId", '')] ELSE '{}' END
    FROM m, generate_series(1, 4) AS k WHERE "openedAt" + k * interval '1 day' < ${until} AND ${late} ORDER BY "openedAt"`,
  `INSERT INTO "Follower" ("townId", "ticketId", household, "personId", at)
    SELECT "townId", id, 'f' || k, coalesce("reporterId", 'nobody'), "openedAt" + k * interval '1 hour' FROM m, generate_series(1, number % 3) AS k ORDER BY "openedAt"`,
  // What was asked is kept for thirty days.
  `INSERT INTO "Question" ("townId", id, "personId", what, "ticketId", data, "askedAt", "expiresAt", "answeredAt")
    SELECT "townId", 'rating:' || id, coalesce("reporterId", 'nobody'), 'rating', id, '{}', "resolvedAt", "resolvedAt" + interval '3 days', "endedAt"
    FROM m WHERE "resolvedAt" > ${until}::timestamptz - interval '30 days'`,
  // What was due and is done is kept for ninety.
  `INSERT INTO "Due" ("townId", key, job, at, "ticketId", "doneAt", outcome)
    SELECT "townId", 'close-silent:' || id || ':' || to_char("resolvedAt", 'YYYY-MM-DD"T"HH24:MI:SS'), 'close-silent', greatest("resolvedAt" + interval '3 days', CASE WHEN status = 'resolved' THEN ${until}::timestamptz + interval '30 days' END), id,
      CASE WHEN status <> 'resolved' THEN "resolvedAt" + interval '3 days' END, CASE WHEN status <> 'resolved' THEN 'answered' END FROM m WHERE status = 'resolved' OR "resolvedAt" > ${until}::timestamptz - interval '90 days'`,
  `INSERT INTO "Due" ("townId", key, job, at, "ticketId") SELECT "townId", 'wait-over:' || id, 'wait-over', "waitingUntil", id FROM m WHERE status = 'waiting'`,
  `INSERT INTO "TicketCounter" ("townId", "gridId", last) SELECT "townId", "villageId", max(number) FROM m GROUP BY 1, 2`,
]

/** As the product names its rows: the moment first. */
const named = (t: Ticket): Ticket => ({
  ...t,
  id: t.openedAt.getTime().toString(36) + createHash('sha256').update(t.id).digest('base64url').slice(0, 8),
})

/** The sample township, and others like it, on an empty database, with the matters of so many years and all that belongs to them. */
export async function growTown(url: string, key: KeyPlace, { towns, matters, until, years }: Grown): Promise<void> {
  await migrate(url)
  const { prisma, close } = openDatabase({ url, connections: 2, key })
  await applyTownship(prisma, sampleTownship(), { sample: true, replaceSample: false })
  const store = createStore(prisma, { calendar: chineseCalendar(), settings: defaultSettings, newId: newRowId })
  const [town = ''] = await store.towns()
  const roster = await store.atDesk(town, until, async (desk) => desk.roster)
  await close()
  const keys = await createKeyRing(url, key).keys()
  const told = agedMatters(roster, matters, until, years).map(named)
  const rows = told.map((t) => sealedRow(keys, 'Ticket', { ...rowOf(town, t), extensionAsked: null }))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Neither are chains joined nor heads kept by the database here: what is written is written whole.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'`)
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await client.query(`INSERT INTO "Ticket" SELECT * FROM jsonb_populate_recordset(NULL::"Ticket", $1)`, [
        JSON.stringify(rows.slice(at, at + AT_ONCE)),
      ])
    await client.query(`CREATE TEMP VIEW m AS SELECT * FROM "Ticket"`)
    for (const statement of belongs(wordsOf(keys), `'${until.toISOString()}'`)) await client.query(statement)
    for (const [kept, counted] of SUMS) await client.query(`INSERT INTO "${kept}" SELECT * FROM "${counted}"`)
    if (towns > 1) await intoOthers(client, towns)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}
