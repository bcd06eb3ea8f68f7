import type { Ticket } from '../domain/ticket.ts'
import type { Slip } from './slips.ts'
import type { IncomingMessage } from './store.ts'

/** A village as the page shows it. */
export interface FormVillage {
  id: string
  name: string
  /** 坪. */
  short: string
  town: string
  code: string
  /** Its 社. */
  places: { id: string; name: string }[]
}

export interface NewSlip {
  id: string
  village: FormVillage
  place: string | null
  house: string
  text: string
  name: string
  phone: string | null
  through: string | null
  photos: IncomingMessage['photos']
}

/** Where one slip stands, for whoever wrote it. */
export interface SlipState {
  slip: Slip
  village: FormVillage
  tickets: (Pick<Ticket, 'label' | 'title' | 'status' | 'resolution' | 'completeBy' | 'respondBy' | 'waiting'> & {
    owner: string | null
    isPrivate: boolean
    /** What to do until somebody comes, where somebody may come to harm. */
    danger: string | null
  })[]
  /** `asked`: somebody is looking whether it is a matter; `denied`: somebody has looked, and it was not registered. */
  stands: 'new' | 'asked' | 'denied' | 'answered' | 'registered'
  written: { text: string; photos: number; at: Date }[]
  answers: { text: string; at: Date }[]
  hasPhone: boolean
  /** Whether its writer asked to be forgotten; `elsewhere`: they are known on a channel by now, and ask for it there. */
  forgetting: 'no' | 'asked' | 'elsewhere'
  /** Whom to telephone. */
  clerk: { name: string; phone: string | null } | null
  now: Date
}

/** What the page asks of the inside. */
export interface SlipBox {
  village(code: string): Promise<FormVillage | null>
  /** Durable when it resolves, and judged unless that takes too long; the key that opens it. */
  write(slip: NewSlip): Promise<string>
  /** By what its writer says: a number, 坪07 or 坪条03, and the code; the key that opens it where both are right. */
  find(village: FormVillage, label: string, code: string): Promise<{ exists: boolean; key: string | null }>
  state(key: string): Promise<SlipState | null>
  /** Its writer wants to be forgotten, once what they told is over. */
  forget(key: string): Promise<void>
  /** One more word of its writer's, or their verdict. */
  add(key: string, word: { id: string; text: string; photos: IncomingMessage['photos'] }): Promise<void>
}
