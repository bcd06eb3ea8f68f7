import pg from 'pg'
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts'
import { migrate } from '../../src/database/migrate.ts'
import { defaultSettings } from '../../src/domain/settings.ts'
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

export interface Grown {
  /** The sample township is the first; the others are told like it. */
  towns: number
  /** In each of them. */
  matters: number
  until: Date
  years: number
}

const AT_ONCE = 5000
const TOWNSHIP = ['GridNode', 'Household', 'Person', 'PersonRole', 'ChatGroup', 'GroupMember', 'DutyLine']

/** What triggers keep up, and what it is counted from. */
const SUMS = [
  ['MonthSum', 'MonthCounted'],
  ['DutySum', 'DutyCounted'],
] as const

const intoOthers = (
  table: string,
): string => `INSERT INTO "${table}" SELECT (jsonb_populate_record(r, jsonb_build_object('townId', t.id))).*
  FROM "${table}" r, "Town" t WHERE r."townId" = (SELECT min(id) FROM "Town") AND t.id <> r."townId"`
const twins = (towns: number): string => `INSERT INTO "Town" (id, name, sample, "ledgerColumns")
  SELECT id || '-' || lpad(k::text, 4, '0'), name, sample, "ledgerColumns" FROM "Town", generate_series(2, ${towns}) k`

/** One of these, another for each matter, as SQL: words as they lie in the database, sealed. */
const oneOf = (keys: Keys, list: readonly unknown[], keeping: 'text' | 'json' = 'text'): string =>
  `(ARRAY[${list.map((value) => pg.escapeLiteral(String(sealed(keys, keeping, value)))).join(',')}])[1 + number % ${list.length}]`

function wordsOf(keys: Keys) {
  const judged = (title: string) => ({ kind: 'village', duty: 'V-LAMP', title, confidence: 0.91, reason: 'duty', certain: true })
  const first = TITLES.map((title) => `${title}，麻烦来人看一下`)
  const told = TITLES.flatMap((title) => TOLD.map((more) => `${title}，${more}。`))
  const said = TITLES.map((title) => `【坪07】已登记：三社路口${title}。李建国负责，12月3日（周四）前办。`)
  return {
    ...{ first: oneOf(keys, first), told: oneOf(keys, told), said: oneOf(keys, said), note: oneOf(keys, DONE) },
    judged: oneOf(keys, TITLES.map(judged), 'json'),
  }
}

