import { describe, expect, it } from 'vitest'
import { maskPersonal } from '../../src/domain/mask.ts'
import type { Ticket } from '../../src/domain/ticket.ts'
import { placeElsewhere } from '../../src/orders/elsewhere.ts'
import { MOVES, type MoveName } from '../../src/tickets/moves/index.ts'
import type { Standing } from '../../src/wording/refusals.ts'
import { aTicket } from '../support/a-ticket.ts'

const ticket = (status: Ticket['status']) => aTicket({ status })
const standing = (may: readonly MoveName[], more: Partial<Standing> = {}): Standing => ({
  owner: '李建国',
  village: '坪头村',
  leader: '张勇',
  into: null,
  isReporter: false,
  may: (move) => may.includes(move),
  ...more,
})

describe('a move that is not possible now proposes only what this person may do', () => {
  it.each([
    ['accept', 'resolved', [], {}, '【坪07】已经报过办好，等报的人回话。'],
    ['withdraw', 'resolved', ['reopen'], { isReporter: true }, '【坪07】已经说办好了，好了回“满意”，没好回“没修好”。'],
    ['resolve', 'closed', [], {}, '【坪07】已经办结了。'],
    ['confirm', 'closed', ['reopen'], { isReporter: true }, '【坪07】已经办结了。还有问题可以回“没修好 坪07”。'],
    ['resolve', 'merged', ['split'], { into: '坪01' }, '【坪07】已经并到【坪01】一起办。要分开回“拆分 坪07”。'],
    ['reopen', 'merged', ['reopen'], { into: '坪01', isReporter: true }, '【坪07】和【坪01】是一件事，一起在办。回“进度 坪01”可查。'],
    ['askExtension', 'waiting', ['resume'], {}, '【坪07】正在挂账。要接着办回“恢复 坪07”。'],
    ['accept', 'waiting', [], {}, '【坪07】正在挂账，到日子再办。'],
    ['confirm', 'open', ['confirm'], { isReporter: true }, '【坪07】还在办，办好了会问您。'],
    ['withdraw', 'withdrawn', ['revive'], { isReporter: true }, '【坪07】您已经撤回了。还要办，回“还是办吧”。'],
    ['resolve', 'withdrawn', [], {}, '【坪07】报的人已经撤回了。'],
  ] as const)('%s of a %s one', (move, status, may, more, words) => {
    expect(MOVES[move].refused(status)?.(ticket(status), standing(may, more))).toBe(words)
  })
})

describe('a move that is not theirs', () => {
  it.each([
    ['reject', {}, '【坪07】李建国在办，请和本人或村支书说。'],
    ['transfer', {}, '【坪07】李建国在办，请和本人或村支书说。'],
    ['transfer', { owner: null }, '【坪07】还没有人负责，要由村支书来转。'],
    ['supervise', {}, '【坪07】这是坪头村的，要张勇来督办。'],
    ['withdraw', {}, '【坪07】要由报的人来撤回。'],
    ['extend', {}, '【坪07】要由村支书或包村领导来同意延期。'],
  ] as const)('%s', (move, more, words) => {
    expect(MOVES[move].notTheirs(ticket('open'), standing([], more))).toBe(words)
  })

  it('names who had it where it has ended', () => {
    expect(MOVES.resolve.notTheirs(ticket('closed'), standing([], {}))).toBe('【坪07】是李建国办的，请和本人或村支书说。')
  })
})

describe('telephone numbers in words that others read', () => {
  it.each([
    ['电话13812345678', '电话138****5678'],
    ['打138 1234 5678找他', '打138****5678找他'],
    ['拨95598或12345', '拨95598或12345'],
    ['供电所 0939-3211234', '供电所 0939-3211234'],
  ])('%s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked)
  })

  it('hold no service number inside them', () => {
    expect(placeElsewhere('这是私人的，电话13812345678')).toBe('')
    expect(placeElsewhere('请打12345')).toBe('12345热线')
  })
})
