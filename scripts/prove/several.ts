import { setTimeout as sleep } from 'node:timers/promises'
import { type AibotServer, startAibot } from '../../test/support/aibot.ts'
import { type House, openHouse, type Running } from './house.ts'
import { isKept, judgeKept } from './kept.ts'
import type { Proof, Proved } from './proof.ts'
import { startTalk } from './talkers.ts'

const PER_SECOND = 80
const MOVES_WITHIN_S = 30
const THAWS_MS = 3000
const DUE_PATIENCE_MS = 60_000
/** What was done, each time it was done. */
const BOOK = `
  CREATE TABLE "Proved" (what text, key text);
  CREATE FUNCTION prove_line() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO "Proved" VALUES ('line', NEW.seq::text); RETURN NULL; END $$;
  CREATE FUNCTION prove_due() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO "Proved" VALUES ('due', NEW.key); RETURN NULL; END $$;
  CREATE TRIGGER prove_line AFTER UPDATE OF "handledAt" ON "Message" FOR EACH ROW
    WHEN (NEW."handledAt" IS NOT NULL AND NEW."handledAt" IS DISTINCT FROM OLD."handledAt") EXECUTE FUNCTION prove_line();
  CREATE TRIGGER prove_due AFTER UPDATE OF "doneAt" ON "Due" FOR EACH ROW
    WHEN (NEW."doneAt" IS NOT NULL AND NEW."doneAt" IS DISTINCT FROM OLD."doneAt") EXECUTE FUNCTION prove_due()`

/** Due one after another from now on. */
const DUE = `INSERT INTO "Due" ("townId", key, job, at, data)
  SELECT t.id, 'prove:' || n, 'look-lapses', now() + n * interval '100 milliseconds', '{"question": "none"}' FROM "Town" t, generate_series(1, $1::int) AS n`

interface Size {
  messages: number
  due: number
  /** How long whoever is frozen stands still: beyond its lease. */
  frozenMs: number
}

interface Frozen {
  freezes: number
  /** Of them: whoever held the bot's line. */
  ofHolders: number
  linesMoved: number
  /** Seconds until another held it. */
  longestMove: number
  /** Freezes in which the others handled no line, or did nothing that was due. */
  stoodStill: number
}

const count = async (house: House, sql: string): Promise<number> => (await house.rows<{ n: number }>(`SELECT ${sql} AS n`))[0]?.n ?? -1
const done = (house: House, what: 'line' | 'due'): Promise<number> =>
  count(house, `(SELECT count(*) FROM "Proved" WHERE what = '${what}')::int`)
const dueLeft = (house: House): Promise<number> =>
  count(house, `(SELECT count(*) FROM "Due" WHERE key LIKE 'prove:%' AND "doneAt" IS NULL)::int`)

interface Together {
  house: House
  bot: AibotServer
  /** Of these two one holds the line, the first to begin with. */
  listening: readonly [Running, Running]
  work: Running
}

/** Whoever holds the line, then whoever works, as long as it goes on. */
async function freezeInTurn({ house, bot, listening, work }: Together, frozenMs: number, goesOn: () => boolean): Promise<Frozen> {
  const seen: Frozen = { freezes: 0, ofHolders: 0, linesMoved: 0, longestMove: 0, stoodStill: 0 }
  let holder = 0
  for (let n = 0; goesOn(); n++) {
    const holds = n % 2 === 0
    const victim = holds ? listening[holder] : work
    const before = {
      line: await done(house, 'line'),
      due: await done(house, 'due'),
      subscribed: bot.subscribed,
      left: await dueLeft(house),
    }
    const since = performance.now()
    victim?.child.kill('SIGSTOP')
    seen.freezes += 1
    while (holds && performance.now() - since < MOVES_WITHIN_S * 1000 && bot.subscribed === before.subscribed) await sleep(50)
    if (holds) {
      seen.ofHolders += 1
      if (bot.subscribed > before.subscribed) {
        seen.linesMoved += 1
        seen.longestMove = Math.max(seen.longestMove, (performance.now() - since) / 1000)
        holder = 1 - holder
      }
    }
    await sleep(Math.max(0, frozenMs - (performance.now() - since)))
    const dueStood = before.left > 0 && (await done(house, 'due')) === before.due
    if ((await done(house, 'line')) === before.line || dueStood) seen.stoodStill += 1
    victim?.child.kill('SIGCONT')
    await sleep(THAWS_MS)
  }
  return seen
}

