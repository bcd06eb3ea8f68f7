import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

describe('me too', () => {
  it('is of the line right before it, not of what the bot last spoke of', async () => {
    const scene = await sceneIn(town, '竹园村')
    const [a, b, c] = [nth(scene.residents, 0), nth(scene.residents, 1), nth(scene.residents, 2)]
    await scene.say(a, '二社的河堤垮了一截')
    const { number } = await scene.last()
    await scene.say(b, '晚上谁去跳舞')
    await scene.say(c, '+1')
    expect((await town.ticket(number)).followers).toEqual([])
    await scene.say(b, '三社的自来水停了')
    const water = await scene.last()
    await scene.say(c, '我家也没水')
    expect((await town.ticket(water.number)).followers).toEqual([c.id])
    expect((await town.ticket(number)).followers).toEqual([])
    expect((await scene.posts()).at(-1)).toContain('现在有2户反映')
  })

  it('with a trouble of its own joins nothing', async () => {
    const scene = await sceneIn(town, '高台村')
    await scene.say(nth(scene.residents, 0), '三社的自来水停了')
    await scene.say(nth(scene.residents, 1), '我家也停电了')
    expect((await town.ticket((await scene.tickets()).find((t) => t.duty === 'V-WATER')?.number ?? '')).followers).toEqual([])
  })
})

describe('a correction', () => {
  it('within the window puts the text right', async () => {
    const scene = await sceneIn(town, '青泥塘村')
    const who = nth(scene.residents, 0)
    await town.say(scene.group, who.id, '二社路口的路灯不亮了')
    await town.say(scene.group, who.id, '打错了，三社')
    await town.settle()
    expect((await scene.last()).title).toContain('三社')
    expect(await scene.tickets()).toHaveLength(1)
  })

  it('after the receipt moves title and owner, and says so', async () => {
    const scene = await sceneIn(town, '红土坡村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '二社路口的路灯不亮了')
    const before = await scene.last()
    await scene.say(who, '说错了，是四社')
    const after = await town.ticket(before.number)
    expect(after.title).toContain('四社')
    expect(await town.lastWord(who.id)).toContain('已改成')
  })

  it('is not what somebody says to others in a quarrel', async () => {
    const scene = await sceneIn(town, '黄柏垭村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '村口的垃圾没人拉，臭得很')
    const { number, title } = await scene.last()
    await scene.say(who, '不对，你说的不对')
    await scene.say(who, '不对啊，我看今天车来了')
    expect((await town.ticket(number)).title).toBe(title)
  })
})

describe('the same trouble told again', () => {
  it('by its author goes to the open ticket, another trouble does not', async () => {
    const scene = await sceneIn(town, '龙潭村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '我们社停水了，水管爆了')
    const { number } = await scene.last()
    await town.advance('PT3H')
    await scene.say(who, '还没水啊，人做饭都做不成')
    expect((await town.ticket(number)).history.at(-1)?.what).toBe('补充')
    await scene.say(who, '村口路灯又坏了')
    expect((await scene.tickets()).map((t) => t.duty).sort()).toEqual(['V-LAMP', 'V-WATER'])
  })

  it('after 办好了吗 brings the ticket back', async () => {
    const scene = await sceneIn(town, '凤山村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '三社的自来水停了')
    const { number, owner } = await scene.last()
    await town.tell(owner?.id ?? '', `办结 ${number} 换了水管`)
    await town.settle()
    await scene.tell(who, '还是没水')
    const after = await town.ticket(number)
    expect(after.status).toBe('open')
    expect(await scene.tickets()).toHaveLength(1)
  })
})

describe('two matters', () => {
  it('in one message become two tickets when the second is announced', async () => {
    const scene = await sceneIn(town, '麻地坝村')
    await scene.say(nth(scene.residents, 0), '两个事，一个是村口的垃圾箱满了没人拉，再一个三社的路灯不亮了')
    expect((await scene.tickets()).map((t) => t.duty).sort()).toEqual(['V-LAMP', 'V-WASTE'])
  })

  it('are not made of one story told in pieces', async () => {
    const scene = await sceneIn(town, '老街村')
    const who = nth(scene.residents, 0)
    for (const line of ['哎', '咱三社磨面房那里', '那个路灯', '不亮了', '黑灯瞎火的娃放学怕得很']) await town.say(scene.group, who.id, line)
    await town.settle()
    expect(await scene.tickets()).toHaveLength(1)
  })
})

describe('a plain question', () => {
  it('is answered from the duty list at once, one-to-one, and opens nothing', async () => {
    const scene = await sceneIn(town, '槐树底村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '医保怎么交')
    expect(await scene.tickets()).toEqual([])
    expect(await town.lastWord(who.id)).toMatch(/医保.*\n怎么办/u)
    expect(await scene.posts()).toEqual([])
  })
})

it('the speaker’s own share of it is the same matter', async () => {
  const scene = await sceneIn(town, '石桥村')
  await scene.say(nth(scene.residents, 0), '四社抽水的泵坏了，地里浇不上水')
  await scene.say(nth(scene.residents, 1), '我家的地也浇不上')
  expect(await scene.tickets()).toHaveLength(1)
  expect((await scene.last()).followers).toHaveLength(1)
})
