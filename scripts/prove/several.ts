import { setTimeout as sleep } from 'node:timers/promises'
import { type AibotServer, startAibot } from '../../test/support/aibot.ts'
import { type House, openHouse, type Running } from './house.ts'
import { isKept, judgeKept } from './kept.ts'
import type { Proof, Proved } from './proof.ts'
import { startTalk } from './talkers.ts'

const PER_SECOND = 80
const MOVES_WITHIN_S = 30
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
  /** How long whoever is frozen stands still. */
  frozenMs: number
}

/** Freezes them in turn as long as people talk; the longest that the bot's line took to move. */
async function freezeInTurn(house: { bot: AibotServer; processes: readonly Running[] }, frozenMs: number, goesOn: () => boolean) {
  let freezes = 0
  let moves = 0
  let longest = 0
  for (let n = 0; goesOn(); n++) {
    const { child } = house.processes[n % house.processes.length] ?? {}
    if (!child) break
    const before = house.bot.subscribed
    const since = performance.now()
    child.kill('SIGSTOP')
    freezes += 1
    while (performance.now() - since < frozenMs && house.bot.subscribed === before) await sleep(50)
    if (house.bot.subscribed > before) {
      moves += 1
      longest = Math.max(longest, (performance.now() - since) / 1000)
    }
    await sleep(Math.max(0, frozenMs - (performance.now() - since)))
    child.kill('SIGCONT')
    await sleep(3000)
  }
  return { freezes, moves, longest }
}

const count = async (house: House, sql: string): Promise<number> => (await house.rows<{ n: number }>(`SELECT ${sql} AS n`))[0]?.n ?? -1

/** A door, one that works, one that holds lines, and one that does it all. */
export async function workTogether({ messages, due, frozenMs }: Size, say: (line: string) => void): Promise<Proved> {
  const house = await openHouse()
  const bot = await startAibot()
  try {
    await house.rows(BOOK)
    const env = { WECOM_BOT_ID: 'bot-1', WECOM_BOT_SECRET: 'bot-secret', WECOM_WS_URL: bot.url }
    const [all, door, work, owner] = [
      await house.start({ ...env, ROLE: 'all' }),
      await house.start({ ...env, ROLE: 'door' }),
      await house.start({ ...env, ROLE: 'work' }),
      await house.start({ ...env, ROLE: 'owner' }),
    ]
    await house.rows(DUE, [due])
    const talk = await startTalk(door.address, { perSecond: PER_SECOND, name: 'm' })
    talk.move([door.address, all.address])
    const { freezes, moves, longest } = await freezeInTurn({ bot, processes: [all, work, owner] }, frozenMs, () => {
      say(`${talk.acknowledged.size} of ${messages} acknowledged, the line was taken ${bot.subscribed} times`)
      return talk.acknowledged.size < messages
    })
    await talk.stop()
    const kept = await judgeKept(house, all.address, talk)
    while ((await count(house, `(SELECT count(*) FROM "Due" WHERE key LIKE 'prove:%' AND "doneAt" IS NULL)::int`)) > 0) await sleep(500)
    const twice = await count(house, '(SELECT count(*) FROM (SELECT 1 FROM "Proved" GROUP BY what, key HAVING count(*) > 1) t)::int')
    const waited = await count(
      house,
      `(SELECT max(extract(epoch FROM "handledAt" - at))::float8 FROM "Message" WHERE "personId" IS NOT NULL AND channel = 'sandbox')`,
    )
    const figures = { processes: 4, due, freezes, 'frozen s': frozenMs / 1000, 'done twice': twice, 'lines moved': moves }
    const slowest = { 'line moved within s': Number(longest.toFixed(1)), 'longest wait of a message s': Number(waited.toFixed(1)) }
    return { kept: isKept(kept) && twice === 0 && longest <= MOVES_WITHIN_S, figures: { ...figures, ...slowest, ...kept } }
  } finally {
    await house.close()
    await bot.close()
  }
}

export const several: Proof = {
  name: 'several',
  promises: 'four processes on one database do everything once, though who holds something stands still',
  owed: 10_000,
  run: (size, say) => workTogether({ messages: size, due: Math.ceil(size / 10), frozenMs: 45_000 }, say),
}
