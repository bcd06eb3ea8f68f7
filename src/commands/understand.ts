import { groupIn } from '../domain/notice.ts'
import { isCadre } from '../domain/people.ts'
import { type TicketRef, ticketRef } from '../spoken/ticket-ref.ts'
import { nearestScored } from '../spoken/typo.ts'
import type { Call, Command } from './define-command.ts'
import { shortsOf } from './find-ticket.ts'
import { isFor } from './help.ts'

export interface Understood {
  command: Command
  ref: TicketRef | null
  rest: string
}

const END = /[。.!！~～，,\s]+$/u
const GAP = /^[\s：:，,、]+/u
/** Marks of a question or of talk about something, after a word that could be an order. */
const TALK = /[?？]|吗$|没有$|么$|呢$|啥|什么|怎么|为啥|谁/u

const wordsOf = (c: Command): string[] => [c.name, ...c.also]

/** 办结7换了灯泡, 接 7, 转 7 王芳, 待办; a word and nothing else; a word and what it asks for. */
function fromWord(call: Call, text: string, commands: readonly Command[]): Understood | null {
  const shorts = shortsOf(call.desk)
  const context = call.spoken.quotedTickets.length > 0 || groupIn(call.spoken.conversation) === null
  const all = commands
    .flatMap((command) => wordsOf(command).map((word) => ({ command, word })))
    .sort((a, b) => b.word.length - a.word.length)
  for (const { command, word } of all) {
    if (!text.startsWith(word)) continue
    const after = text.slice(word.length)
    const rest = after.replace(GAP, '')
    if (rest === '') return alone(call, command, word) ? { command, ref: null, rest: '' } : null
    const ref = ticketRef(rest, shorts)
    const official = word === command.name
    if (ref && (official || word.length > 1) && !(command.for === 'cadre' && TALK.test(ref.rest))) return { command, ref, rest: ref.rest }
    if (TALK.test(rest) && command.name !== '清单' && command.name !== '登记') continue
    const apart = GAP.test(after) || (command.glued?.test(after) ?? false)
    // One character is a word only with a number, or with somebody's name where it is plain what is meant.
    if (word.length === 1 ? apart && context && command.ticket !== 'none' : apart && (official || context || command.glued !== undefined))
      return { command, ref: null, rest }
    if (command.name === '转' && context && word !== '转') return { command, ref: null, rest }
    if (command.name === '查' && official && apart) return { command, ref: null, rest }
  }
  return null
}

/** A word alone is an order of those who may give it; 好了 or 通了 alone only where something is quoted or in the private chat. */
function alone(call: Call, command: Command, word: string): boolean {
  const context = call.spoken.quotedTickets.length > 0 || groupIn(call.spoken.conversation) === null
  if (!isFor(command.for, call.spoken.person)) return word === command.name && word.length > 1 && command.for !== 'leader'
  return word === command.name
    ? word.length > 1 || context
    : context || word.length > 2 || command.ticket === 'none' || command.ticket === 'asked'
}

/** 7号弄完了, 07好了 换的新灯, 坪07 办结. */
function fromNumber(call: Call, text: string, commands: readonly Command[]): Understood | null {
  const ref = ticketRef(text, shortsOf(call.desk))
  if (!ref || ref.rest === '') return null
  const all = commands
    .flatMap((command) => wordsOf(command).map((word) => ({ command, word })))
    .sort((a, b) => b.word.length - a.word.length)
  const said = ref.rest.replace(/^(那个|那件|的事|的|已经|都|给|我)+/u, '')
  const found = all.find(({ word, command }) => said.startsWith(word) && command.ticket !== 'none' && !TALK.test(said))
  return found ? { command: found.command, ref: { ...ref, rest: '' }, rest: said.slice(found.word.length).replace(GAP, '') } : null
}

/** The ways cadres put it without any of the words (voice.md, section 4). Read only where it is plain which matter is meant. */
const NATURAL: readonly { form: RegExp; name: string; rest: (m: RegExpExecArray) => string }[] = [
  { form: /^(?:让|叫|请)(\S{2,4}?)(?:去|来)(?:看一?下|看看|办|处理|弄)?$/u, name: '转', rest: (m) => m[1] ?? '' },
  { form: /^(\S{2,4}?)[，, ]?你去(?:看一?下|看看|办|处理|弄)?(?:一下)?$/u, name: '转', rest: (m) => m[1] ?? '' },
  { form: /^(?:再给|再宽限|再缓|宽限)(.{1,8})$/u, name: '延期', rest: (m) => m[1] ?? '' },
  { form: /^((?:大?后天|明天|下?周[一二三四五])(?:吧|办|弄|行不行)?)$/u, name: '延期', rest: (m) => m[1] ?? '' },
  { form: /^先?放一放(.*)$/u, name: '挂账', rest: (m) => (m[1] ?? '').trim() },
  { form: /^这?(?:个|件|事)?不归(?:我|我们|村里)管(.*)$/u, name: '不受理', rest: (m) => (m[1] ?? '').trim() },
  { form: /^(?:收到|好|好的|行|👌|嗯|知道了|明白)$/u, name: '接', rest: () => '' },
]

