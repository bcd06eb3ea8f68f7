import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const calls = async (number: string) => (await town.ticket(number)).notices.filter((n) => n.text.includes('紧急') && n.state === 'sent')

describe('a fire told in pieces and by two people', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await sceneIn(town, '林家沟村')
  })

  it('is one ticket, one post and one call; what follows goes to whoever has it in hand', async () => {
    const [first, second] = [nth(scene.residents, 0), nth(scene.residents, 1)]
    await scene.say(first, '着火了着火了')
    await scene.say(first, '三社麦场')
    await scene.say(first, '草垛子')
    await scene.say(second, '麦场着火了快来人')
    expect(await scene.tickets()).toHaveLength(1)
    const ticket = await town.ticket((await scene.last()).number)
    expect((await scene.posts()).filter((p) => p.includes('119'))).toHaveLength(1)
    expect(await calls(ticket.number)).toHaveLength(1)
    expect(ticket.history.filter((h) => h.what === '补充').map((h) => h.note)).toEqual(['三社麦场', '草垛子', '麦场着火了快来人'])
    expect(ticket.followers).toEqual([second.id])
    expect(await town.lastWord(second.id)).toContain('已经有人报了')
  })

  it('is said to be over by who told it, and nobody else is called', async () => {
    const { number } = await scene.last()
    await scene.say(nth(scene.residents, 0), '人都没事，火灭了')
    expect(await scene.tickets()).toHaveLength(1)
    await town.advance('PT40M')
    expect(await calls(number)).toHaveLength(1)
  })
})

describe('violence at home', () => {
  let scene: Scene
  let number: string
  beforeAll(async () => {
    scene = await sceneIn(town, '岩坪村')
    await scene.tell(nth(scene.residents, 0), '我男人又喝酒打我')
    number = (await scene.last()).number
  })

  it('goes on being heard: every further word reaches the one who was called', async () => {
    const who = nth(scene.residents, 0)
    const before = (await scene.posts()).length
    await scene.tell(who, '他又来砸门了')
    await scene.tell(who, '我不敢出去')
    const owner = (await town.ticket(number)).owner?.id ?? ''
    const heard = (await town.heardBy(owner)).filter((m) => m.from.bot).map((m) => m.text)
    expect(heard.some((t) => t.includes('他又来砸门了'))).toBe(true)
    expect(heard.some((t) => t.includes('我不敢出去'))).toBe(true)
    expect((await scene.posts()).length).toBe(before)
    expect(await scene.tickets()).toHaveLength(1)
  })

  it('calls on every quarter of an hour with name and words, until somebody takes it; all who were called hear that', async () => {
    await town.advance('PT2H40M')
    const made = await calls(number)
    expect(made.length).toBeGreaterThan(9)
    expect(made.at(-1)?.text).toContain('我男人又喝酒打我')
    const called = [...new Set(made.map((n) => n.to.person ?? ''))]
    await scene.tell({ ...nth(scene.residents, 0), id: called[1] ?? '' }, `接 ${number}`)
    for (const id of called.filter((c) => c !== called[1])) expect(await town.lastWord(id)).toContain('您不用再管')
    const after = (await calls(number)).length
    await town.advance('PT1H')
    expect(await calls(number)).toHaveLength(after)
  })

  it('cannot be put off before anybody has looked at it', async () => {
    const other = await sceneIn(town, '石桥村')
    await other.say(nth(other.residents, 0), '沟里发洪水了，水进了老院子，快来人')
    const flood = await other.last()
    await other.tell({ ...nth(other.residents, 0), id: flood.owner?.id ?? '' }, `挂账 ${flood.number} 12月20日 等抽水机`)
    expect((await town.ticket(flood.number)).status).toBe('open')
  })
})

describe('a fight next door', () => {
  it('is as quiet in the group as trouble at home; who told it reads whom to call', async () => {
    const scene = await sceneIn(town, '竹园村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '隔壁两口子又打起来了，拿锄头把呢，快来人劝劝')
    const ticket = await scene.last()
    expect(ticket).toMatchObject({ urgent: true, private: true })
    expect(await scene.posts()).toEqual([])
    expect(await town.lastWord(who.id)).toMatch(/打110.*别人看不到/u)
    expect(await calls(ticket.number)).toHaveLength(1)
    await scene.tell({ ...who, id: ticket.owner?.id ?? '' }, `办结 ${ticket.number} 劝开了，人都没事`)
    await scene.tell(who, '满意')
    expect(await scene.posts()).toEqual([])
  })
})

describe('a fire whose end another villager tells', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await sceneIn(town, '高台村')
    await scene.say(nth(scene.residents, 0), '不好了，二社后坡着火了')
  })

  it('has that told to whoever has it in hand, and goes on being called for', async () => {
    const { number, owner } = await scene.last()
    await scene.say(nth(scene.residents, 1), '火灭了，是烧秸秆的')
    expect(await scene.tickets()).toHaveLength(1)
    expect(await town.lastWord(owner?.id ?? '')).toContain('火灭了，是烧秸秆的')
    await town.advance('PT20M')
    expect(await calls(number)).toHaveLength(2)
  })

  it('does not take in what is said of something else', async () => {
    const { number } = await scene.last()
    const before = (await town.ticket(number)).history.length
    await scene.say(nth(scene.residents, 2), '晚上都来跳舞啊')
    expect((await town.ticket(number)).history).toHaveLength(before)
  })
})

describe('a fire told by somebody who wants no name', () => {
  it('is still said to everybody, without one', async () => {
    const scene = await sceneIn(town, '红土坡村')
    await scene.say(nth(scene.residents, 0), '三社麦草垛着火了，快来人，别说是我说的')
    expect(await scene.posts()).toEqual([expect.stringContaining('119')])
    expect((await scene.posts()).join()).not.toContain(nth(scene.residents, 0).name)
  })
})

describe('somebody who writes that they want to die', () => {
  it('is answered as such, and never with the greeting', async () => {
    const scene = await sceneIn(town, '龙潭村')
    const who = nth(scene.residents, 0)
    await scene.tell(who, '我真的想死')
    expect(await town.lastWord(who.id)).toContain('12356')
    expect(await calls((await scene.last()).number)).toHaveLength(1)
    expect(await scene.posts()).toEqual([])
  })
})
