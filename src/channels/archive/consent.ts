import { z } from 'zod'
import { CONSENT, RoomConsent } from '../../domain/consent.ts'
import { HOUR_MS, MINUTE_MS } from '../../domain/durations.ts'
import { isExternal } from '../../domain/whose-id.ts'
import type { Cursors } from '../../ports/cursors.ts'
import { classOf } from '../wecom/errors.ts'
import type { QyApi } from '../wecom/qyapi.ts'

/** Where somebody has not agreed yet, and where all have. */
const AGAIN_MS = 30 * MINUTE_MS
const SURE_MS = 6 * HOUR_MS
/** The platform allows 1,500 calls a minute. */
const ROOMS_AT_ONCE = 200

const Answer = z.object({
  // Written so by the platform.
  agreeinfo: z.array(z.object({ exteranalopenid: z.string().min(1), agree_status: z.string() })).default([]),
})
export const AGREED: readonly string[] = ['Agree', 'Default_Agree']
/** The room is at fault, and no waiting helps: nobody of it is heard but members. */
const OF_THE_ROOM: readonly string[] = ['other', 'content', 'group-gone']

interface Needs {
  api: QyApi
  cursors: Cursors
  /** By which somebody is known again: who agreed is kept without saying who they are. */
  mark(externalId: string): string
  machine(): Date
}

export interface Consents {
  /** Null: not to be known just now. Members have agreed by their work. */
  mayHear(room: string, from: string): Promise<boolean | null>
  /** Somebody has agreed, or does not any more. */
  changed(who: string): Promise<void>
  /** Asks of groups that nobody was asked about, and again where it is time. */
  look(bound: readonly string[]): Promise<void>
}

/** Who of a group's residents has agreed that the archive keeps what they say. */
export function consentsOf({ api, cursors, mark, machine }: Needs): Consents {
  const age = ({ at }: RoomConsent): number => machine().getTime() - new Date(at).getTime()
  const read = async (room: string): Promise<RoomConsent | null> => RoomConsent.read(await cursors.read(`${CONSENT}${room}`))

  /** `about`: of whom nothing was known; whom the platform does not name has not agreed. */
  async function ask(room: string, about: string | null = null): Promise<RoomConsent | null> {
    const answer = await api.post('msgaudit/check_room_agree', { roomid: room })
    if (answer.errcode === null) return null
    if (answer.errcode !== 0 && !OF_THE_ROOM.includes(classOf(answer.errcode))) return null
    const people = answer.errcode === 0 ? Answer.parse(answer.body).agreeinfo : []
    const marks = (agreed: boolean) => people.filter((p) => AGREED.includes(p.agree_status) === agreed).map((p) => mark(p.exteranalopenid))
    const isNamed = about === null || people.some((p) => p.exteranalopenid === about)
    const consent: RoomConsent = {
      at: machine().toISOString(),
      agreed: marks(true),
      without: isNamed ? marks(false) : [...marks(false), mark(about)],
    }
    await cursors.write(`${CONSENT}${room}`, JSON.stringify(consent))
    return consent
  }
  async function rooms(): Promise<{ room: string; consent: RoomConsent }[]> {
    const all = []
    for (const room of await cursors.namesAfter(CONSENT)) {
      const consent = await read(room)
      if (consent) all.push({ room, consent })
    }
    return all
  }

  return {
    async mayHear(room, from) {
      if (!isExternal(from)) return true
      const known = await read(room)
      const who = mark(from)
      if (known?.agreed.includes(who)) return true
      if (known?.without.includes(who) && age(known) < AGAIN_MS) return false
      return (await ask(room, from))?.agreed.includes(who) ?? null
    },
    async changed(who) {
      for (const { room, consent } of await rooms()) if ([...consent.agreed, ...consent.without].includes(mark(who))) await ask(room)
    },
    async look(bound) {
      const asked = await rooms()
      const fresh = bound.filter((room) => !asked.some((it) => it.room === room))
      const again = asked.filter(({ consent }) => age(consent) >= (consent.without.length > 0 ? AGAIN_MS : SURE_MS))
      const due = [...fresh, ...again.map(({ room }) => room)]
      for (const room of due.slice(0, ROOMS_AT_ONCE)) if ((await ask(room)) === null) return
    },
  }
}
