import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.close())

const dutyCadre = async () => {
  const found = (await town.people('')).find((p) => p.roles.some((r) => r.role === 'duty'))
  if (!found) throw new Error('nobody is on duty')
  return found
}
const calls = async (number: string) => (await town.ticket(number)).notices.filter((n) => n.text.includes('紧急') && n.state === 'sent')

describe('words that may mean danger and do not say so', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await sceneIn(town, '石桥村')
  })

  it('are shown to the duty cadre alone, without sirens; nobody else hears anything', async () => {
    const who = nth(scene.residents, 0)
    await scene.say(who, '脸上青一块紫一块 没脸见人')
    await town.advance('PT2M')
    await town.settle()
    expect(await scene.tickets()).toEqual([])
    expect(await scene.posts()).toEqual([])
    expect(await scene.words(who)).toEqual([])
    const duty = await dutyCadre()
    expect(await town.lastWord(duty.id)).toContain('请看一眼：')
    expect(await town.lastWord(duty.id)).toContain('没脸见人')
  })

  it('are closed by 没事', async () => {
    expect(await scene.tell(await dutyCadre(), '没事')).toBe('好，不管它了。')
    expect(await scene.tickets()).toEqual([])
  })

  it('become a ticket behind doors by 登记', async () => {
    const who = nth(scene.residents, 1)
    await scene.tell(who, '药瓶子都准备好了')
    await town.advance('PT2M')
    await town.settle()
    expect(await town.lastWord(who.id)).toMatch(/^看到了，已转给值班的/u)
    await scene.tell(await dutyCadre(), '登记')
    const { title, number } = await scene.last()
    expect(title).toBe('家里的急事')
    expect(await calls(number)).toHaveLength(1)
    expect(await scene.posts()).toEqual([])
  })

  it('are shown three times a day in the whole township, and no oftener', async () => {
    const other = await sceneIn(town, '梨园村')
    const looks = async () => (await other.words(await dutyCadre())).filter((w) => w.startsWith('请看一眼')).length
    const before = await looks()
    for (const n of [0, 1, 2]) {
      await other.say(nth(other.residents, n), '我去河边坐一会 你们别找')
      await town.advance('PT2M')
      await town.settle()
    }
    expect(await looks()).toBe(before + 1)
  })
})

describe('a hint that everybody may be in danger', () => {
  it('opens by 登记 as what it is, and is said where it was told', async () => {
    await town.advance('PT26H')
    const scene = await sceneIn(town, '红土坡村')
    await scene.say(nth(scene.residents, 0), '坡上又滚石头了 声音大得很')
    await town.advance('PT5M')
    await town.settle()
    expect(await scene.posts()).toEqual([])
    expect(await town.lastWord((await dutyCadre()).id)).toContain('滚石头')
    expect(await scene.tell(await dutyCadre(), '登记')).toContain('已经提醒大家')
    const ticket = await scene.last()
    expect(ticket).toMatchObject({ urgent: true, private: false })
    expect(await scene.posts()).toEqual([expect.stringContaining(`【${ticket.number}】塌方滑坡`)])
  })
})

describe('an old woman who does not answer', () => {
  it('is called for behind doors, with what to do first, and the next neighbour with a duty comes second', async () => {
    const scene = await sceneIn(town, '岩坪村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '隔壁三婆跌到灶房了，叫着不应')
    const { number } = await scene.last()
    expect(await scene.posts()).toEqual([])
    expect(await town.lastWord(who.id)).toContain('先打120')
    await town.advance('PT16M')
    await town.settle()
    const called = await calls(number)
    expect(called).toHaveLength(2)
    expect(called[0]?.text).toContain('先问打没打120')
  })
})

describe('whoever sees more', () => {
  it('joins an alarm: where it is goes to whoever was called', async () => {
    const scene = await sceneIn(town, '竹园村')
    await scene.say(nth(scene.residents, 0), '着火了着火了，快来人')
    const { number, owner } = await scene.last()
    await scene.say(nth(scene.residents, 1), '在二社磨坊后头')
    expect(await town.lastWord(owner?.id ?? '')).toContain('磨坊后头')
    await scene.say(nth(scene.residents, 2), '是柴房')
    expect(await town.lastWord(owner?.id ?? '')).toContain('是柴房')
    expect(await scene.tickets()).toHaveLength(1)
    expect(await calls(number)).toHaveLength(1)
  })

  it('of another fire at another thing tells another', async () => {
    const scene = await sceneIn(town, '凤山村')
    await scene.say(nth(scene.residents, 0), '麦场着火了，快来人')
    await scene.say(nth(scene.residents, 1), '三爸家的灶房着火了，人还在里头')
    expect(await scene.tickets()).toHaveLength(2)
  })
})

describe('an all-clear by whoever was called', () => {
  it('ends the calling, is said once where the alarm was said, and asks the owner to close', async () => {
    const scene = await sceneIn(town, '老街村')
    await scene.say(nth(scene.residents, 0), '后山着火了，往庄里烧')
    const { number, owner } = await scene.last()
    await scene.say(scene.cadre('secretary'), '火灭了 人都好着')
    expect((await scene.posts()).filter((p) => p.includes('火灭了，大家放心'))).toHaveLength(1)
    expect(await town.lastWord(owner?.id ?? '')).toContain('办结')
    await scene.say(nth(scene.residents, 0), '火灭了')
    expect((await scene.posts()).filter((p) => p.includes('大家放心'))).toHaveLength(1)
    await town.advance('PT40M')
    expect(await calls(number)).toHaveLength(1)
  })

  it('is not followed by a post that it is overdue', async () => {
    const scene = await sceneIn(town, '林家沟村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '柴垛着火了，快来人')
    await scene.say(who, '都灭了')
    for (const _ of [1, 2, 3]) {
      await town.nextMorning()
      await town.settle()
    }
    expect((await scene.posts()).filter((p) => p.includes('还没办完'))).toEqual([])
  })

  it('of a denial by who told it does the same', async () => {
    const scene = await sceneIn(town, '花庙村')
    const who = nth(scene.residents, 0)
    await scene.say(who, '后坡着火了，快来人')
    await scene.say(who, '看错了 没着火')
    await town.advance('PT40M')
    expect(await calls((await scene.last()).number)).toHaveLength(1)
    expect((await scene.posts()).at(-1)).toContain('大家放心')
  })
})

describe('a hazard', () => {
  it('is to be made safe within a day, without sirens', async () => {
    const scene = await sceneIn(town, '井儿沟村')
    await scene.say(nth(scene.residents, 0), '村口桥栏杆断了，危险')
    await town.advance('PT2M')
    await town.settle()
    const { number } = await scene.last()
    expect((await scene.posts()).join()).not.toContain('119')
    expect(await calls(number)).toEqual([])
    const ticket = await town.ticket(number)
    const hours = (new Date(ticket.completeBy).getTime() - new Date(ticket.history[0]?.at ?? '').getTime()) / 3_600_000
    expect(hours).toBeLessThanOrEqual(24)
  })
})
