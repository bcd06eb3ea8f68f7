import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { erasedBeside } from '../../src/backup/erased-since.ts'
import { keepErased } from '../../src/backup/erasure-record.ts'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { CASE_FATES } from '../../src/measures/index.ts'
import type { SandboxTicket } from '../../src/ports/sandbox.ts'
import { eraseAgain, erasuresOf } from '../../src/store/forget/erase.ts'
import { checkHistories } from '../../src/store/histories.ts'
import { type Cast, startCast } from '../support/cast.ts'
import { findEverywhere } from '../support/find-everywhere.ts'
import { openDatabase } from '../support/keys.ts'
import { aPhoto } from '../support/photo.ts'
import { nth } from '../support/scene.ts'
import { codeOfVillage, phoneAt } from '../support/village-page.ts'

const NAME = '慕容惊蛰'
const PHONE = '13911112222'
const SAID = ['梦见老槐树开了满树的花', '小孙子夜里摔了一跤', '腌菜坛子又该刷洗了', '门口那堆石子绊人', '教会了我腌酸菜的手艺']
const recording = { name: 'voice.amr', base64: Buffer.from('#!AMR\nsome seconds of speech').toString('base64') }

let cast: Cast
let id: string
beforeAll(async () => {
  cast = await startCast('坪头村')
  const { town, residents } = cast
  id = nth(residents, 0).id
  await town.sql(`UPDATE "Person" SET name = '${NAME}', phone = '${PHONE}' WHERE id = '${id}'`)
  await town.sql(`UPDATE "Town" SET "rosterVersion" = "rosterVersion" + 1`)
})
afterAll(() => cast.close())

