import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { messageRef } from '../domain/message-ref.ts'
import { toPerson } from '../domain/notice.ts'
import { newSlipCode, newVillageCode, plainCode, readSlipLabel, SLIP_CHANNEL } from '../domain/slip.ts'
import { visible } from '../domain/visible.ts'
import type { Clock } from '../ports/clock.ts'
import type { AtDesk, Desk } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import type { FormVillage, NewSlip, SlipBox } from '../ports/slip-box.ts'
import type { Slip } from '../ports/slips.ts'
import type { IncomingMessage, Store } from '../ports/store.ts'
import { planForgetting } from '../tickets/forget-person.ts'
import { strangerName } from '../wording/channels.ts'
import { nobody } from '../wording/names.ts'
import { handleMessage } from './handle.ts'
import { formVillage, slipState } from './slip-state.ts'

interface Needs {
  /** The town that is served just now; null: none. */
  town(): string | null
  store: Pick<Store, 'atDesk' | 'handleNext'>
  receive(message: IncomingMessage): Promise<void>
  judge(town: string): Judge
  clock: Clock
  random(bytes: number): Uint8Array
  /** It is kept all the same, and handled by whoever looks next. */
  fault(what: string, thrown: unknown): void
}

/** So long the writer waits to read what has become of it; it is kept in any case. */
const TRIES = 25
const PAUSE_MS = 120

const signOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** 三社李家门口，路灯不亮: where, then what, as people say it. */
const slipText = (place: string, house: string, text: string): string => {
  const where = [text.includes(place) ? '' : place, text.includes(house) ? '' : house].join('')
  return where === '' ? text : `${where}，${text}`
}

export function createSlipBox({ town, store, receive, judge, clock, random, fault }: Needs): SlipBox {
  const served = (): string => {
    const it = town()
    if (it === null) throw new Error('no town is served')
    return it
  }
  const atDesk = <T>(run: AtDesk<T>): Promise<T> => store.atDesk(served(), clock.now(), run)

  /** Handled here and now where nobody else has it in hand; where that takes too long, whoever looks next does it. */
  async function settle(person: string): Promise<void> {
    const place = { town: served(), conversation: toPerson(person) }
    for (let tries = 0; tries < TRIES; tries++) {
      const outcome = await store.handleNext(place, clock.now(), 1, (desk, heard) => handleMessage(desk, heard, judge(place.town)))
      if (outcome === 'busy') await sleep(PAUSE_MS)
      else if (!outcome.more) return
    }
  }

  async function hear(slip: Slip, word: Pick<NewSlip, 'id' | 'text' | 'photos'>, quote: string | null): Promise<void> {
    const { person } = slip
    await receive({
      ...{ town: served(), channel: SLIP_CHANNEL, id: word.id, conversation: toPerson(person), person },
      ...{ text: word.text, photos: word.photos, quote, at: clock.now() },
    })
    await settle(person).catch((thrown: unknown) => fault('slip', thrown))
  }

  return {
    async village(code) {
      if (town() === null) return null
      return atDesk(async (desk) => {
        const id = await desk.villageOfCode(code.toLowerCase())
        return id === null ? null : formVillage(desk, id, code.toLowerCase())
      })
    },
    async write(written) {
      const { id, village, place, house, text, name, phone, through, photos } = written
      const she = village.places.find((p) => p.id === place)
      const slip = await atDesk((desk) =>
        desk.keepSlip(
          {
            ...{ id, village: village.id, code: newSlipCode(random), key: Buffer.from(random(18)).toString('base64url') },
            through: through === null ? null : { person: through, name: name || nobody },
          },
          { name: name === '' ? nobody : strangerName(name), phone, grid: she?.id ?? village.id },
        ),
      )
      const told = slipText(she?.name ?? '', house, text)
      const [before] = await atDesk((desk) => desk.slipTalk(slip))
      // The page came back to life with what had been sent already, and something else was written over it.
      const isMore = before !== undefined && before.text !== visible(told)
      const word = { id: isMore ? `${id}-${signOf(told)}` : id, text: told, photos }
      await hear(slip, word, isMore ? messageRef(SLIP_CHANNEL, id) : null)
      return slip.key
    },
    find: (village, label, code) =>
      atDesk(async (desk) => {
        const candidates = await named(desk, village, label)
        const said = plainCode(code)
        // A slip that nothing opens any more has no code.
        return { exists: candidates.length > 0, key: candidates.find((s) => s.code !== '' && s.code === said)?.key ?? null }
      }),
    state: (key) =>
      atDesk(async (desk) => {
        const slip = await desk.slip({ key })
        const village = slip && formVillage(desk, slip.village, await desk.codeOf(slip.village, () => newVillageCode(random)))
        return slip && village && slipState(desk, slip, village)
      }),
    forget: (key) =>
      atDesk(async (desk) => {
        const slip = await desk.slip({ key })
        const village = slip && formVillage(desk, slip.village, '')
        if (slip && village && (await slipState(desk, slip, village)).forgetting === 'no')
          await planForgetting(desk, { person: slip.person }, 'slip')
      }),
    async add(key, word) {
      const slip = await atDesk((desk) => desk.slip({ key }))
      if (slip) await hear(slip, word, messageRef(SLIP_CHANNEL, slip.id))
    },
  }
}

/** Whatever may be meant by a number of this village: 7 is 坪07 or 坪条07, and 坪07 may have been told by several. */
async function named(desk: Pick<Desk, 'slip' | 'ticketByNumber' | 'slipsOf'>, village: FormVillage, label: string): Promise<Slip[]> {
  const read = readSlipLabel(label)
  if (!read) return []
  const own = read.slip || read.bare ? await desk.slip({ village: village.id, number: read.number }) : null
  const ticket = read.slip ? null : await desk.ticketByNumber(village.id, read.number)
  return [...(own ? [own] : []), ...(ticket ? await desk.slipsOf(ticket.id) : [])]
}
