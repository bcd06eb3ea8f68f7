import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
beforeAll(async () => {
  cast = await startCast()
  await cast.town.clockTo('2026-12-01T08:30:00+08:00')
})
afterAll(() => cast.close())

describe('a notice for the village', () => {
  it('is drafted by the clerk, approved by the secretary, and joins the one post of the day', async () => {
    expect(await cast.tell(cast.clerk, '通知 医保缴费到12月25日，到村文书那里交，带上身份证')).toMatchInlineSnapshot(
      `"【通知1】记下了，发到坪头村，已请王永明定。"`,
    )
    expect(await cast.town.lastWord(cast.secretary.id)).toMatchInlineSnapshot(`
      "【通知1】李小燕想在坪头村发：
      “医保缴费到12月25日，到村文书那里交，带上身份证”
      回“同意”或“不同意”。"
    `)
    expect(await cast.tell(cast.secretary, '同意')).toMatchInlineSnapshot(`"【通知1】同意了，今天10:00发，和当天别的通知并成一条。"`)
    expect(await cast.town.lastWord(cast.clerk.id)).toMatchInlineSnapshot(`"【通知1】王永明同意了，今天10:00发，和当天别的通知并成一条。"`)
    await cast.tell(cast.clerk, '发通知 周五上午村里清扫河道，每户来一个人，问事打13900001234')
    expect(await cast.tell(cast.secretary, '同意')).toContain('同意了')
    await cast.town.clockTo('2026-12-01T10:01:00+08:00')
    expect(await cast.posts('医保')).toMatchInlineSnapshot(`
      [
        "坪头村今天有2件事告诉大家：
      1 通知：医保缴费到12月25日，到村文书那里交，带上身份证
      2 通知：周五上午村里清扫河道，每户来一个人，问事打139****1234",
      ]
    `)
  })

  it('waits for tomorrow when the day has had its post', async () => {
    await cast.tell(cast.clerk, '通知 明天下午放电影')
    expect(await cast.tell(cast.secretary, '同意')).toMatchInlineSnapshot(`"【通知3】同意了，每个群一天只发一条，明天10:00发。"`)
    await cast.town.clockTo('2026-12-01T20:00:00+08:00')
    expect(await cast.posts('电影')).toEqual([])
    await cast.town.clockTo('2026-12-02T10:01:00+08:00')
    expect(await cast.posts('电影')).toHaveLength(1)
  })

  it('waits while the group is silenced for a funeral', async () => {
    await cast.town.clockTo('2026-12-02T18:30:00+08:00')
    await cast.tell(cast.clerk, '通知 后天村里集中打疫苗')
    await cast.tell(cast.secretary, '同意')
    await cast.town.say(cast.group, cast.secretary.id, '机器人安静')
    await cast.town.settle()
    await cast.town.clockTo('2026-12-03T10:01:00+08:00')
    expect(await cast.posts('疫苗')).toEqual([])
    await cast.town.clockTo('2026-12-04T10:01:00+08:00')
    expect(await cast.posts('疫苗')).toHaveLength(1)
  })

  it('is not sent when it is not approved, and says so to its author', async () => {
    await cast.tell(cast.clerk, '通知 各家交卫生费')
    expect(await cast.tell(cast.secretary, '不同意')).toMatchInlineSnapshot(`"【通知5】不发了。"`)
    expect(await cast.town.lastWord(cast.clerk.id)).toMatchInlineSnapshot(`"【通知5】王永明没有同意。可以改了再发。"`)
    await cast.town.clockTo('2026-12-05T10:01:00+08:00')
    expect(await cast.posts('卫生费')).toEqual([])
  })

  it('is no draft when somebody says it in the group', async () => {
    await cast.town.say(cast.group, cast.clerk.id, '通知：明天上午停水')
    await cast.town.settle()
    expect(await cast.tell(cast.clerk, '发通知')).not.toContain('停水')
  })

  it('carries no links', async () => {
    expect(await cast.tell(cast.clerk, '通知 填表 https://example.com/a')).toBe('群里不发链接。请把要点用一两句话写出来。')
  })
})

