import type { Person } from '../domain/people.ts'
import { clausesOf } from '../reading/doubts.ts'
import { listOf } from '../reading/grammar.ts'
import { intents } from '../reading/intents.ts'
import { isOfThing } from '../reading/of-work.ts'
import type { Scan } from '../reading/scan.ts'
import type { TicketRef } from '../reading/ticket-ref.ts'
import { EITHER } from '../reading/twisted.ts'
import { type Command, isFor, STEWARDS } from './define-command.ts'
import type { Apart } from './number-apart.ts'
import type { Sign } from './signs.ts'

for (const list of ['of-many', 'of-one', 'of-world']) listOf(list, 'acts.txt')

/** 请三天假 with 王芳替我 is leave where no number stands, and the handing over of a matter where one does. */
export function sure(found: readonly Sign[], ref: TicketRef | null): readonly Sign[] {
  const isAsked = found.some((s) => isAfterMatter(s.command) && asks(s))
  const tells = !isAsked && found.some((s) => s.command.sort === 'tells' || s.command.sort === 'wishes')
  const signs = found.filter((s) => !(tells && isAfterMatter(s.command)) && !(isAsked && s.command.sort === 'tells'))
  const ofTicket = ref !== null || isOfMatter(signs)
  // 手滑了，7号没弄完: taken back is what was said of a matter.
  const isOfTicket = ({ frame, command }: Sign) => command.ticket !== 'none' || frame.refs || command.name === '撤销'
  const wantsNone = (sign: Sign) => (ofTicket ? isOfTicket(sign) : !sign.frame.marks.includes('numbered'))
  const fit = signs.filter(wantsNone)
  return fit.length > 0 ? fit : signs
}

/** 水管那件, 那事是谁报的: of one matter; 跟水管有关的有哪几件 only looks for several. */
function isOfMatter(signs: readonly Sign[]): boolean {
  const looks = signs.every(({ command }) => command.sort === 'looks')
  if (looks && signs.some(({ scan }) => scan.holds('of-many'))) return false
  return signs.some(({ scan }) => isOfThing(scan) || (looks && scan.holds('of-one')))
}

/** 你觉得, 一盏灯多少钱: what is asked of the world is asked of nothing in hand. */
export const isOfWorld = (scan: Scan): boolean => scan.holds('of-world')

/** 我手上, 我误了几件: several of one's own; 那件, 水管: one. */
export const isOfMany = (scan: Scan): boolean => scan.holds('in-hand') || (scan.holds('of-many') && scan.holds('me'))
export const isOfOne = (scan: Scan): boolean => scan.holds('of-one') || isOfThing(scan)

/** 那件有没有逾期 asks after one matter and 哪几件批了没 after one's own list, whatever else is asked of them. */
export function lookMeant({ scan, command }: Sign, ref: TicketRef | null, commands: readonly Command[]): Command {
  const [many, one] = ['of-many', 'of-one'].map((list) => scan.holds(list))
  if (ref !== null || many === one) return command
  const isOther = (one && command.name === '待办' && !scan.holds('in-hand')) || (many && !isOfThing(scan) && command.name === '进度')
  const other = isOther ? commands.find(({ name }) => name === (one ? '进度' : '待办')) : undefined
  return other ?? command
}

/** Who tells what was done asks nothing. */
const isAfterMatter = ({ sort, ticket }: Command): boolean => sort === 'looks' && ticket !== 'none'
const asks = ({ scan, at, end }: Sign): boolean => [ASKS, EITHER].some((shape) => shape.test(scan.text.slice(at, end)))
const ASKS = /[谁咋啥哪几吗么怎何]|什么|没有|没$|多[久远长少不]|真的?假|是真|靠谱|来得及|[有到](?:信|动静)/u

/** Somebody wants it done or shown. */
const isAskedFor = ({ sort }: Command): boolean => sort === 'wishes' || sort === 'looks' || sort === 'answers'

/** The one is said along with the other, and is then what is meant. */
export const standsOver = (a: Command, b: Command): boolean => intents().over.get(a.name)?.has(b.name) === true

/** Of the orders that are spoken of, those that are not said along with another. */
export function meant(commands: readonly Command[], person: Person): Command[] {
  const named = [...new Set(commands)]
  // Who may not have it 督办 may still 催办, or give it to another; who assigns nothing hands over.
  const isAsked = named.some((c) => (isAskedFor(c) || c.name === '接') && isFor(c.for, person))
  const isBeyond = ({ name }: Command) => name === '派' || (name === '督办' && isFor(STEWARDS, person))
  const theirs = named.filter((c) => isFor(c.for, person) || !isAsked || !isBeyond(c))
  return theirs.filter((c) => !theirs.some((other) => standsOver(other, c)))
}

/** 李建国娃住院呢，你催他也没用，7号给他宽限三天: where several are spoken of, what is wanted is said with the number, or else last. */
export function wantedIn(signs: readonly Sign[], { ref, from }: Apart, person: Person): Command | null {
  const [first] = signs
  if (!first) return null
  const clauses = clausesOf(first.scan.text)
  const clauseOf = (at: number): number => clauses.findIndex((c) => at >= c.at && at < c.end)
  const last = Math.max(...signs.map((s) => clauseOf(s.at)))
  // 坪08说是今儿调解，有结果没: what ends in a question asks.
  const isAsked = signs.some((s) => isAfterMatter(s.command) && clauseOf(s.at) === last && asks(s))
  for (const clause of ref && !isAsked ? [clauseOf(from), last] : [last]) {
    const said = signs.filter((s) => clauseOf(s.at) === clause).map((s) => s.command)
    const [only, other] = meant(said, person)
    const isElse = (by: Command) => by.ticket === 'none' || by.sort === 'answers' || !(isAskedFor(by) || by.sort === 'tells')
    // 7号先前挂着，钱到了，恢复办理: what is wanted last is wanted now.
    const isOutdone = ({ command: by, at }: Sign) =>
      only !== undefined && (isElse(by) || (clause !== last && clauseOf(at) === last)) && standsOver(by, only)
    if (only && !other && isAskedFor(only) && !signs.some(isOutdone)) return only
  }
  return null
}
