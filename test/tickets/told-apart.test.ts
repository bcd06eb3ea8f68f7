import { expect, it } from 'vitest'
import type { GridNode } from '../../src/domain/grid.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { toldApart } from '../../src/tickets/facts.ts'
import { aTicket } from '../support/a-ticket.ts'

const she = (id: string, name: string): [string, GridNode] => [id, { id, parentId: 'V01', level: 'she', name, short: null, aliases: [] }]
const nodes = new Map([she('s1', '一社'), she('s2', '二社')])
const roster = { town: 't', townName: '', nodes, people: new Map(), groups: new Map(), duties: new Map(), households: new Map() }
const whole = { ...roster, leaves: [], venues: [], ledger: [], staff: new Map() }
const lamp = (label: string, more: Partial<Ticket> = {}) => aTicket({ label, title: '路灯', ...more })

it.each<[string, Ticket[], string[]]>([
  ['by what they are called', [lamp('坪01'), lamp('坪02', { title: '水管' })], ['坪01 路灯', '坪02 水管']],
  ['by their places', [lamp('坪01', { place: 's1' }), lamp('坪02', { place: 's2' })], ['坪01 一社路灯', '坪02 二社路灯']],
  ['where one place is known', [lamp('坪01', { place: 's1' }), lamp('坪02')], ['坪01 一社路灯', '坪02 路灯']],
  [
    'by the day they were told',
    [lamp('坪01'), lamp('坪02', { openedAt: new Date('2026-11-25T02:30:00Z') })],
    ['坪01 路灯，11月24日9:00报的', '坪02 路灯，11月25日10:30报的'],
  ],
  [
    'and no place is said twice',
    [lamp('坪01', { place: 's1', title: '一社路灯' }), lamp('坪02', { place: 's1', title: '一社路灯' })],
    ['坪01 一社路灯，11月24日9:00报的', '坪02 一社路灯，11月24日9:00报的'],
  ],
])('two are told apart %s', (_how, tickets, names) => {
  expect(toldApart(whole, tickets, (t) => t.title)).toEqual(names)
})