describe('a notice for the whole town', () => {
  it('is asked where it goes, and decided by a leader of the town', async () => {
    expect(await cast.tell(cast.duty, '通知 12月5日起护林防火，不要上坟烧纸')).toMatchInlineSnapshot(
      `"发到哪里？回村名，比如“坪头村”；全镇都发回“全镇”。"`,
    )
    expect(await cast.tell(cast.duty, '全镇')).toMatchInlineSnapshot(`"【通知6】记下了，发到坪头村等28个群，已请宋喜梅定。"`)
    expect(await cast.tell(cast.secretary, '同意通知 6')).toMatchInlineSnapshot(`"【通知6】要由村支书或镇领导来定。"`)
    await cast.town.clockTo('2026-12-07T18:00:00+08:00')
    const digest = (await cast.words(cast.mayor)).find((t) => t.includes('要您定'))
    expect(digest).toMatchInlineSnapshot(`
      "鸡峰镇 12月7日（周一）
      要您定：
      通知6 赵强想发“12月5日起护林防火，不要上坟烧纸” → 同意通知 6"
    `)
    expect(await cast.tell(cast.mayor, '同意通知 6')).toMatchInlineSnapshot(`"【通知6】同意了，每个群一天只发一条，明天10:00发。"`)
    await cast.town.clockTo('2026-12-08T10:01:00+08:00')
    expect(await cast.posts('护林防火', (await cast.town.group('河口村')).id)).toHaveLength(1)
  })
})

describe('a weather alarm', () => {
  it('passes the night and asks for a word, from each household once', async () => {
    await cast.town.clockTo('2026-12-08T22:30:00+08:00')
    expect(await cast.tell(cast.secretary, '预警 今晚有大暴雨，住在沟口河边的人往高处走')).toMatchInlineSnapshot(
      `"已发到坪头村，共7户。半小时后告诉网格员还有谁没回，一小时后告诉村支书。回“预警情况”随时看，过去了回“预警解除”。"`,
    )
    expect(await cast.posts('预警')).toMatchInlineSnapshot(`
      [
        "预警：今晚有大暴雨，住在沟口河边的人往高处走。看到的每户回一声“收到”。",
      ]
    `)
    const keeper = await cast.named('李建国')
    expect(await cast.town.lastWord(keeper.id)).toMatchInlineSnapshot(
      `"预警：今晚有大暴雨，住在沟口河边的人往高处走。请给您的1户说到：周德福。都说到了回“都到了”。"`,
    )
    for (const p of cast.residents.slice(0, 4)) await cast.town.say(cast.group, p.id, '收到')
    await cast.town.settle()
    expect(await cast.tell(cast.leader, '预警情况')).toMatchInlineSnapshot(`
      "12月8日（周二）22:30预警：今晚有大暴雨，住在沟口河边的人往高处走
      7户里回了2户，还有5户要打电话。
      坪头村：还有5户（共7户）"
    `)
  })

  it('tells keepers, then the secretary, who still needs a call; nobody in the group', async () => {
    const before = (await cast.posts('')).length
    await cast.town.advance('PT31M')
    expect(await cast.words(await cast.named('李建国')).then((w) => w.at(-1))).toMatchInlineSnapshot(
      `"预警：您这里还有1户没回：周德福（19900000042）。请打电话或上门，都说到了回“都到了”。"`,
    )
    expect(await cast.tell(await cast.named('李建国'), '都到了')).toMatchInlineSnapshot(`"好，您的1户都记上了。辛苦了，注意安全。"`)
    await cast.town.advance('PT30M')
    expect(await cast.town.lastWord(cast.secretary.id)).toMatchInlineSnapshot(
      `"预警：坪头村7户里还有4户没回：赵海龙1户、胡爱琴1户、刘芳芳1户、刘玉梅1户。请打电话问一问，或用大喇叭再喊一遍。"`,
    )
    expect((await cast.posts('')).length).toBe(before)
    expect(await cast.tell(cast.secretary, '预警解除')).toBe('预警解除了，群里也说了。')
    expect(await cast.posts('解除')).toHaveLength(1)
    await cast.town.advance('PT1H')
    expect(await cast.tell(cast.leader, '预警情况')).toBe('现在没有预警。')
  })

  it('is not a keeper’s to raise, nor one of another village’s', async () => {
    expect(await cast.tell(await cast.named('李建国'), '发预警')).toContain('要由')
    expect(await cast.tell(cast.secretary, '预警 全镇 暴雨')).toMatchInlineSnapshot(
      `"发预警要由村支书、镇值班或镇领导来发，只能发到自己管的村。"`,
    )
  })

  it('is counted in the month, and in no other way', async () => {
    expect(await cast.tell(cast.leader, '月报 12月')).toContain('政策宣传：发通知')
  })
})