async function natural(call: Call, text: string, commands: readonly Command[]): Promise<Understood | null> {
  const { desk, spoken } = call
  if (!isCadre(spoken.person)) return null
  const isPrivateChat = groupIn(spoken.conversation) === null
  for (const { form, name, rest } of NATURAL) {
    const found = form.exec(text)
    const command = commands.find((c) => c.name === name)
    if (!found || !command) continue
    if (name !== '接') return spoken.quotedTickets.length > 0 || isPrivateChat ? { command, ref: null, rest: rest(found) } : null
    // 收到 is 接 only when quoting the new work, or right after it one-to-one.
    const last = isPrivateChat
      ? (await desk.lastSpokenOf(spoken.conversation, new Date(desk.now.getTime() - 24 * 60 * 60_000)))[0]
      : undefined
    const ticket = spoken.quotedTickets[0] ?? last
    if (!ticket || ticket.owner !== spoken.person.id || ticket.acceptedAt || ticket.status !== 'open') return null
    return { command, ref: { village: desk.roster.nodes.get(ticket.village)?.short ?? null, number: ticket.number, rest: '' }, rest: '' }
  }
  return byReporter(call, text, commands)
}

const BY_REPORTER =
  /^(?:给)?(\S{2,6}?)(?:家)?(?:那个|那件|的那个|的)?(?:事情?|的事)(?:已经|都)?(?:给)?(办好了?|办完了?|弄好了?|弄完了?|搞定了?|处理好了?|解决了?|好了)(.*)$/u

/** 老王那个事办好了: by the reporter's name, among mine. */
async function byReporter(call: Call, text: string, commands: readonly Command[]): Promise<Understood | null> {
  const { desk, spoken } = call
  const found = BY_REPORTER.exec(text)
  const command = commands.find((c) => c.name === '办结')
  if (!found || !command) return null
  const said = found[1] ?? ''
  const mine = await desk.tickets({ owner: spoken.person.id, statuses: ['open', 'waiting'], limit: 50 })
  const fits = mine.filter((t) => {
    const name = t.reporter ? (desk.roster.people.get(t.reporter)?.name ?? '') : ''
    return name !== '' && (name === said || (/^[小老]/u.test(said) && name.startsWith(said.slice(1))) || name.endsWith(said))
  })
  const rest = (found[3] ?? '').replace(GAP, '')
  const [only, second] = fits
  if (!only) return null
  if (!second) return { command, ref: { village: desk.roster.nodes.get(only.village)?.short ?? null, number: only.number, rest: '' }, rest }
  return { command, ref: null, rest }
}

/** What somebody means by a line, or null: what is not an order is a message. */
export async function understand(call: Call, commands: readonly Command[]): Promise<Understood | null> {
  const text = call.text.replace(END, '')
  if (text === '' || text.length > 120 || text.includes('\n')) return null
  const found = fromWord(call, text, commands) ?? fromNumber(call, text, commands)
  if (found) {
    // A cadre's word in a resident's mouth is an order only when it is typed as one.
    const order =
      isFor(found.command.for, call.spoken.person) ||
      (text.startsWith(found.command.name) && (found.ref !== null || text === found.command.name))
    return order ? found : null
  }
  return natural(call, text, commands)
}

/** The order somebody probably meant: 办洁 7. Only what looks like an order is corrected. */
export function nearest(call: Call, commands: readonly Command[]): string | null {
  const text = call.text.replace(END, '')
  const form = /^(\p{Script=Han}{2,3}?)\s*(?=[\d#【]|$|\s)(.*)$/u.exec(text)
  if (!form || text.length > 30) return null
  const [, typed = '', after = ''] = form
  const ref = after.trim() === '' ? null : ticketRef(after.trim(), shortsOf(call.desk))
  const mine = commands.filter((c) => isFor(c.for, call.spoken.person) && c.name.length > 1)
  const near = nearestScored(
    typed,
    mine.map((c) => c.name),
  )
  if (!near || near.score >= 1) return null
  const command = mine.find((c) => c.name === near.word)
  const fits =
    after.trim() === ''
      ? near.score >= 0.8 && (command?.ticket === 'none' || command?.ticket === 'asked')
      : ref !== null && near.score >= 0.5
  return fits ? `${near.word} ${after.trim()}`.trim() : null
}
