import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { urlChannel } from '../../../src/channels/wecom/bot-answers.ts'
import type { Answers } from '../../../src/ports/answers.ts'
import type { OutgoingPost } from '../../../src/ports/channel.ts'
import { answersOf } from '../../../src/store/answers.ts'
import { sealer } from '../../support/keys.ts'
import { anOutboxTown, type OutboxTown, TOWN } from '../../support/outbox.ts'
import { type Qyapi, startQyapi } from '../../support/qyapi.ts'

let town: OutboxTown
let qyapi: Qyapi
let answers: Answers
let now = new Date('2026-11-24T02:00:00Z')
let answered: { by: string | null; body: object }[] = []

beforeAll(async () => {
  qyapi = await startQyapi()
  town = await anOutboxTown({ channel: 'wecom-bot', groups: 1, sandbox: false })
  answers = answersOf(town.prisma, () => TOWN, sealer)
  qyapi.serve.set('respond', (body, query) => {
    answered.push({ by: query.get('to'), body })
    return { errcode: 0 }
  })
})
beforeEach(async () => {
  now = new Date('2026-11-24T02:00:00Z')
  answered = []
  await town.prisma.channelAnswer.deleteMany()
})
afterAll(async () => {
  await town.close()
  await qyapi.close()
})

const channel = () => urlChannel({ answers, machine: () => now, callMs: 300 })
const HOUR_MS = 3_600_000
const keep = (message: string, place: string) =>
  answers.keep({
    channel: 'wecom-bot',
    message,
    place,
    handle: `${qyapi.base}respond?${new URLSearchParams({ access_token: qyapi.token(), to: message })}`,
    until: new Date(now.getTime() + HOUR_MS),
  })
const post = (more: Partial<OutgoingPost> = {}): OutgoingPost => ({
  id: '0',
  to: 'group',
  externalId: 'wrABC',
  secret: null,
  text: '【坪01】已登记',
  picture: null,
  file: null,
  mentions: [],
  quote: null,
  by: null,
  perMinute: 30,
  ...more,
})

it('answers the word it quotes, then whoever else asked there, and nobody twice', async () => {
  await keep('m1', 'wrABC')
  await keep('m2', 'wrABC')
  await keep('m3', 'wrOther')
  expect(await channel().say(post({ quote: 'm1' }))).toEqual({ outcome: 'sent', externalId: null })
  expect(await channel().say(post({ quote: 'm1' }))).toEqual({ outcome: 'sent', externalId: null })
  expect(await channel().say(post({ quote: 'm1' }))).toEqual({ outcome: 'elsewhere', why: '智能机器人只能在别人@它后一小时内答一次' })
  expect(answered).toEqual([
    { by: 'm1', body: { msgtype: 'markdown', markdown: { content: '【坪01】已登记' } } },
    { by: 'm2', body: { msgtype: 'markdown', markdown: { content: '【坪01】已登记' } } },
  ])
})

it('does not answer after the hour', async () => {
  await keep('m1', 'wrABC')
  now = new Date(now.getTime() + HOUR_MS)
  expect(await channel().say(post({ quote: 'm1' }))).toMatchObject({ outcome: 'elsewhere' })
  expect(answered).toEqual([])
})

it('does not repeat what may have arrived', async () => {
  await keep('m1', 'wrABC')
  qyapi.next('respond', { cut: 'after' })
  expect(await channel().say(post())).toMatchObject({ outcome: 'unknown' })
  expect(await channel().say(post())).toMatchObject({ outcome: 'elsewhere' })
  expect(answered).toHaveLength(1)
})

it('gives one of two at once the only way there is', async () => {
  await keep('m1', 'wrABC')
  const both = await Promise.all([channel().say(post()), channel().say(post())])
  expect(both.map((it) => it.outcome).sort()).toEqual(['elsewhere', 'sent'])
})