describe('for a village whose group is only heard', () => {
  beforeAll(async () => {
    await cast.town.clockTo('2026-12-10T08:30:00+08:00')
    await cast.tell(cast.secretary, '先听一周')
  })

  it('a notice says to author and approver how else people are to be told', async () => {
    expect(await cast.tell(cast.clerk, '发通知 周六上午村里查卫生，各家扫好门前')).toMatchInlineSnapshot(
      `"【通知7】记下了，发到坪头村，已请王永明定。坪头村的群先听一周，这几天群里不发，请用大喇叭、公示栏告诉大家，或让网格员转告。"`,
    )
    expect(await cast.town.lastWord(cast.secretary.id)).toMatchInlineSnapshot(`
      "【通知7】李小燕想在坪头村发：
      “周六上午村里查卫生，各家扫好门前”
      坪头村的群先听一周，这几天群里不发，请用大喇叭、公示栏告诉大家，或让网格员转告。
      回“同意”或“不同意”。"
    `)
    expect(await cast.tell(cast.secretary, '同意')).toMatchInlineSnapshot(
      `"【通知7】同意了。坪头村的群先听一周，这几天群里不发，请用大喇叭、公示栏告诉大家，或让网格员转告。"`,
    )
    await cast.town.clockTo('2026-12-10T10:01:00+08:00')
    expect(await cast.posts('查卫生')).toEqual([])
  })

  it('one for all villages says which of them will not read it', async () => {
    const before = (await cast.posts('护林')).length
    await cast.tell(cast.duty, '发通知 全镇 护林防火，田边不点火')
    expect(await cast.tell(cast.mayor, '同意')).toMatchInlineSnapshot(
      `"【通知8】同意了，十分钟后发，今天发过的群明天发。坪头村的群先听一周，这几天群里不发，请用大喇叭、公示栏告诉大家，或让网格员转告。"`,
    )
    await cast.town.clockTo('2026-12-11T10:01:00+08:00')
    expect(await cast.posts('田边不点火', (await cast.town.group('河口村')).id)).toHaveLength(1)
    expect(await cast.posts('护林')).toHaveLength(before)
  })

  it('an alarm reaches the keepers, and whoever raised it knows that the group did not read it', async () => {
    const before = (await cast.posts('')).length
    expect(await cast.tell(cast.secretary, '预警 今晚有大风，收好棚膜')).toMatchInlineSnapshot(
      `"坪头村的群先听一周，群里没有发，请用大喇叭再喊一遍，或打电话。网格员已经知道了，共7户。半小时后告诉网格员还有谁没回，一小时后告诉村支书。回“预警情况”随时看，过去了回“预警解除”。"`,
    )
    expect(await cast.town.lastWord((await cast.named('李建国')).id)).toContain('今晚有大风')
    expect(await cast.tell(cast.secretary, '预警解除')).toBe('预警解除了，群里没有发，请网格员转告。')
    expect(await cast.posts('')).toHaveLength(before)
  })
})
