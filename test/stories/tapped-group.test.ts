import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
beforeAll(async () => {
  cast = await startCast()
  await cast.town.sql(
    `INSERT INTO "ChannelGroup" ("townId", channel, "externalId", "groupId", hears, posts, mentions, "perMinute", state, "firstSeenAt")
     SELECT "townId", way, id, id, hears, posts, false, 1, 'bound', now() FROM "ChatGroup",
       (VALUES ('by-hand', 'none', 'confirm'), ('wecom-archive', 'polled', 'none')) AS it (way, hears, posts) WHERE id = '${cast.group}'`,
  )
})
afterAll(() => cast.close())

const handed = async (words: string) => (await cast.words(cast.clerk)).filter((w) => w.includes(words) && !w.startsWith('【通知'))

it('gives whoever taps one post a day: the notices as they are, and the matters behind them', async () => {
  await cast.tell(cast.secretary, '通知 周五上午村里清扫河道，每户来一个人')
  expect(await cast.tell(cast.secretary, '同意')).toMatchInlineSnapshot(`"【通知1】同意了，和当天别的并成一条，下午5点交给管群的人点发。"`)
  await cast.tell(cast.clerk, '通知 医保缴费到12月25日')
  await cast.tell(cast.secretary, '同意')
  await cast.town.say(cast.group, cast.residents[0]?.id ?? '', '三社路口的路灯又不亮了')
  await cast.town.advance('PT5M')
  await cast.town.clockTo('2026-11-25T16:30:00+08:00')
  expect(await handed('清扫河道')).toEqual([])
  await cast.town.clockTo('2026-11-25T17:01:00+08:00')
  expect(await handed('清扫河道')).toMatchInlineSnapshot(`
    [
      "坪头村今天有2件事告诉大家：
    1 通知：周五上午村里清扫河道，每户来一个人
    2 通知：医保缴费到12月25日
    【坪01】已登记：三社路口路灯不亮。李建国负责，12月4日（周五）前办。",
    ]
  `)
  expect(await cast.tell(cast.clerk, '已发')).toMatchInlineSnapshot(`"记下了，“坪头村便民之声”的已发。"`)
  await cast.town.clockTo('2026-11-26T18:00:00+08:00')
  expect(await handed('清扫河道')).toHaveLength(1)
})

it('keeps for Monday what was approved on a day off', async () => {
  await cast.town.clockTo('2026-11-28T09:00:00+08:00')
  await cast.tell(cast.clerk, '通知 打疫苗的来村部登记')
  await cast.tell(cast.secretary, '同意')
  await cast.town.clockTo('2026-11-30T16:00:00+08:00')
  expect(await handed('打疫苗')).toEqual([])
  await cast.town.clockTo('2026-11-30T17:01:00+08:00')
  expect(await handed('打疫苗')).toHaveLength(1)
})
