import type { Role } from '../../src/domain/people.ts'
import { COMMANDS } from '../../src/orders/index.ts'
import { readOrder } from '../../src/orders/read-order.ts'
import { normalise } from '../../src/reading/normalise.ts'
import { withPlainParticles } from '../../src/reading/particles.ts'
import type { TicketRef } from '../../src/reading/ticket-ref.ts'
import { tellsOf } from '../../src/reading/verdict.ts'
import { sceneOf } from './scene.ts'

/** What the speaker has in hand; nothing of theirs has ended. */
const IN_HAND = '三社路口的路灯不亮'

const PLACES = {
  group: { inGroup: true },
  alone: { inGroup: false },
  quoting: { inGroup: true, quoting: true },
  own: { inGroup: true, quoting: true, quotingOwn: true },
} as const

export type Place = keyof typeof PLACES
export type Row = [role: Role, place: Place, text: string, meant: string]

const numberOf = (ref: TicketRef | null): string => (ref ? ` ${ref.village ?? ''}${ref.number}` : '')

/** 办结 7 | 换了灯泡: the command, its ticket, the words behind it; null for a message. */
export function readAs(role: Role, place: Place, text: string): string | null {
  const said = normalise(text)
  const found = readOrder(withPlainParticles(said.text), sceneOf(role, { ...PLACES[place], called: said.mentioned }), COMMANDS)
  if (!found || found.only === 'ended' || (found.only === 'named' && !tellsOf(text, IN_HAND))) return null
  const also = (found.also ?? []).map(({ command, ref }) => `${command === found.command ? '' : ` ${command.name}`}${numberOf(ref)}`)
  const ticket = [numberOf(found.ref), ...also].join('')
  const of = found.only === 'newWork' ? ' 新活' : found.reporter !== undefined ? ` 〔${found.reporter}〕` : ''
  return `${found.command.name}${ticket}${of}${found.rest === '' ? '' : ` | ${found.rest}`}`
}