/** What was said, by whom and when, and what became of it: one statement a table, in the order of time. */
const belongs = (words: ReturnType<typeof wordsOf>, until: string): readonly string[] => [
  // Two lines of a report, one of a neighbour, and what the bot said to it.
  `INSERT INTO "Report" ("townId", id, conversation, "personId", "openedAt", "closesAt", "closedAt", judgement, outcome)
    SELECT "townId", id || '-r', 'g:g-' || "villageId", coalesce("reporterId", 'nobody'), "openedAt", "openedAt", "openedAt",
      to_jsonb(${words.judged}), 'opened' FROM m`,
  `INSERT INTO "Message" ("townId", channel, id, conversation, "personId", text, at, "handledAt", "reportId", "ticketIds")
    SELECT "townId", CASE WHEN k < 3 THEN 'wecom-app' ELSE 'bot' END, md5(id || k), 'g:g-' || "villageId", CASE WHEN k < 3 THEN "reporterId" END,
      (ARRAY[${words.first}, ${words.told}, ${words.said}, ${words.said}])[k],
      "openedAt" + k * interval '40 seconds', "openedAt" + k * interval '40 seconds', CASE WHEN k < 3 THEN id || '-r' END, ARRAY[id]
    FROM m, generate_series(1, 4) AS k ORDER BY "openedAt"`,
  `INSERT INTO "TicketMessage" ("townId", "ticketId", seq) SELECT "townId", "ticketIds"[1], seq FROM "Message" WHERE "reportId" IS NOT NULL AND cardinality("ticketIds") = 1`,
  `CREATE TEMP TABLE e AS SELECT "townId", id AS "ticketId", row_number() OVER (PARTITION BY "townId", id ORDER BY at, what)::int AS n, at, what, by, note, data FROM m,
    LATERAL (VALUES ("openedAt", 'opened', "reporterId", NULL, jsonb_build_object('completeBy', "completeBy", 'owner', "ownerId", 'stage', 'triage')),
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
  // To the group it is kept for good, to one person for a year.
  `INSERT INTO "Notice" ("townId", key, conversation, "ticketId", occasion, text, "dueAt", "notBefore", state, "sentAt", mentions)
    SELECT "townId", id || ':' || k, CASE WHEN k IN (1, 4) THEN 'g:g-' || "villageId" ELSE 'p:' || coalesce("ownerId", 'nobody') END, id, (ARRAY['receipt', 'assigned', 'rate', 'closed'])[k],
      ${words.said}, "openedAt", "openedAt", 'sent', "openedAt" + k * interval '1 day', '{}'
    FROM m, generate_series(1, 4) AS k WHERE (k IN (1, 4) OR "openedAt" > ${until}::timestamptz - interval '1 year') AND "openedAt" + k * interval '1 day' < ${until} ORDER BY "openedAt"`,
  `INSERT INTO "Follower" ("townId", "ticketId", household, "personId", at)
    SELECT "townId", id, 'f' || k, coalesce("reporterId", 'nobody'), "openedAt" + k * interval '1 hour' FROM m, generate_series(1, number % 3) AS k ORDER BY "openedAt"`,
  // What was asked is kept for thirty days.
  `INSERT INTO "Question" ("townId", id, "personId", what, "ticketId", data, "askedAt", "expiresAt", "answeredAt")
    SELECT "townId", 'rating:' || id, coalesce("reporterId", 'nobody'), 'rating', id, '{}', "resolvedAt", "resolvedAt" + interval '3 days', "endedAt"
    FROM m WHERE "resolvedAt" > ${until}::timestamptz - interval '30 days'`,
  // What was due and is done is kept for ninety.
  `INSERT INTO "Due" ("townId", key, job, at, "ticketId", "doneAt", outcome)
    SELECT "townId", 'close-silent:' || id || ':' || "resolvedAt", 'close-silent', greatest("resolvedAt" + interval '3 days', CASE WHEN status = 'resolved' THEN ${until}::timestamptz + interval '30 days' END), id,
      CASE WHEN status <> 'resolved' THEN "resolvedAt" + interval '3 days' END, CASE WHEN status <> 'resolved' THEN 'answered' END FROM m WHERE status = 'resolved' OR "resolvedAt" > ${until}::timestamptz - interval '90 days'`,
  `INSERT INTO "Due" ("townId", key, job, at, "ticketId") SELECT "townId", 'wait-over:' || id, 'wait-over', "waitingUntil", id FROM m WHERE status = 'waiting'`,
  `INSERT INTO "TicketCounter" ("townId", "gridId", last) SELECT "townId", "villageId", max(number) FROM m GROUP BY 1, 2`,
]

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
  const rows = agedMatters(roster, matters, until, years).map((t) => sealedRow(keys, 'Ticket', { ...rowOf(town, t), extensionAsked: null }))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Neither are chains joined nor heads kept by the database here: what is written is written whole.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'`)
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await client.query(`INSERT INTO "Ticket" SELECT * FROM jsonb_populate_recordset(NULL::"Ticket", $1)`, [
        JSON.stringify(rows.slice(at, at + AT_ONCE)),
      ])
    if (towns > 1)
      for (const statement of [twins(towns), ...TOWNSHIP.map(intoOthers), `${intoOthers('Ticket')} ORDER BY r."openedAt"`])
        await client.query(statement)
    await client.query(`CREATE TEMP VIEW m AS SELECT * FROM "Ticket"`)
    for (const statement of belongs(wordsOf(keys), `'${until.toISOString()}'`)) await client.query(statement)
    for (const [kept, counted] of SUMS) await client.query(`INSERT INTO "${kept}" SELECT * FROM "${counted}"`)
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}
