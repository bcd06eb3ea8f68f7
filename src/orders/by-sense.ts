import { DAY_MS, earlier, later } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import type { OrderName } from '../domain/order-name.ts'
import { villageOf } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { wordsBeside } from '../reading/named-words.ts'
import { mayBeAbout, readVerdict, type VerdictSaid } from '../reading/verdict.ts'
import { isItDone, whenSeen } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { CallOf, Command, Reply } from './define-command.ts'
import type { Understood } from './reading.ts'

const named = wordsBeside(import.meta.url, 'by-sense')

const ASKED_DAYS = 60
const CLOSED_DAYS = 7
/** A line longer than this tells something. */
const SHORT = 20

/** 好的我晚上看看: no answer yet, and nothing to be asked again. */
const LATER = named('later')

const COMMAND_OF = { good: '满意', fair: '一般', poor: '不满意', again: '没修好' } as const satisfies Record<string, OrderName>

/** What the speaker was asked 办好了吗 about and has not answered; 没修好 may also be of what they follow. */
async function waiting({ desk, spoken }: CallOf<'now' | 'tickets'>, again: boolean): Promise<Ticket[]> {
  const query = {
    statuses: ['resolved'] as const,
    openedSince: earlier(desk.now, ASKED_DAYS * DAY_MS),
    newestFirst: true,
    limit: 10,
  }
  const own = await desk.tickets({ ...query, reporter: spoken.person.id })
  return own.length > 0 || !again ? own : desk.tickets({ ...query, follower: spoken.person.id })
}

/** 又坏了 some days after the closure, by whoever told it. */
async function closedLately({ desk, spoken }: CallOf<'now' | 'tickets'>): Promise<Ticket[]> {
  const since = desk.now.getTime() - CLOSED_DAYS * DAY_MS
  const told = await desk.tickets({ reporter: spoken.person.id, statuses: ['closed'], newestFirst: true, limit: 10 })
  return told.filter((t) => (t.endedAt?.getTime() ?? 0) >= since)
}

/** Of what is quoted: also a matter that is closed, when it is not done after all. */
async function quoted({ desk, spoken }: CallOf<'followers'>, again: boolean): Promise<Ticket[]> {
  const found: Ticket[] = []
  for (const t of spoken.quotedTickets) {
    const own = t.reporter === spoken.person.id
    const follows = again && (await desk.followers(t.id)).includes(spoken.person.id)
    if ((own || follows) && (t.status === 'resolved' || (again && t.status === 'closed'))) found.push(t)
  }
  return found
}

type VerdictCall = CallOf<'followers' | 'lastSpokenOf' | 'now' | 'roster' | 'tickets'>

async function meantBy(call: VerdictCall, said: VerdictSaid): Promise<Ticket[]> {
  const { desk, spoken } = call
  const again = said.verdict === 'again' || said.verdict === 'poor'
  if (spoken.quotedTickets.length > 0) return quoted(call, again)
  const fits = (t: Ticket) => mayBeAbout(call.text, `${t.title}${t.text}`)
  const asked = (await waiting(call, said.verdict === 'again')).filter(fits)
  const about = asked.length > 0 || !(again && said.plain) ? asked : (await closedLately(call)).filter(fits).slice(0, 1)
  const group = desk.roster.groups.get(groupIn(spoken.conversation) ?? '')
  if (group) return said.plain ? about.filter((t) => t.village === villageOf(desk.roster, group.grid)) : []
  if (said.plain || about.length === 0) return about
  // 好 answers what was said last, and nothing before it.
  const [last] = await desk.lastSpokenOf(spoken.conversation, earlier(desk.now, ASKED_DAYS * DAY_MS))
  return last && about.some((t) => t.id === last.id) ? [last] : []
}

/** 亮着呢, 不咋样, 👍: the answer to 办好了吗 by its sense, as one of the words for it; null when it answers nothing. */
export function verdictMeant(call: VerdictCall, commands: readonly Command[]): Promise<Understood | null> | null {
  const said = readVerdict(call.text)
  return said && verdictOf(call, said, commands)
}

async function verdictOf(call: VerdictCall, said: VerdictSaid, commands: readonly Command[]): Promise<Understood | null> {
  const among = await meantBy(call, said)
  const command = commands.find((c) => c.name === COMMAND_OF[said.verdict])
  return command && among.length > 0 ? { command, ref: null, rest: said.note, among } : null
}

type AskBackCall = CallOf<'ask' | 'followers' | 'now' | 'question' | 'settings' | 'tickets'>

/** What is not understood, said one-to-one or to the question itself while it waits, is asked back once. */
export function verdictAsked(call: AskBackCall): Promise<Reply[] | null> | null {
  const { spoken, text } = call
  const tells = text.length > SHORT || (groupIn(spoken.conversation) !== null && spoken.quotedTickets.length === 0)
  return tells ? null : askBack(call)
}

async function askBack(call: AskBackCall): Promise<Reply[] | null> {
  const { desk, spoken, services } = call
  const [ticket] = spoken.quotedTickets.length > 0 ? await quoted(call, false) : await waiting(call, false)
  if (!ticket) return null
  const judged = services.judge(call.text)
  if (judged.danger !== null || (judged.kind !== 'none' && judged.matter >= desk.settings.askAt)) return null
  if (LATER.test(call.text)) return privately(whenSeen(ticket), ticket)
  const id = `verdict:${ticket.id}:${ticket.reopened}`
  if (await desk.question(id)) return null
  await desk.ask({ id, person: spoken.person.id, what: 'verdict', ticket: ticket.id, data: {} }, later(desk.now, DAY_MS))
  return privately(isItDone(ticket), ticket)
}