const me = () => ({ ...nth(cast.residents, 0), id })
const figures = async () => ({
  tickets: await cast.town.rows(
    `SELECT kind, status, solved, satisfaction, count(*)::int AS n FROM "Ticket" GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  ),
  followers: await cast.town.rows(`SELECT "ticketId", counted, count(*)::int AS n FROM "Follower" GROUP BY 1, 2 ORDER BY 1, 2`),
  reports: await cast.town.rows(`SELECT outcome, count(*)::int AS n FROM "Report" GROUP BY 1 ORDER BY 1`),
})

describe('忘记我', () => {
  it('takes out what somebody said and who they are, once nothing of theirs is open, and says so beforehand', async () => {
    const { town, group, residents, tell } = cast
    const other = nth(residents, 5)
    const say = async (person: string, text: string, more = {}) => {
      await town.say(group, person, text, more)
      await town.settle()
    }
    const finish = async (ticket: SandboxTicket | undefined) => {
      expect(await tell({ ...other, id: ticket?.owner?.id ?? '' }, `${ticket?.number} 办结 弄好了`)).toContain('已请报的人')
      await tell(me(), '满意')
    }
    await say(id, SAID[0] ?? '')
    await town.advance('PT5M')
    await say(id, `三社路口的路灯不亮了，${SAID[1]}`, {
      image: { name: 'lamp.jpg', base64: (await aPhoto('navy')).toString('base64') },
    })
    await town.advance('PT5M')
    const [lamp] = await town.tickets()
    await finish(lamp)
    await tell(me(), '', { voice: recording })
    // Somebody else's matter, theirs as well; and one that is told about them.
    await say(other.id, '二社的水管爆了，水漫到路上了')
    await town.advance('PT5M')
    const [pipe] = await town.tickets()
    await tell(me(), `+1 ${pipe?.number}`)
    await tell(nth(residents, 6), `${NAME}把我家的排水沟堵了`)
    await town.advance('PT5M')
    await tell(me(), `推荐 ${nth(residents, 7).name} 好邻居 ${SAID[4]}`)
    // One that is still open.
    await say(id, `五社桥头塌了一块，${SAID[3]}，得有人去修`)
    await town.advance('PT5M')
    await say(id, SAID[2] ?? '')
    await town.advance('PT5M')
    const [open] = await town.tickets()
    const before = await figures()

    await town.say(group, id, '把我忘了', {})
    await town.settle()
    expect(await town.lastWord(id)).toMatchInlineSnapshot(`
      "您说过的话、照片、语音、电话和账号都会删掉，您报过的事只留事情本身，写成“一位居民”。信访、调解、移送的材料，法律要求存档，照留。
      想好了请回“是”。"
    `)
    expect(await tell(me(), '是')).toContain(`${open?.number}`)
    await town.advance('PT20M')
    expect((await findEverywhere(town, [PHONE])).length).toBeGreaterThan(0)

    await finish(open)
    const closed = await figures()
    await town.nextMorning()
    expect(await findEverywhere(town, [PHONE, ...SAID])).toEqual([])
    expect(await findEverywhere(town, [NAME])).toMatchInlineSnapshot(`
      [
        "Message.text 1",
        "Ticket.text 1",
      ]
    `)
    const [erasure] = await town.rows<{ wish: string; gone: object }>(`SELECT wish, gone FROM "Erasure"`)
    expect(erasure).toMatchObject({ wish: 'self', gone: { Person: 1, Voice: 1, Photo: 1, Follower: 1, MeasureCase: 1, Ticket: 3 } })
    expect(await figures()).toEqual(closed)
    expect(before.followers).toEqual(closed.followers)
  })

  it('leaves histories that still follow line from line, and says which of them say less', async () => {
    const { prisma, close } = openDatabase({ url: cast.town.databaseUrl, connections: 1 })
    const { bent, histories } = await checkHistories(prisma)
    expect([bent, histories > 4]).toEqual([[], true])
    const [said] = await cast.town.rows<{ n: number }>(`SELECT count(*)::int AS n FROM "TicketEvent" WHERE "erasedBy" IS NOT NULL`)
    expect(said?.n).toBeGreaterThan(3)
    // Under cover of an erasure nothing is bent.
    await prisma
      .$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('shuoshi.erasure', (SELECT id FROM "Erasure" LIMIT 1), true)`
        await tx.$executeRaw`UPDATE "TicketEvent" SET note = 'bent' WHERE "erasedBy" IS NOT NULL AND n = 1`
        expect((await checkHistories(tx)).bent.length).toBeGreaterThan(0)
        throw new Error('as it was')
      })
      .catch((fault: Error) => expect(fault.message).toBe('as it was'))
    await expect(prisma.$executeRaw`UPDATE "TicketEvent" SET note = 'bent'`).rejects.toThrow('append-only')
    await expect(prisma.$executeRaw`DELETE FROM "Erasure"`).rejects.toThrow('append-only')
    await close()
  })

  it('is asked for on the page behind a 说事码, with number and code', async () => {
    const { town } = cast
    const phone = phoneAt(town, await codeOfVillage(town, '坪头村', 'pingtouaaa'))
    await phone.send({ pass: phone.pass(), text: '今年的核桃价钱怎么样，想问问', name: '司徒谷雨', phone: '13922223333' })
    const [slip] = await town.rows<{ id: string }>(`SELECT id FROM "Slip"`)
    const sure = await fetch(`${town.url}/s/pingtouaaa/forget`, {
      ...{ method: 'POST', redirect: 'manual' as const },
      body: new URLSearchParams({ pass: phone.pass(`slip ${slip?.id}`) }),
      headers: { cookie: [...phone.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    expect(sure.status).toBe(303)
    expect((await phone.get('/s/pingtouaaa/mine')).text).toContain('十分钟后就删')
    await town.advance('PT11M')
    expect(await findEverywhere(town, ['司徒谷雨', '13922223333', '核桃价钱'])).toEqual([])
    expect((await phone.get('/s/pingtouaaa/mine')).text).not.toContain('核桃')
    expect(await town.rows(`SELECT wish FROM "Erasure" WHERE wish = 'slip'`)).toHaveLength(1)
  })

  it('is told to wait to whoever holds an office, and asked for by the clerk for whoever is not on WeChat', async () => {
    const { town, clerk, tell } = cast
    expect(await tell(clerk, '忘记我')).toContain('离任')
    await tell(clerk, '说事点 二社尉迟大娘说家门口的水渠堵了')
    await town.advance('PT2M')
    const [ditch] = await town.tickets()
    expect(await tell(clerk, `忘记 ${ditch?.number}`)).toContain('尉迟大娘')
    expect(await tell(clerk, '是')).toContain('还没办完')
    await town.sql(`UPDATE "Ticket" SET status = 'withdrawn', "endedAt" = "openedAt" WHERE label = '${ditch?.number}'`)
    await town.nextMorning()
    expect(await findEverywhere(town, ['尉迟大娘'])).toEqual([])
    expect((await town.rows<{ name: string }>(`SELECT "throughName" AS name FROM "Ticket" WHERE "throughName" IS NOT NULL`))[0]?.name).toBe(
      '一位居民',
    )
  })

  it('leaves matters that go on without them: taken apart, joined, reopened, handed on and closed, and nothing of them comes back', async () => {
    const { town, group, residents, clerk, secretary, tell } = cast
    const [them, other] = [nth(residents, 1), nth(residents, 8)]
    const theirs = ['独孤霜降', '13933334444', '前天才从医院回来', '酱缸都漂起来了']
    await town.sql(`UPDATE "Person" SET name = '${theirs[0]}', phone = '${theirs[1]}' WHERE id = '${them.id}'`)
    await town.sql(`UPDATE "Town" SET "rosterVersion" = "rosterVersion" + 1`)
    const report = async (person: string, text: string) => {
      await town.say(group, person, text)
      await town.settle()
      await town.advance('PT5M')
      return nth(await town.tickets(), 0).number
    }
    const owns = async (number: string) => ({ ...other, id: (await town.ticket(number)).owner?.id ?? '' })
    const lamp = await report(them.id, `四社路口的路灯不亮了，${theirs[2]}`)
    const pipe = await report(other.id, '一社的水管爆了，水漫到路上了')
    const ditch = await report(them.id, `六社水渠堵了，水流进院子，${theirs[3]}`)
    expect(await tell(other, `+1 ${lamp}`)).toContain('已加上')
    for (const kind of ['邻里事', '村里事']) await tell(clerk, `改类 ${lamp} ${kind}`)
    await tell(await owns(lamp), `办结 ${lamp} 弄好了`)
    await tell(them, '满意')
    await tell(them, '忘记我')
    await tell(them, '是')
    await town.advance('PT6M')
    await tell(clerk, `合并 ${ditch} 到 ${pipe}`)
    await town.advance('PT5M')
    const left = () => findEverywhere(town, [...theirs, them.id])
    // By which id they were forgotten, on record; and the work of it, for as long as work is remembered.
    expect(await left()).toEqual(['Due.key 1', 'Erasure.whom 1'])

    // What an act would write back knew them.
    expect(await tell(clerk, '撤销')).toContain('没有可以撤销的')
    expect(await tell(clerk, `拆分 ${ditch}`)).toContain('拆开了')
    expect(await tell(clerk, `合并 ${ditch} 到 ${pipe}`)).toContain('一起办')
    expect(await tell(clerk, '撤销')).toContain('已撤销')
    expect(await tell(other, `没修好 ${lamp}`)).toContain('接着办')
    expect(await tell(other, `进度 ${lamp}`)).toContain('正在办')
    expect(await tell(clerk, `转 ${lamp} ${secretary.name}`)).toContain(secretary.name)
    expect(await tell(clerk, `合并 ${ditch} 到 ${lamp}`)).toContain('一起办')
    expect(await tell(clerk, `拆分 ${ditch}`)).toContain('拆开了')
    expect(await tell(await owns(ditch), `办结 ${ditch} 通了`)).toContain('没人说没修好')
    await tell(await owns(lamp), `办结 ${lamp} 填上了`)
    await town.advance('P7D')
    expect([(await town.ticket(ditch)).status, (await town.ticket(lamp)).status]).toEqual(['closed', 'closed'])
    expect(await left()).toEqual(['Due.key 1', 'Erasure.whom 1'])
    expect(await town.rows(`SELECT key FROM "Notice" WHERE conversation LIKE 'p:forgotten-%' AND text <> ''`)).toEqual([])
    // What the splitting and joining taught is what the matter is called.
    const taught = await town.rows<{ text: string }>(`SELECT text FROM "Example" WHERE source IN ('split', 'merged')`)
    expect([...new Set(taught.map((e) => e.text))]).toEqual([(await town.ticket(ditch)).title])
  })

  it('is said of the cases of every measure', () => {
    const facts = readdirSync('src/measures', { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('facts.ts'))
    const kinds = facts.flatMap((f) =>
      [...readFileSync(join('src/measures', f), 'utf8').matchAll(/\{ measure: '([\w-]+)'/gu)].map((m) => m[1]),
    )
    expect(Object.keys(CASE_FATES).toSorted()).toEqual(kinds.toSorted())
  })

  it('is done again on a database that was restored from before', async () => {
    const { town } = cast
    const other = nth(cast.residents, 5)
    const { prisma, close } = openDatabase({ url: town.databaseUrl, connections: 1 })
    const [{ townId } = { townId: '' }] = await town.rows<{ townId: string }>(`SELECT "townId" FROM "Erasure"`)
    // As the backups beside the restored one tell it, or only the record there.
    const dir = mkdtempSync(join(tmpdir(), 'shuoshi-erased-'))
    await writeBackup({ url: town.databaseUrl, dir: join(dir, 'later'), now: () => new Date(), closedWord: 'closed' })
    await keepErased(join(dir, 'elsewhere'), await erasuresOf(prisma))
    const known = await erasuresOf(prisma)
    expect([await erasedBeside([dir]), await erasedBeside([join(dir, 'elsewhere')])]).toEqual([known, known])
    rmSync(dir, { recursive: true })
    const missing = {
      town: townId,
      id: 'of-yesterday',
      whom: other.id,
      at: new Date('2026-11-26T09:00:00+08:00'),
      wish: 'operator' as const,
    }
    const again = async () =>
      prisma.$transaction(async (tx) => eraseAgain(tx, [...(await erasuresOf(tx)), missing], { newId: randomUUID, fates: CASE_FATES }))
    expect([await again(), await again()]).toEqual([1, 0])
    expect(await findEverywhere(town, ['二社的水管爆了，水漫到路上'])).toEqual([])
    expect((await checkHistories(prisma)).bent).toEqual([])
    await close()
  })
})
