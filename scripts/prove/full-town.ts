import pg from 'pg'
import { keyRows, openedKeys } from '../../src/store/sealing/key-ring.ts'
import type { KeyPlace } from '../../src/store/sealing/master-key.ts'
import { sealedRow } from '../../src/store/sealing/seal-rows.ts'

/** So many of each sentence, each sealed by itself: further apart than a compressor looks back. */
const VARIANTS = 1000
type Sealed = Record<string, unknown>

/** What is said and written of one matter, as the database keeps it. */
function wordsOf(keys: ReturnType<typeof openedKeys>, n: number): Sealed {
  const one = (table: string, column: string, value: unknown) => sealedRow(keys, table, { [column]: value })[column]
  const ticket = sealedRow(keys, 'Ticket', {
    title: '路口路灯不亮',
    text: `村口往里走第${n}根杆子上的灯又不亮了，晚上老人走路看不清，昨天还有人绊了一跤，麻烦来人看一下`,
    resolution: '换了灯泡，线路也查了一遍，暂时没有别的问题',
  })
  const said = [
    '三社路口的路灯又不亮了，晚上黑得很',
    '已登记：三社路口路灯不亮，李建国负责，12月3日（周四）前办。',
    '啥时候能修？昨晚又有人绊了一跤',
  ]
  return {
    ...{ n, title: ticket.title, body: ticket.text, resolution: ticket.resolution, marks: ticket.wordMarks },
    ...Object.fromEntries(said.map((words, k) => [`said${k}`, one('Message', 'text', `${words}${n}`)])),
    note: one('TicketEvent', 'note', '换了灯泡，线路也查了一遍'),
    notice: one('Notice', 'text', `【坪${n}】三社路口路灯不亮。李建国负责，12月3日（周四）前办。`),
    judgement: one('Report', 'judgement', { kind: 'village', duty: 'V-LAMP', confidence: 0.91, reasons: [] }),
  }
}

/**
 * So many matters of years gone by with all that belongs to them, in the words and numbers of an ordinary town, sealed as they are in
 * life and written by the database itself: per matter six lines heard and said, five of history, four notices, a report, a follower, a question, two dates.
 */
const FILL = (n: number): readonly string[] => [
  `CREATE TEMP TABLE v AS SELECT id, short, row_number() OVER (ORDER BY position) AS i, count(*) OVER () AS n FROM "GridNode" WHERE level = 'village'`,
  `CREATE TEMP TABLE p AS SELECT id, row_number() OVER (ORDER BY position) AS i, count(*) OVER () AS n FROM "Person"`,
  `CREATE TEMP TABLE m AS SELECT s, (SELECT id FROM "Town" LIMIT 1) AS town, 't' || s AS id, v.id AS village, v.short || s AS label, o.id AS owner, r.id AS reporter,
      '2026-01-01T00:00:00+08:00'::timestamptz - s * interval '40 minutes' AS at, w.*
    FROM generate_series(1, ${n}) AS s JOIN w ON w.n = s % ${VARIANTS} JOIN v ON v.i = 1 + s % v.n JOIN p o ON o.i = 1 + s % 40 JOIN p r ON r.i = 1 + s % r.n`,
  `INSERT INTO "Ticket" ("townId", id, label, number, "villageId", "placeId", kind, duty, title, text, source, stage, status, mode, "ownerId", "coOwnerIds", "reporterId",
      "aboutIds", "openedAt", "countedFrom", "respondBy", "completeBy", "respondedAt", "resolvedAt", "endedAt", resolution, "wordMarks", solved, satisfaction, evidence)
    SELECT town, id, label, s, village, village, (ARRAY['village','village','neighbour','household'])[1 + s % 4], 'V-LAMP', title, body, 'group', 'archive', 'closed', 'led', owner, '{}', reporter, '{}',
      at, at, at + interval '1 day', at + interval '9 days', at + interval '5 hours', at + interval '3 days', at + interval '4 days',
      resolution, marks, true, 'good', '{}' FROM m`,
  `INSERT INTO "TicketEvent" ("townId", "ticketId", n, at, what, "byId", note, data, hash)
    SELECT town, id, k, at + k * interval '6 hours', (ARRAY['opened','accepted','progressed','resolved','closed'])[k], CASE WHEN k > 1 THEN owner END,
      CASE WHEN k = 4 THEN note END, jsonb_build_object('from', 'handling', 'to', 'archive', 'owner', owner), sha256((id || k)::bytea)
    FROM m, generate_series(1, 5) AS k`,
  // What follows belongs to these; the database need not look for each row whether it does.
  'SET session_replication_role = replica',
  `INSERT INTO "Message" ("townId", channel, id, conversation, "personId", text, at, "handledAt", "reportId", "ticketIds")
    SELECT town, 'wecom-app', id || '-' || k, 'g:' || village, CASE WHEN k % 2 = 0 THEN reporter END,
      (ARRAY[said0, said1, said2])[1 + k % 3], at + k * interval '1 hour',
      at + k * interval '1 hour', id || '-r', ARRAY[id] FROM m, generate_series(1, 6) AS k`,
  `INSERT INTO "TicketMessage" ("townId", "ticketId", seq) SELECT "townId", "ticketIds"[1], seq FROM "Message" WHERE cardinality("ticketIds") = 1`,
  `INSERT INTO "Notice" ("townId", key, conversation, "ticketId", occasion, text, "dueAt", "notBefore", state, "sentAt", mentions)
    SELECT town, id || ':' || k, CASE WHEN k % 2 = 0 THEN 'g:' || village ELSE 'p:' || owner END, id, (ARRAY['receipt','assigned','resolved','closed'])[k],
      notice, at + k * interval '6 hours', at + k * interval '6 hours', 'sent', at + k * interval '6 hours', '{}'
    FROM m, generate_series(1, 4) AS k`,
  `INSERT INTO "Report" ("townId", id, conversation, "personId", "openedAt", "closesAt", "closedAt", judgement, outcome)
    SELECT town, id || '-r', 'g:' || village, reporter, at, at, at, judgement, 'opened' FROM m`,
  `INSERT INTO "Follower" ("townId", "ticketId", household, "personId", at) SELECT town, id, 'H' || s, reporter, at FROM m`,
  `INSERT INTO "Question" ("townId", id, "personId", what, "ticketId", data, "askedAt", "expiresAt", "answeredAt")
    SELECT town, id || '-q', reporter, 'rating', id, '{}', at, at + interval '3 days', at + interval '1 day' FROM m`,
  `INSERT INTO "Due" ("townId", key, job, at, "ticketId", "doneAt", outcome)
    SELECT town, id || ':due' || k, 'remind', at + k * interval '1 day', id, at + k * interval '1 day', 'nothing' FROM m, generate_series(1, 2) AS k`,
  'ANALYZE',
]

/** On a database with the sample township. */
export async function fillTown(url: string, matters: number, place: KeyPlace): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const keys = openedKeys(await keyRows(client, place), place)
    const words = Array.from({ length: VARIANTS }, (_, n) => wordsOf(keys, n))
    await client.query(
      `CREATE TEMP TABLE w (n int, title text, body text, resolution text, marks int[], said0 text, said1 text, said2 text, note text, notice text, judgement jsonb)`,
    )
    await client.query(`INSERT INTO w SELECT * FROM jsonb_populate_recordset(null::w, $1::jsonb)`, [JSON.stringify(words)])
    for (const statement of FILL(matters)) await client.query(statement)
  } finally {
    await client.end()
  }
}
