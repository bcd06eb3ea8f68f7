import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let scene: Scene
beforeAll(async () => {
  town = await startTown()
  scene = await sceneIn(town, '坪头村')
})
afterAll(() => town.close())

const PLEASE_SAY = '这个我看不了，请打字说一句：在哪里、什么事，可以配照片。'
const heardOf = async () => (await town.rows<{ n: number }>('SELECT count(*)::int AS n FROM "Notice"'))[0]?.n

describe('what is passed on in a group without a word', () => {
  it.each([
    '[链接] 邻县一化工厂起火，浓烟滚滚',
    '突发山体滑坡！多户村民房屋被埋 https://mp.weixin.qq.com/s/Ab3_x',
    '【某地大桥垮塌，数车坠河】https://m.toutiao.com/is/iYk/ - 今日头条',
    '7.46 复制打开抖音，看看【老百姓的事】女子遭家暴报警… https://v.douyin.com/iFx/',
    'https://mp.weixin.qq.com/s?__biz=1',
    '[视频号] 洪水冲进县城',
    '[小程序] 路灯报修',
    '[聊天记录] 坪头村三社水管爆了',
    '[文件] 低保名单公示.pdf',
    '[名片] 王电工',
    '[位置] 坪头村四社变压器',
    '[视频]',
  ])('%s is no matter, no alarm and no word', async (text) => {
    const before = await heardOf()
    await scene.say(nth(scene.residents, 0), text)
    expect(await scene.tickets()).toEqual([])
    expect(await heardOf()).toBe(before)
    expect((await town.heardIn(scene.group)).at(-1)?.text).toBe(text)
  })
})

describe('what is passed on to the bot alone', () => {
  it.each([
    ['[链接] 农村自建房倒塌两死一伤', PLEASE_SAY],
    ['煤气中毒一家三口身亡，医生提醒 https://mp.weixin.qq.com/s/Q1', PLEASE_SAY],
    ['[视频]', PLEASE_SAY],
    ['[文件] 水费单.xlsx', PLEASE_SAY],
    ['[位置] 坪头村二社大涝池', '【位置收到】这里有什么事？说一句就行。'],
  ])('%s is answered one-to-one, and is no matter', async (text, answer) => {
    expect(await scene.tell(nth(scene.residents, 1), text)).toBe(answer)
    expect(await scene.tickets()).toEqual([])
  })
})

describe('words of the sender’s own', () => {
  it.each<[string, readonly string[], string]>([
    ['a place before them', ['[位置] 坪头村二社涝池边', '自来水管爆了，水淌了一路'], '坪头村二社涝池边，自来水管爆了，水淌了一路'],
    ['a place behind them', ['路灯坏了好几天了，晚上看不见', '[位置] 坪头村三社磨坊'], '坪头村三社磨坊，路灯坏了好几天了，晚上看不见'],
    ['a link before them', ['[链接] 井盖吃人，谁之过', '我们四社路口的井盖也丢了，赶紧盖上'], '我们四社路口的井盖也丢了，赶紧盖上'],
    [
      'in one line with an address',
      ['一社我家门口垃圾堆成山没人拉 https://v.douyin.com/k1'],
      '一社我家门口垃圾堆成山没人拉 https://v.douyin.com/k1',
    ],
  ])('%s are a matter', async (_name, lines, text) => {
    const who = nth(scene.residents, 2 + (await scene.tickets()).length)
    for (const line of lines) await town.say(scene.group, who.id, line)
    await town.settle()
    const [ticket] = await town.rows<{ text: string }>(`SELECT text FROM "Ticket" WHERE "reporterId" = '${who.id}'`)
    expect(ticket?.text).toBe(text)
  })

  it.each([
    ['水管爆了，水淌了一路', '河口村二社大槐树，水管爆了，水淌了一路'],
    ['这里的路灯不亮了', '河口村二社大槐树，这里的路灯不亮了'],
    ['垃圾堆了半个月没人拉', '河口村二社大槐树，垃圾堆了半个月没人拉'],
  ])('answer what there is at a place: %s', async (words, text) => {
    const other = await sceneIn(town, '河口村')
    const who = nth(other.residents, (await other.tickets()).length)
    expect(await other.tell(who, '[位置] 河口村二社大槐树')).toBe('【位置收到】这里有什么事？说一句就行。')
    await other.tell(who, words)
    const [ticket] = await town.rows<{ text: string }>(`SELECT text FROM "Ticket" WHERE "reporterId" = '${who.id}'`)
    expect(ticket?.text).toBe(text)
  })

  it('are gone on with by a place that comes after the receipt', async () => {
    const who = nth(scene.residents, 6)
    await scene.say(who, '河堤上的护栏断了一截')
    const ticket = await scene.last()
    await scene.say(who, '[位置] 坪头村五社河堤拐弯处')
    expect((await town.ticket(ticket.number)).history.at(-1)).toMatchObject({ what: '补充', note: '坪头村五社河堤拐弯处' })
  })
})
