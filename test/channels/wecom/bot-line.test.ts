import { createCipheriv, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type AibotServer, startAibot } from '../../support/aibot.ts'
import { type Ears, openEars } from '../../support/listening.ts'
import { anOutboxTown, bind, type OutboxTown } from '../../support/outbox.ts'

let server: AibotServer
let town: OutboxTown
let ears: Ears | null = null

beforeEach(async () => {
  server = await startAibot()
  town = await anOutboxTown({ channel: 'wecom-bot', groups: 1, sandbox: false })
  await bind(town, 'g0', 'wecom-bot')
})
afterEach(async () => {
  await ears?.close()
  await town.close()
  await server.close()
})

const until = (what: () => unknown) => expect.poll(what, { timeout: 15_000, interval: 20 }).toBeTruthy()
const listen = async () => {
  ears = await openEars(town, { bot: { id: 'bot-1', by: 'socket', secret: 'bot-secret' }, wsUrl: server.url }, { started: true })
  await until(() => server.subscribed === 1)
}
const heard = () => town.prisma.message.findMany({ where: { personId: { not: null } }, orderBy: { seq: 'asc' } })
const inGroup = { chatid: 'ext-g0', chattype: 'group', from: { userid: 'ZhouDaYe' } }

/** The platform keeps what people send under a key of its own. */
async function closedFile(bytes: Buffer): Promise<{ url: string; aeskey: string; close(): void }> {
  const key = randomBytes(32)
  const pad = 32 - (bytes.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const closed = Buffer.concat([cipher.update(Buffer.concat([bytes, Buffer.alloc(pad, pad)])), cipher.final()])
  const http = createServer((_, answer) => answer.setHeader('content-type', 'application/octet-stream').end(closed))
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const address = http.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}/p`, aeskey: key.toString('base64'), close: () => http.close() }
}

it('makes words and picture of one message two beside each other, in one report', async () => {
  await listen()
  const file = await closedFile(Buffer.from('ffd8ffe000104a464946', 'hex'))
  const { url, aeskey } = file
  server.say({
    ...inGroup,
    msgtype: 'mixed',
    mixed: {
      msg_item: [
        { msgtype: 'text', text: { content: '@说事 三社路口路灯不亮' } },
        { msgtype: 'image', image: { url, aeskey } },
      ],
    },
  })
  await until(async () => (await heard()).length === 2)
  expect(await heard()).toMatchObject([
    { id: 'bm1', text: '三社路口路灯不亮', photos: [] },
    { id: 'bm1#1', text: '', photos: [{ name: 'bm1#1' }] },
  ])
  await town.settle()
  expect(await town.prisma.ticket.count()).toBe(1)
  expect(await town.prisma.ticketMessage.count()).toBe(2)
  file.close()
})

it('takes what is quoted for the report where somebody only calls it', async () => {
  await listen()
  server.say({ ...inGroup, msgtype: 'text', text: { content: '@说事' }, quote: { msgtype: 'text', text: { content: '三社路口路灯不亮' } } })
  await until(async () => (await heard()).length === 1)
  expect(await heard()).toMatchObject([{ text: '三社路口路灯不亮' }])
})

it('hears once what comes twice, and keeps how to answer it', async () => {
  await listen()
  for (let n = 0; n < 2; n++) server.say({ ...inGroup, msgid: 'same', msgtype: 'text', text: { content: '@说事 停水了' } })
  await until(async () => (await town.prisma.channelAnswer.count()) === 1)
  expect(await heard()).toHaveLength(1)
  // The id opens a conversation, so it does not lie open.
  expect((await town.prisma.channelAnswer.findFirst())?.handle).toMatch(/^sealed:/u)
})

it('holds what it was told while the database is away, for nobody tells it again', async () => {
  const { hear } = town.hearing
  let tries = 0
  town.hearing.hear = async (message) => {
    if (++tries < 3) throw new Error('no database')
    return hear(message)
  }
  await listen()
  server.say({ ...inGroup, msgtype: 'text', text: { content: '@说事 停水了' } })
  await until(async () => (await heard()).length === 1)
  expect(ears?.faults).toHaveLength(2)
})
