import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOOKED_AT } from '../orders/natural-words.ts'
import '../support/seed.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'
import { unsureSentences } from '../support/unsure.ts'

/** A Tuesday. */
const MORNING = '2026-12-01T09:00:00+08:00'
let town: Town
let scene: Scene
/** Who speaks in the group and never to the bot alone. */
const SPEAKERS = [1, 2, 4, 5] as const
/** Matters, dangers, orders and questions of residents. */
const TOLD = [
  '着火了，二社的草垛着了',
  '我家娃不见了，帮忙找找',
  '我活着没意思',
  '他又打我了',
  '桥头那个路灯坏了',
  '停水三天了咋没人管',
  '医保怎么交',
  '进度',
  '进度 1',
  '撤回',
  '+1',
  '我家也是',
  '满意',
  '没修好',
  '不公开',
  '帮助',
  '登记 三社的路灯坏了',
  '别说是我说的',
  '收到',
  '是',
  '电线断了掉在路上冒火花',
  '文书收了钱不办事',
  '我被骗了两万块钱',
]
const resident = (n: number) => nth(scene.residents, n)
const numbers = async () => (await scene.tickets()).map((t) => t.number)
const lastList = async () => (await scene.words(scene.cadre('clerk'))).filter((text) => text.startsWith('这几句像是有事')).at(-1) ?? ''
/** The number before a line of the clerk's list. */
const numberOf = (list: string, words: string) =>
  list
    .split('\n')
    .find((line) => line.includes(words))
    ?.split(' ')[0] ?? ''

beforeAll(async () => {
  town = await startTown({}, MORNING)
  scene = await sceneIn(town, '井儿沟村')
})
afterAll(() => town.close())

