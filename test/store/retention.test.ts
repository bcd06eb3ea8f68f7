import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../../src/settings/config.ts'
import { checkHistories } from '../../src/store/histories.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { findEverywhere } from '../support/find-everywhere.ts'
import { openDatabase } from '../support/keys.ts'
import { nth } from '../support/scene.ts'

const [TALK, CHAT, MATTER] = ['昨晚梦见老槐树开满了花', '我家的猫又生了三只小的', '夜里小孙子在那儿摔了一跤'] as const
const recording = { name: 'voice.amr', base64: Buffer.from('#!AMR\nsome seconds of speech').toString('base64') }

let cast: Cast
beforeAll(async () => {
  cast = await startCast('坪头村', { LOG_LEVEL: 'warn' })
})
afterAll(() => cast.close())

/** As if so many days had passed since all that stands there; the night follows. */
async function nightAfter(days: number): Promise<void> {
  const { town } = cast
  const moments = {
    Message: ['at'],
    Notice: ['dueAt'],
    Ticket: ['endedAt'],
    Question: ['expiresAt', 'answeredAt'],
    Act: ['at'],
    Report: ['closedAt'],
    Due: ['doneAt'],
  }
  for (const [table, columns] of Object.entries(moments))
    await town.sql(`UPDATE "${table}" SET ${columns.map((c) => `"${c}" = "${c}" - interval '${days} days'`).join(', ')}`)
  await town.nextMorning()
}

it('lets go of each kind in its time, with what it took on record, and of a file only when the law lets go of it', async () => {
  const { town, group, residents, tell } = cast
  const [one, other] = [nth(residents, 0), nth(residents, 5)]
  await town.say(group, one.id, TALK)
  await tell(one, CHAT)
  await town.say(group, other.id, '', { voice: recording })
  await town.say(group, other.id, `三社路口的路灯不亮了，${MATTER}`)
  await town.settle()
  await town.advance('PT5M')
  const [lamp] = await town.tickets()
  await tell({ ...other, id: lamp?.owner?.id ?? '' }, `${lamp?.number} 办结 弄好了`)
  await tell(other, '满意')
  await nightAfter(8)
  expect(await findEverywhere(town, [TALK])).toEqual([])
  expect(await findEverywhere(town, [CHAT])).not.toEqual([])
  await nightAfter(400)
  expect(await findEverywhere(town, [CHAT])).toEqual([])
  expect(await town.rows('SELECT id FROM "Voice"')).toEqual([])
  expect(
    await town.rows(`SELECT id FROM "Report" WHERE (judgement IS NOT NULL OR conversation LIKE 'g:%') AND "closedAt" < now()`),
  ).toEqual([])
  expect(await town.rows(`SELECT key FROM "Due" WHERE "ticketId" IS NOT NULL AND "doneAt" IS NOT NULL`)).toEqual([])
  expect(await findEverywhere(town, [MATTER])).not.toEqual([])
  // What the group was told of it stands in the group's talk alone, what one person was told nowhere.
  expect(await town.rows(`SELECT key FROM "Notice" WHERE "ticketId" IS NOT NULL`)).toEqual([])
  const said = await town.rows<{ to: string }>(`
    SELECT DISTINCT left(conversation, 1) AS to FROM "Message" WHERE "personId" IS NULL AND text <> '' AND cardinality("ticketIds") > 0`)
  expect(said).toEqual([{ to: 'g' }])
  await nightAfter(3653)
  expect(await findEverywhere(town, [MATTER])).toEqual([])
  const runs = await town.rows<{ kind: string; total: number }>('SELECT kind, total FROM "RetentionRun"')
  expect(Object.fromEntries(runs.map((r) => [r.kind, r.total > 0]))).toMatchObject({ talk: true, media: true, chats: true, matters: true })
  expect(await town.rows(`SELECT wish, whom FROM "Erasure"`)).toEqual([{ wish: 'time', whom: '' }])
  const { prisma, close } = openDatabase({ url: town.databaseUrl, connections: 1 })
  expect((await checkHistories(prisma)).bent).toEqual([])
  await close()
})

it('refuses to keep a file for a shorter time than the law wants', () => {
  expect(readConfig({ MATTER_KEEP_DAYS: '365' })).toMatchInlineSnapshot(`
    {
      "faults": [
        "MATTER_KEEP_DAYS：写的是“365”，应为 3653 到 10958 的整数（天），请改成例如 MATTER_KEEP_DAYS=3653。",
      ],
    }
  `)
})
