import { z } from 'zod'
import { earlier, MINUTE_MS } from '../../domain/durations.ts'
import type { Leases } from '../../ports/channel-log.ts'
import type { Cursors, Scenes } from '../../ports/cursors.ts'
import type { Errand, Errands } from '../../ports/errands.ts'
import type { Greeter } from '../../ports/greeter.ts'
import type { Diary } from './diary.ts'
import type { Ear } from './ear.ts'
import type { Ran } from './errands.ts'
import { classOf } from './errors.ts'
import type { QyAnswer } from './http.ts'
import { kfIdentity } from './kf.ts'
import { KfPage, readKfItem } from './kf-word.ts'
import type { QyApi } from './qyapi.ts'

export const KF_CURSOR = 'kf:'

const Signal = z.object({ openKfId: z.string().min(1), token: z.string().nullable() })
const LIMIT = 1000
const LEASE_MS = 25_000
const BUSY_MS = 500
const RATE_MS = 60_000
/** The token of a signal is good for ten minutes only; without one the platform is slower, but answers. */
const BAD_TOKEN = 95007
/** Of an account that was never read, what was said before we were there is nobody's to answer. */
const FRESH_MS = 10 * MINUTE_MS

interface Needs {
  api: QyApi
  ear: Pick<Ear, 'oneToOne' | 'recalled'>
  cursors: Cursors
  scenes: Scenes
  leases: Leases
  errands: Pick<Errands, 'add'>
  greeter: Pick<Greeter, 'settle'>
  diary: Diary
  newId(): string
  machine(): Date
}

/**
 * Reads an account's messages from where it was left. One reader at a time, for two with one cursor read the same twice. The
 * cursor is written when all of a page is durable: a crash in between reads the page again, and a message that was heard is
 * heard once.
 */
export function kfSync(needs: Needs): (errand: Errand) => Promise<Ran> {
  const { cursors, leases, machine, newId } = needs
  return async ({ body, addedAt }) => {
    const { openKfId, token } = Signal.parse(body)
    const name = `${KF_CURSOR}${openKfId}`
    const holder = newId()
    const hold = () => leases.take(name, holder, machine(), LEASE_MS)
    let ticket = token
    try {
      while (await hold()) {
        const cursor = await cursors.read(name)
        const answer = await needs.api.post('kf/sync_msg', {
          ...(cursor !== null && { cursor }),
          ...(ticket !== null && { token: ticket }),
          open_kfid: openKfId,
          limit: LIMIT,
          voice_format: 0,
        })
        if (answer.errcode === BAD_TOKEN && ticket !== null) {
          ticket = null
          continue
        }
        if (answer.errcode !== 0) return afterFault(answer)
        const page = KfPage.parse(answer.body)
        const since = cursor === null ? earlier(addedAt, FRESH_MS) : null
        for (const item of page.msg_list) await takeItem(needs, openKfId, item, since)
        const moved = page.next_cursor !== '' && page.next_cursor !== cursor
        if (moved) await cursors.write(name, page.next_cursor)
        // More, but from the same place: another look later, not at once and for ever.
        if (page.has_more !== 1) return { done: null }
        if (!moved) return { again: null }
      }
      return { again: BUSY_MS }
    } finally {
      await leases.release(name, holder)
    }
  }
}

function afterFault(answer: QyAnswer): Ran {
  if (answer.errcode === null) return { again: null }
  const kind = classOf(answer.errcode)
  if (kind === 'rate') return { again: RATE_MS }
  return kind === 'busy' || kind === 'credentials' || kind === 'environment' || kind === 'stale-token'
    ? { again: null }
    : { done: String(answer.errcode) }
}

async function takeItem(needs: Needs, openKfId: string, item: unknown, since: Date | null): Promise<void> {
  const { ear, scenes, greeter, errands, diary, machine } = needs
  const read = readKfItem(item)
  if (!read) return diary.warn({ door: 'kf' }, 'an item of no known form')
  const { word, at } = read
  if (since && at < since) return
  if (word.what === 'recalled') return ear.recalled({ channel: 'wecom-kf', id: word.id })
  if (word.what === 'unknown') return diary.info({ door: 'kf', type: word.type }, 'not for us')
  const caller = { channel: 'wecom-kf' as const, externalId: kfIdentity(openKfId, word.from) }
  if (word.what === 'entered') {
    if (word.scene !== null) await scenes.keep(word.from, word.scene)
    // Twenty seconds after it happened the code is worth nothing, so whoever runs this looks at the clock.
    if (word.welcome !== null)
      await errands.add({ key: `kf-welcome:${word.id}`, what: 'kf-welcome', body: { code: word.welcome, scene: word.scene } }, machine())
    return
  }
  const scene = await scenes.take(word.from)
  if (scene !== null) await greeter.settle(caller, scene)
  await ear.oneToOne(caller, 'kf', word)
}