/** A door, one that works, one that holds lines, and one that does it all. */
export async function workTogether({ messages, due, frozenMs }: Size, say: (line: string) => void): Promise<Proved> {
  const house = await openHouse()
  const bot = await startAibot()
  try {
    await house.rows(BOOK)
    const env = { WECOM_BOT_ID: 'bot-1', WECOM_BOT_SECRET: 'bot-secret', WECOM_WS_URL: bot.url }
    const all = await house.start({ ...env, ROLE: 'all' })
    while (bot.subscribed === 0) await sleep(50)
    const [owner, work, door] = await Promise.all((['owner', 'work', 'door'] as const).map((ROLE) => house.start({ ...env, ROLE })))
    if (!owner || !work || !door) throw new Error('one did not start')
    await house.rows(DUE, [due])
    const talk = await startTalk(door.address, { perSecond: PER_SECOND, name: 'm' })
    const frozen = await freezeInTurn({ house, bot, listening: [all, owner], work }, frozenMs, () => {
      say(`${talk.acknowledged.size} of ${messages} acknowledged, the line was taken ${bot.subscribed} times`)
      return talk.acknowledged.size < messages
    })
    await talk.stop()
    const kept = await judgeKept(house, all.address, talk)
    for (const until = Date.now() + DUE_PATIENCE_MS; Date.now() < until && (await dueLeft(house)) > 0; ) await sleep(500)
    const [left, lines] = [await dueLeft(house), await done(house, 'line')]
    const twice = await count(house, '(SELECT count(*) FROM (SELECT 1 FROM "Proved" GROUP BY what, key HAVING count(*) > 1) t)::int')
    const waited = (of: string, from: string) => count(house, `(SELECT max(extract(epoch FROM ${of} - at))::float8 FROM ${from})`)
    const longestDue = await waited('"doneAt"', `"Due" WHERE key LIKE 'prove:%'`)
    const longestLine = await waited('"handledAt"', `"Message" WHERE "personId" IS NOT NULL AND channel = 'sandbox'`)
    const { freezes, ofHolders, linesMoved, longestMove, stoodStill } = frozen
    const moved = ofHolders > 0 && linesMoved === ofHolders && longestMove <= MOVES_WITHIN_S && stoodStill === 0
    return {
      kept: isKept(kept) && moved && twice === 0 && left === 0 && lines >= talk.acknowledged.size,
      figures: {
        ...{
          processes: 4,
          due,
          'due left undone': left,
          freezes,
          'frozen s': frozenMs / 1000,
          'done twice': twice,
          'lines handled': lines,
        },
        ...{ 'holders of the bot’s line frozen': ofHolders, 'line moved': linesMoved, 'at most within s': Number(longestMove.toFixed(1)) },
        ...{ 'freezes in which work stood still': stoodStill, 'longest wait of a message s': Number(longestLine.toFixed(1)) },
        ...{ 'of what was due s': Number(longestDue.toFixed(1)), ...kept },
      },
    }
  } finally {
    await house.close()
    await bot.close()
  }
}

export const several: Proof = {
  name: 'several',
  promises: 'four processes on one database do everything once, though who holds something stands still',
  owed: 10_000,
  run: (size, say) => workTogether({ messages: size, due: Math.ceil(size / 10), frozenMs: 32_000 }, say),
}
