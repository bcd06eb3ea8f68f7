import { z } from 'zod'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../domain/durations.ts'
import type { Connection } from '../../ports/channel.ts'
import type { ChannelLog, Leases } from '../../ports/channel-log.ts'
import type { Cursors } from '../../ports/cursors.ts'
import type { Errands } from '../../ports/errands.ts'
import type { Hearing } from '../../ports/hearing.ts'
import type { RoomMembers } from '../../ports/room-members.ts'
import type { WantedMedia } from '../../ports/wanted-media.ts'
import { archiveFailed, archiveGap, archiveRefused, consentUnknown, unopened } from '../../wording/archive.ts'
import type { Diary } from '../wecom/diary.ts'
import type { Runs } from '../wecom/errands.ts'
import { classOf } from '../wecom/errors.ts'
import type { QyApi } from '../wecom/qyapi.ts'
import { roundsOf } from '../wecom/rounds.ts'
import { consentsOf } from './consent.ts'
import type { ArchiveLibrary } from './library.ts'
import { ARCHIVE_MARK, type ArchiveMark } from './mark.ts'
import { mediaRuns, wantPhotos } from './media.ts'
import { lookAtMembers } from './members.ts'
import { keptSince, type Looked, readOn } from './read-on.ts'

const CHANNEL = 'wecom-archive'
const FAULT = 'archive-fault'
/** What stands in the way just now, and since when: `code` where the platform or its library refuses. */
const Fault = z.object({ what: z.union([z.int(), z.enum(['failed', 'consent-unknown'])]), since: z.iso.datetime() })
type Fault = z.infer<typeof Fault>

/** Milliseconds. */
interface Times {
  look: number
  /** Before the next look, by how many failed; the last one goes on. */
  backOff: readonly number[]
  /** Where only somebody at the company can mend it. */
  refused: number
  /** A silence that the duty cadre is told of while it lasts. */
  tell: number
  /** How often it is asked which pictures are wanted by now. */
  photos: number
  /** How often it is asked who is in the groups. */
  members: number
}
const TIMES: Times = {
  look: 3 * SECOND_MS,
  backOff: [5 * SECOND_MS, 15 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS],
  refused: 10 * MINUTE_MS,
  tell: 15 * MINUTE_MS,
  photos: 5 * SECOND_MS,
  members: HOUR_MS,
}
const ALIVE_MS = MINUTE_MS
/** Lines that could not be opened are told of for so long. */
const UNOPENED_MS = 7 * 24 * HOUR_MS

export interface ArchiveNeeds {
  library: ArchiveLibrary
  api: QyApi
  /** 客户联系, where it is set up. */
  contacts: QyApi | null
  members: RoomMembers
  cursors: Cursors
  leases: Leases
  errands: Pick<Errands, 'add'>
  wanted: WantedMedia
  log: ChannelLog
  diary: Diary
  names: readonly string[]
  mark(externalId: string): string
  hearsVoices: boolean
  /** False before the first import: there is nobody to hear for. */
  isServed(): boolean
  /** Names this process among all. */
  holder: string
  machine(): Date
}

export interface ArchiveEar extends Connection {
  /** The platform says that there is something new. */
  wake(): void
  /** What becomes of its errands. */
  runs: Runs
}

/** The company's archive of talk as an ear: it is asked every few seconds, and says nothing. */
export function archiveEar(needs: ArchiveNeeds, times: Times = TIMES): ArchiveEar {
  const { library, cursors, log, diary, machine, isServed } = needs
  const rounds = roundsOf(diary.fault)
  const consents = consentsOf(needs)
  let hearing: Hearing | null = null
  let restUntil = 0
  let failed = 0
  let aliveAt = 0
  let isUp = false
  let looking: Promise<void> | null = null

  const faultNow = async (): Promise<Fault | null> => Fault.nullable().parse(JSON.parse((await cursors.read(FAULT)) ?? 'null'))

  async function read(to: Hearing): Promise<void> {
    const looked = await readOn({ ...needs, hearing: to, consents })
    if (looked === 'not-ours') return
    if (typeof looked === 'object' && 'read' in looked) await well(looked.read)
    else await ill(to, looked)
  }
  async function well({ unopened: lines }: ArchiveMark): Promise<void> {
    failed = 0
    const now = machine()
    if ((await faultNow()) !== null || !isUp) {
      const before = (await log.states()).find((s) => s.channel === CHANNEL)?.aliveAt ?? null
      if (before && before < keptSince(now)) await log.gap({ channel: CHANNEL, from: before, to: keptSince(now), why: archiveGap })
      await cursors.write(FAULT, 'null')
      await log.up(CHANNEL, now)
      isUp = true
    }
    if (now.getTime() - aliveAt < ALIVE_MS) return
    aliveAt = now.getTime()
    await log.alive(CHANNEL, now)
    const isTold = lines !== null && now.getTime() - new Date(lines.last).getTime() < UNOPENED_MS
    await log.note(CHANNEL, isTold ? unopened(lines.count, new Date(lines.since)) : null)
  }
  async function ill(to: Hearing, looked: Exclude<Looked, 'not-ours' | { read: ArchiveMark }>): Promise<void> {
    const what = typeof looked === 'object' ? looked.refused : looked
    const waits = typeof what !== 'number' || classOf(what) === 'busy' || classOf(what) === 'rate'
    const backOff = times.backOff[Math.min(failed++, times.backOff.length - 1)] ?? 0
    const now = machine()
    restUntil = now.getTime() + (waits ? backOff : times.refused)
    const before = await faultNow()
    const since = before?.what === what ? new Date(before.since) : now
    if (before?.what !== what) await cursors.write(FAULT, JSON.stringify({ what, since: since.toISOString() } satisfies Fault))
    const why = whyOf(what, since)
    await log.down(CHANNEL, why)
    isUp = false
    if (now.getTime() - since.getTime() >= times.tell) await to.outage({ channel: CHANNEL, from: since, to: null, why }, [])
  }
  function look(): Promise<void> {
    const to = hearing
    if (!to || !isServed() || machine().getTime() < restUntil) return Promise.resolve()
    looking ??= read(to).finally(() => {
      looking = null
    })
    return looking
  }
  const every = (ms: number, run: () => Promise<unknown>) => rounds.every(ms, async () => isServed() && run())

  return {
    channels: [],
    runs: mediaRuns({ ...needs, hearing: () => hearing }),
    wake() {
      // What is under way may have asked before there was anything.
      const before = looking?.catch(() => {}) ?? Promise.resolve()
      before.then(look).catch((thrown) => diary.fault('archive', thrown))
    },
    async start(to) {
      hearing = to
      every(times.look, look)
      every(times.photos, () => wantPhotos(needs))
      every(MINUTE_MS, async () => consents.look(await needs.members.rooms()))
      every(times.members, () => lookAtMembers(needs))
      every(HOUR_MS, () => needs.wanted.forget(keptSince(machine())))
    },
    async close() {
      hearing = null
      await rounds.close()
      await looking?.catch(() => {})
      await needs.leases.release(ARCHIVE_MARK, needs.holder).catch(() => {})
      await library.close()
    },
  }
}

function whyOf(what: Fault['what'], since: Date): string {
  if (what === 'failed') return archiveFailed(since)
  return what === 'consent-unknown' ? consentUnknown(since) : archiveRefused(what, since)
}
