import type { Ticket } from '../domain/ticket.ts'
import { phrasesOf } from '../reading/grammar.ts'
import { tellsOf } from '../reading/verdict.ts'
import { namesAmong, readWho } from '../reading/who.ts'
import type { CallOf } from './define-command.ts'
import { cadreAt } from './find-person.ts'

/** Two characters of what a matter is called name it: 户口, 低保, 塌方. */
const NAMING = 2
/** 的事, 没了 name nothing. */
const EMPTY = new Set('的事了不没有一')
/** What stands in others of them as well tells none apart. */
const isNaming = (piece: string, others: readonly Ticket[], t: Ticket): boolean =>
  !Array.from(piece).some((c) => EMPTY.has(c)) && !others.some((o) => o.id !== t.id && `${o.title}${o.text}`.includes(piece))

function namesThing(words: string, t: Ticket, all: readonly Ticket[]): boolean {
  if (tellsOf(words, `${t.title}${t.text}`)) return true
  const title = t.title.replace(/[^\p{Script=Han}]/gu, '')
  return Array.from({ length: Math.max(0, title.length - 1) }, (_, at) => title.slice(at, at + NAMING)).some(
    (piece) => words.includes(piece) && isNaming(piece, all, t),
  )
}

/** 转给王师傅, 让老王: who is to do it, and not who told it. */
const isGiven = (before: string): boolean =>
  ['call-on', 'hand-to'].some((list) => phrasesOf(list, list).some((word) => before.endsWith(word)))

/** 老王那个, 何秀英的低保: those who told these matters, as far as a line names them and means no cadre. */
function tellersIn(call: CallOf<'roster'>, words: string, among: readonly Ticket[]): ReadonlySet<string> {
  const { people } = call.desk.roster
  const tellers = [...new Set(among.map((t) => t.reporter ?? ''))].flatMap((id) => {
    const person = people.get(id)
    return person && person.name.length > 1 ? [{ id, name: person.name, titles: [], village: '' }] : []
  })
  const nameAt = namesAmong(tellers)
  const isCadre = cadreAt(call)
  const found = new Set<string>()
  for (let at = 0; at < words.length; at++) {
    const rest = words.slice(at)
    const length = nameAt(rest)
    if (length === 0 || isCadre(rest) > length || (isCadre(rest) === length && isGiven(words.slice(0, at)))) continue
    const who = readWho(rest.slice(0, length), tellers)
    if ('one' in who) found.add(who.one.id)
  }
  return found
}

/** Of these matters the ones that a line names, by who told them or by what they are about; none where it names none. */
export function namedIn(call: CallOf<'roster'>, words: string, among: readonly Ticket[]): Ticket[] {
  const tellers = tellersIn(call, words, among)
  const told = among.filter((t) => t.reporter !== null && tellers.has(t.reporter))
  const from = told.length > 0 ? told : among
  const about = from.filter((t) => namesThing(words, t, among))
  return about.length > 0 ? about : told
}
