import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALONE } from '../../src/domain/talk.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'
import { unsureSentence } from '../support/unsure.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const NOT_UNDERSTOOD = '这句没听懂，什么也没有办。要办哪件就说编号，比如“办结 7”；回“帮助”看还能说什么。'

describe('a cadre’s odd line one-to-one', () => {
  it.each([
    '那就这么着吧',
    '今儿的会几点开',
    '把那个弄一下',
    '啊这',
    '？',
    '办',
    '晌午再看吧',
    '不晓得行不行',
    '哎哟喂',
    '你咋不早说',
    '三点半',
    '啥子嘛',
  ])('%s is answered, each time', async (text) => {
    const scene = await sceneIn(town, '河口村')
    const { id } = scene.cadre('secretary')
    const before = (await town.heardBy(id)).filter((m) => m.from.bot).length
    for (const _ of [1, 2]) {
      await town.tell(id, text)
      await town.settle()
    }
    const answers = (await town.heardBy(id)).filter((m) => m.from.bot).slice(before)
    expect(answers).toHaveLength(2)
    expect(await scene.tickets()).toEqual([])
  })

  it('that nobody can make anything of is told so', async () => {
    const scene = await sceneIn(town, '河口村')
    expect(await scene.tell(scene.cadre('mediator'), '把那个弄一下')).toBe(NOT_UNDERSTOOD)
    const { id } = scene.cadre('mediator')
    const before = (await town.heardBy(id)).length
    await scene.tell(scene.cadre('mediator'), '谢谢啊')
    await scene.tell(scene.cadre('mediator'), '[微笑]')
    expect((await town.heardBy(id)).slice(before).filter((m) => m.from.bot && m.text === NOT_UNDERSTOOD)).toEqual([])
  })
})

describe('what somebody tells the bot alone and the clerk is asked about', () => {
  it('is not left without a word, nor is what becomes of it', async () => {
    const scene = await sceneIn(town, '林家沟村')
    const who = nth(scene.residents, 0)
    expect(await scene.tell(who, unsureSentence({ ...ALONE, toBot: true }))).toBe('收到了，已请人看要不要登记，登记了就告诉您。')
    await scene.tell(scene.cadre('clerk'), '是')
    expect((await scene.words(who)).at(-1)).toContain((await scene.last()).number)
  })
})

describe('its reporter says that it is over before anybody has done it', () => {
  it.each([
    ['三社停水了', '水来了，谢谢'],
    ['一社的路灯不亮了', '路灯亮了，不用来了'],
    ['二社垃圾没人拉', '垃圾拉走了'],
    ['四社自来水管爆了', '水管修好了'],
  ])('%s, then %s: its owner is asked to close it', async (told, over) => {
    const scene = await sceneIn(town, '石桥村')
    const who = nth(scene.residents, (await scene.tickets()).length)
    await scene.say(who, told)
    const { number, owner } = await town.ticket((await scene.last()).number)
    await scene.say(who, over)
    const heard = (await town.ticket(number)).notices.filter((n) => n.to.person === owner?.id)
    expect(heard.at(-1)?.text).toContain(`没有别的事就回“办结 ${number}”`)
  })
})

describe('two of one kind', () => {
  const openTwo = async (scene: Scene, one: string, other: string) => {
    await scene.say(nth(scene.residents, 0), one)
    const [a] = await scene.tickets()
    await scene.say(nth(scene.residents, 1), other)
    const b = await scene.last()
    const { owner } = await town.ticket(b.number)
    await scene.tell(nth(await town.people(`q=${(await town.ticket(a?.number ?? '')).owner?.id}`), 0), `转 ${a?.number} ${owner?.name}`)
    return { a: a?.number, b: b.number, owner: nth(await town.people(`q=${owner?.id}`), 0) }
  }
  it('are offered by their places', async () => {
    const scene = await sceneIn(town, '岩坪村')
    const { a, b, owner } = await openTwo(scene, '一社的路灯不亮了', '二社的路灯坏了几天了')
    const asked = await scene.tell(owner, '办结 换了灯泡')
    expect(asked).toContain(`“${a} 一社路灯”`)
    expect(asked).toContain(`“${b} 二社路灯”`)
  })
})