describe('a quiet week', () => {
  it('begins by the secretary’s word, and the clerk knows it', async () => {
    expect(await scene.tell(scene.cadre('secretary'), '先听一周')).toMatchInlineSnapshot(
      `"“井儿沟村便民之声”从今天起先听一周：我在群里一句话不说，像是有事的只单独发给文书。12月8日（周二）再问您要不要开口。"`,
    )
    expect((await scene.words(scene.cadre('clerk'))).at(-1)).toContain('从今天起先听一周')
    expect(await scene.tell(scene.cadre('keeper'), '先听一周')).not.toContain('从今天起')
  })

  it('puts what would have opened on the clerk’s list, and says nothing to anybody else', async () => {
    const before = await numbers()
    await scene.say(resident(0), '三社路口的路灯又不亮了')
    await scene.say(resident(1), '二社的自来水停了两天了')
    await scene.say(resident(2), nth(unsureSentences(), 0))
    await town.clockTo('2026-12-01T12:01:00+08:00')
    expect(await numbers()).toEqual(before)
    const list = await lastList()
    const [, head, ...sure] = list.split('\n')
    expect(head).toBe('我会登记的：')
    expect(sure.slice(0, 2).join('\n')).toContain(resident(0).name)
    expect(sure.slice(0, 2).join('\n')).toContain(resident(1).name)
    expect(list.indexOf('拿不准的：')).toBeLessThan(list.indexOf(nth(unsureSentences(), 0)))
    expect(await scene.posts()).toEqual([])
    expect((await Promise.all([0, 1, 2].map((n) => scene.words(resident(n))))).flat()).toEqual([])
  })

  it('runs what the clerk registers with its owner, and the group and its teller hear nothing', async () => {
    const list = await lastList()
    expect(await scene.tell(scene.cadre('clerk'), `只有${numberOf(list, '路灯')}`)).toMatch(/^登记了：井\d+ /u)
    const { number } = await scene.last()
    const { owner } = await town.ticket(number)
    const of = nth(
      (await town.people(`village=${encodeURIComponent(scene.village)}`)).filter((p) => p.id === owner?.id),
      0,
    )
    expect((await scene.words(of)).at(-1)).toContain(`【${number}】`)
    await scene.tell(of, `办结 ${number} 换了灯泡`)
    await town.advance('P1D')
    expect(await scene.posts()).toEqual([])
    expect(await scene.words(resident(0))).toEqual([])
  })

  it('answers one-to-one who works here, and who writes to the bot alone', async () => {
    const clerk = scene.cadre('clerk')
    await town.say(scene.group, clerk.id, '@说事 待办')
    await town.settle()
    expect((await scene.words(clerk)).at(-1)).toMatch(/^手上/u)
    expect(await scene.tell(resident(3), '我家门口的水渠塌了一段，浇不上地')).not.toBe('')
    expect(await scene.posts()).toEqual([])
  })

  it('tells the duty cadre of a danger at once, one-to-one, and nobody else', async () => {
    const duty = nth(await town.people('role=duty'), 0)
    await scene.say(resident(4), '着火了！三社老王家房子着火了，快来人')
    await scene.say(resident(5), '三社着火了 火大得很')
    const words = (await scene.words(duty)).filter((text) => text.includes('着火'))
    expect(words).toHaveLength(1)
    expect(words[0]).toContain('群里现在只听不说')
    expect(await scene.posts()).toEqual([])
    expect(await scene.tell(duty, '登记')).toContain('群里不会说')
    const { number } = await scene.last()
    await scene.tell(duty, `接 ${number}`)
    expect(await scene.tell(duty, `办结 ${number} 火灭了`)).toContain(number)
    expect(await scene.posts()).toEqual([])
  })

  it('ends with what it came to, and with no word of its own in the group until somebody says so', async () => {
    await town.clockTo('2026-12-08T09:05:00+08:00')
    const [secretary, clerk] = [scene.cadre('secretary'), scene.cadre('clerk')]
    expect((await scene.words(secretary)).at(-1)).toMatchInlineSnapshot(
      `"“井儿沟村便民之声”我听了一周，没在群里说话。我会登记3件，村里登记了其中2件；没有漏听的。要我开口回“正式开始”，还要听回“再听一周”。"`,
    )
    expect((await scene.words(clerk)).at(-1)).toContain('再听一周')
    const [next] = await town.rows<{ at: Date }>(`SELECT at FROM "Due" WHERE job = 'trial-week' AND "doneAt" IS NULL`)
    expect(next?.at).toEqual(new Date('2026-12-15T09:00:00+08:00'))
    expect(await scene.posts()).toEqual([])
  })

  it('says nothing to the group or to those who only speak there, whoever says what', { timeout: 60_000 }, async () => {
    const cadres = ['clerk', 'secretary', 'keeper', 'mediator'].map((role) => scene.cadre(role))
    const scenes = fc.sample(
      fc.record({
        cadre: fc.constantFrom(null, null, ...cadres),
        told: fc.constantFrom(...TOLD, ...unsureSentences()),
        ordered: fc.constantFrom(...LOOKED_AT.map((o) => o.said), '登记 四社的桥栏杆断了', '机器人恢复', '发通知 明天停水'),
        teller: fc.constantFrom(...SPEAKERS),
        calls: fc.boolean(),
        isAlone: fc.boolean(),
        minutes: fc.integer({ min: 0, max: 90 }),
      }),
      30,
    )
    for (const { cadre, told, ordered, teller, calls, isAlone, minutes } of scenes) {
      const text = `${calls ? '@说事 ' : ''}${cadre ? ordered : told}`
      if (cadre && isAlone) await town.tell(cadre.id, text)
      else await town.say(scene.group, cadre?.id ?? resident(teller).id, text)
      if (minutes > 80) await town.advance(`PT${minutes}M`)
      else if (minutes > 60) await town.settle()
    }
    await town.advance('P1D')
    expect(await scene.posts()).toEqual([])
    const heard = await Promise.all(SPEAKERS.map((n) => scene.words(resident(n))))
    expect(heard.flat()).toEqual([])
  })

  it('is over with 正式开始: from then on the group is spoken to, of what is new', async () => {
    // Whatever hour the scenes before have come to, and whether or not somebody had asked for silence.
    await town.nextMorning()
    await scene.say(scene.cadre('secretary'), '机器人恢复')
    expect(await scene.tell(scene.cadre('secretary'), '正式开始')).toContain('正式开始')
    expect(await scene.posts()).toHaveLength(1)
    await scene.say(resident(6), '一社的垃圾堆了半个月没人拉')
    await town.advance('PT5M')
    expect((await scene.posts()).slice(1)).toEqual([expect.stringContaining('已登记')])
  })
})
