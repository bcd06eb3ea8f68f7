import { describe, expect, it } from 'vitest'
import type { OrderName } from '../../src/domain/order-name.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { COMMANDS } from '../../src/orders/index.ts'
import { mayBeOf } from '../../src/orders/may-now.ts'
import { aTicket } from '../support/a-ticket.ts'

const ROWS: readonly [OrderName, Ticket['status'], boolean][] = [
  ['没修好', 'open', false],
  ['没修好', 'resolved', true],
  ['恢复', 'open', false],
  ['恢复', 'waiting', true],
  ['办结', 'open', true],
  ['办结', 'closed', false],
  ['进度', 'closed', true],
]

describe('what may be meant of a matter as it stands', () => {
  it.each(ROWS)('%s of what is %s: %s', (name, status, may) => {
    const command = COMMANDS.find((c) => c.name === name)
    expect(command && mayBeOf(command, aTicket({ status }))).toBe(may)
  })
})
