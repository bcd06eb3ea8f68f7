import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallbackKeys } from '../../../src/channels/wecom/callback/sealed.ts'
import { type Ears, openEars } from '../../support/listening.ts'
import { anOutboxTown, type OutboxTown } from '../../support/outbox.ts'
import { xmlCall } from '../../support/wecom-callback.ts'

const app: CallbackKeys = { token: 'token', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: 'ww0123456789abcdef' }
let town: OutboxTown
let ears: Ears
beforeAll(async () => {
  town = await anOutboxTown({ channel: 'wecom-app', groups: 1, sandbox: false })
  ears = await openEars(town, { corpId: app.receiveId, app })
})
afterAll(async () => {
  await ears.close()
  await town.close()
})

let count = 0
async function send(from: string, fields: Record<string, string>): Promise<string> {
  const id = String(9000 + ++count)
  const { url, body } = xmlCall('/wecom/app', app, { FromUserName: from, CreateTime: '1700000000', MsgId: id, ...fields })
  expect((await ears.server.inject({ method: 'POST', url, payload: body, headers: { 'content-type': 'text/xml' } })).statusCode).toBe(200)
  return (await town.prisma.message.findFirst({ where: { id } }))?.text ?? ''
}
const link = (Title: string, Description = '') => ({ MsgType: 'link', Title, Description, Url: 'https://x' })
const place = (Label: string) => ({ MsgType: 'location', Location_X: '33.1', Location_Y: '105.2', Label })
const tickets = () => town.prisma.ticket.findMany()

describe('what is passed on without a word of the sender’s', () => {
  it.each([
    link('突发！河南一村民家中煤气爆炸，三人送医'),
    link('暴雨红色预警！多地山体滑坡', '房屋倒塌，人员被困'),
    link('路灯不亮三年没人管，村民这样做'),
    link('坪头村二社水管爆裂', '水淌了一路'),
    link('家暴、自杀、喝农药：一个母亲的遭遇'),
    link('支书贪污低保款被查'),
    link('接'),
    place('坪头村二社水塔'),
    place('坪头村三社垃圾台'),
    place('坪头村火灾现场'),
    place(''),
    { MsgType: 'video', MediaId: 'm' },
    { MsgType: 'file', Title: '水管爆了.docx', MediaId: 'm' },
  ])('is no matter and no alarm, and leaves a row: %j', async (fields) => {
    const text = await send(`nobody-${count}`, fields)
    expect(text).toMatch(/^\[(?:链接|位置|视频|文件)\]/u)
    await town.settle()
    expect(await tickets()).toEqual([])
  })

  it('is asked about: what there is at a place, and words for what cannot be read', async () => {
    const said = (to: string) => town.said.filter((p) => p.externalId === to).map((p) => p.text)
    await send('walker', place('坪头村二社水塔'))
    await send('reader', link('暴雨预警'))
    await town.settle()
    expect(said('walker')).toContain('【位置收到】这里有什么事？说一句就行。')
    expect(said('reader')).toContain('这个我看不了，请打字说一句：在哪里、什么事，可以配照片。')
  })
})

describe('with words of the sender’s', () => {
  it('a place says where it is, before them and behind them', async () => {
    await send('before', place('坪头村二社水塔'))
    await send('before', { MsgType: 'text', Content: '水管爆了，水淌了一路' })
    await send('behind', { MsgType: 'text', Content: '路灯又不亮了' })
    await send('behind', place('坪头村三社路口'))
    await town.settle()
    expect((await tickets()).map((t) => t.text).toSorted()).toEqual([
      '坪头村三社路口，路灯又不亮了',
      '坪头村二社水塔，水管爆了，水淌了一路',
    ])
  })

  it('a link is passed over, and they count', async () => {
    const before = (await tickets()).length
    await send('sharer', link('突发！河南一村民家中煤气爆炸，三人送医'))
    await send('sharer', { MsgType: 'text', Content: '我们坪头村四社的井盖也丢了' })
    await town.settle()
    expect((await tickets()).length).toBe(before + 1)
    expect((await tickets()).map((t) => t.text)).toContain('我们坪头村四社的井盖也丢了')
  })
})
