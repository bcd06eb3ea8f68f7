import { FileBox } from 'file-box'
import { log, WechatyBuilder } from 'wechaty'
import { type mock, PuppetMock } from 'wechaty-puppet-mock'
import type { OpenBot } from '../../src/channels/wechaty/bot.ts'
import { connectWechaty } from '../../src/channels/wechaty/connect.ts'
import { botOf } from '../../src/channels/wechaty/library.ts'
import type { Times } from '../../src/channels/wechaty/supervise.ts'
import { leasesOf } from '../../src/store/channel-log.ts'
import type { OutboxTown } from './outbox.ts'

log.level('silent')

/** The real ones, hurried. */
export const QUICK: Times & { collect: number; tell: number } = {
  ...{ login: 3000, silence: 2500, look: 200, lease: 5000, stop: 500, backOff: [50, 100], collect: 300, tell: 60_000 },
}

/** A bot of the real library over a puppet of ours. */
export const botsOver =
  (puppet: () => object): OpenBot =>
  async (ears) =>
    botOf({ WechatyBuilder: WechatyBuilder as never }, (base64, name) => FileBox.fromBase64(base64, name), puppet(), null, ears)

export interface Line {
  printed: string[]
  faults: string[]
  /** As many as may speak at once; none while nobody is logged in. */
  sideBySide(): number
  close(): Promise<void>
}

/** The town hears and speaks through it, by the machine's clock; nobody waits for a person's pace. */
export async function lineOf(
  town: OutboxTown,
  open: OpenBot,
  more: { token?: string; holder?: string; tell?: number } = {},
): Promise<Line> {
  const printed: string[] = []
  const faults: string[] = []
  const connection = connectWechaty(
    {
      ...{ open, token: more.token ?? null, log: town.log, leases: leasesOf(town.prisma), holder: more.holder ?? 'here' },
      ...{ now: () => new Date(), chance: () => -1.5, print: (line) => printed.push(line) },
      fault: (what, thrown) => faults.push(`${what}: ${thrown}`),
    },
    { ...QUICK, ...(more.tell !== undefined && { tell: more.tell }) },
  )
  const [channel] = connection.channels
  if (!channel) throw new Error('no channel')
  town.answer((post) => channel.say(post))
  await connection.start(town.hearing)
  return { printed, faults, sideBySide: () => channel.sideBySide, close: () => connection.close() }
}

/** Three people and a room, on one account's side. */
export function aVillage(mocker: mock.Mocker) {
  const self = mocker.createContact({ id: 'self', name: '说事' })
  const zhou = mocker.createContact({ id: 'zhou-wx', name: '快乐老周' })
  const keeper = mocker.createContact({ id: 'keeper-wx', name: '小李' })
  const sun = mocker.createContact({ id: 'sun-wx', name: '孙书记' })
  const room = mocker.createRoom({ id: 'R1@chatroom', topic: '坪头便民', memberIdList: [self, zhou, keeper, sun].map((c) => c.id) })
  const posts: { text: string; kind: number }[] = []
  const alone: string[] = []
  // Their events are missing from their types.
  const ears = (it: object) => it as NodeJS.EventEmitter
  ears(room).on('message', (m: mock.MessageMock) => {
    if (m.talker().id === self.id) posts.push({ text: m.text() ?? '', kind: m.type() })
  })
  ears(zhou).on('message', (m: mock.MessageMock) => {
    if (m.talker().id === self.id && !m.room()) alone.push(m.text() ?? '')
  })
  return { alone, self, zhou, keeper, sun, room, posts }
}

export const aPuppet = (mocker: mock.Mocker): PuppetMock => new PuppetMock({ mocker })
