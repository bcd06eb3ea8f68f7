import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let group: string
let duty: SandboxPerson
let resident: SandboxPerson
let leader: SandboxPerson

const first = (people: SandboxPerson[]): SandboxPerson => {
  const [one] = people
  if (!one) throw new Error('nobody')
  return one
}
const wordsTo = async (p: SandboxPerson, text: string, more = {}) => {
  await town.tell(p.id, text, more)
  await town.settle()
  return town.lastWord(p.id)
}
const postsSaying = async (words: string) =>
  (await town.heardIn(group)).filter((m) => m.from.bot && m.text.includes(words)).map((m) => m.text)

beforeAll(async () => {
  town = await startTown({}, '2026-11-25T09:00:00+08:00')
  group = (await town.group('坪头村')).id
  duty = first(await town.people('role=duty'))
  resident = first((await town.people(`role=resident&village=${encodeURIComponent('坪头村')}`)).filter((p) => p.groups.includes(group)))
  leader = first((await town.people('role=leader')).filter((p) => p.roles.some((r) => r.grid === 'jifeng')))
})
afterAll(() => town.close())

describe('a month of lectures', () => {
  it('asks for what is missing, one thing at a time', async () => {
    // Two working days on, so that there is an announcement and a reminder.
    await town.clockTo('2026-12-01T08:30:00+08:00')
    expect(await wordsTo(duty, '讲堂 法治 12月10日')).toBe('几点开始？比如“下午3点”。')
    expect(await wordsTo(duty, '下午三点')).toBe('谁来讲？比如“张法官”。')
    expect(await wordsTo(duty, '县法院张法官')).toBe('讲什么？说个题目就行，比如“土地承包”。')
    expect(await wordsTo(duty, '土地承包')).toMatchInlineSnapshot(
      `"第1场记下了：法治大讲堂：土地承包，12月10日（周四）下午3点，德育堂，县法院张法官主讲。会在群里说，前一天再提醒。要改回“讲堂 改到 日期”，不办回“讲堂 取消”。"`,
    )
  })

  it('is announced in the day’s one post, and answers whoever asks', async () => {
    expect(await postsSaying('大讲堂')).toEqual([])
    await town.clockTo('2026-12-01T10:01:00+08:00')
    expect(await postsSaying('大讲堂')).toMatchInlineSnapshot(`
      [
        "法治大讲堂：土地承包。12月10日（周四）下午3点，德育堂，县法院张法官主讲。欢迎来听。",
      ]
    `)
    expect(await wordsTo(resident, '讲堂')).toMatchInlineSnapshot(
      `"12月10日（周四）下午3点 法治大讲堂：土地承包，德育堂，县法院张法官主讲"`,
    )
  })

  it('is told again the day before, and asked about the morning after', async () => {
    await town.clockTo('2026-12-09T12:00:00+08:00')
    expect(await postsSaying('提醒一下')).toMatchInlineSnapshot(`
      [
        "提醒一下，12月10日（周四）下午3点，法治大讲堂在德育堂，县法院张法官讲土地承包。",
      ]
    `)
    await town.clockTo('2026-12-11T09:00:00+08:00')
    expect(await town.lastWord(duty.id)).toMatchInlineSnapshot(
      `"12月10日（周四）的法治大讲堂（土地承包）办了吗？到了多少人？回“讲堂 到了56人”，也可以写上记录；没办回“讲堂 取消”。"`,
    )
    expect(await wordsTo(duty, '讲堂 到了56人 会后有8人留下问宅基地')).toMatchInlineSnapshot(
      `"第1场法治大讲堂记下了：到了56人，会后有8人留下问宅基地。"`,
    )
    const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64')
    expect(await wordsTo(duty, '讲堂照片', { image: { name: '现场.png', base64: photo.toString('base64') } })).toContain('照片1张')
  })

  it('moves and is called off aloud where somebody has read of it', async () => {
    await wordsTo(duty, '讲堂 道德 12月18日上午9点 德育堂 主讲王老师 孝老爱亲')
    await town.clockTo('2026-12-12T10:01:00+08:00')
    expect(await wordsTo(duty, '讲堂 改到 12月17日下午2点')).toMatchInlineSnapshot(`"第2场改到12月17日（周四）下午2点，会在群里说。"`)
    await town.clockTo('2026-12-13T10:01:00+08:00')
    expect(await postsSaying('改到')).toMatchInlineSnapshot(`
      [
        "道德大讲堂改到12月17日（周四）下午2点，德育堂，题目不变。",
      ]
    `)
    expect(await wordsTo(duty, '讲堂 取消')).toMatchInlineSnapshot(`"第2场取消了，说过的群会再说一声。"`)
    await town.clockTo('2026-12-14T10:01:00+08:00')
    expect(await postsSaying('不办了')).toMatchInlineSnapshot(`
      [
        "原定12月17日（周四）的道德大讲堂不办了，时间再定。",
      ]
    `)
    await town.clockTo('2026-12-18T10:01:00+08:00')
    expect(await postsSaying('孝老爱亲')).toHaveLength(1)
  })

  it('tells the office on the twentieth what is missing, and the leader in the digest', async () => {
    await town.clockTo('2026-12-20T12:00:00+08:00')
    expect(await town.lastWord(duty.id)).toMatchInlineSnapshot(`"12月的道德大讲堂还没安排。请回“讲堂 道德 日期 地点 主讲谁 题目”。"`)
    await town.clockTo('2026-12-22T20:00:00+08:00')
    const digests = (await town.heardBy(leader.id)).filter((m) => m.from.bot && m.text.includes('宣讲'))
    expect(digests.map((m) => m.text)).toMatchInlineSnapshot(`
      [
        "鸡峰镇 12月21日（周一）
      宣讲：12月道德大讲堂还没安排",
      ]
    `)
    expect(await wordsTo(leader, '月报 12月')).toMatchInlineSnapshot(`
      "鸡峰镇 2026年12月月报
      没有新的事。
      事项去年同期没有记录
      宣讲：法治大讲堂1场56人，道德大讲堂没有"
    `)
  })

  it('is not called off by a village that only hears of it', async () => {
    await wordsTo(duty, '讲堂 道德 12月30日上午9点 德育堂 主讲王老师 家风')
    const clerk = first(await town.people(`role=clerk&village=${encodeURIComponent('坪头村')}`))
    expect(await wordsTo(clerk, '讲堂 取消')).toBe('没有找到要记的讲堂。回“讲堂”看安排。')
  })

  it('is told privately to a resident who asks for it in the group', async () => {
    await town.say(group, resident.id, '讲堂啥时候开')
    await town.settle()
    expect(await town.lastWord(resident.id)).toContain('12月30日（周三）上午9点 道德大讲堂：家风')
  })

  it('had nobody or somebody, never fewer', async () => {
    expect(await wordsTo(duty, '讲堂 到了-5人')).toContain('最少是0')
  })

  it('is not a resident’s to plan', async () => {
    expect(await wordsTo(resident, '讲堂 法治 12月28日下午3点 德育堂 主讲我 打麻将')).not.toContain('麻将')
  })
})
