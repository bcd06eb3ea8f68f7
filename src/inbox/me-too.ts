import { isMeToo } from '../classify/follow-up.ts'
import { earlier, MINUTE_MS } from '../domain/durations.ts'
import { groupIn } from '../domain/notice.ts'
import { gridOf, villageOf } from '../domain/roster.ts'
import { isLive, isPrivate, isPrivateDanger, type Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { afterAgreeing } from '../reading/agreeing.ts'
import { followTicket } from '../tickets/follow.ts'
import { isElsewhere } from './find-followed.ts'
import type { JudgeDesk } from './judge-desk.ts'
import { judgeReport } from './judge-report.ts'
import { plainLine, type Read } from './report-text.ts'

/** A bare +1 answers what was just said. */
const JUST_MINUTES = 20
const LINES = 8
/** 我们这也没水 an hour or a day later still names its matter by what it is about. */
const SAME_TROUBLE_DAYS = 3
/** What turns a trouble of one's own into 我家也…. */
const TOO = /也|都|同样|一样|\+1|加一/gu

type FollowDesk = JudgeDesk & Pick<Desk, 'heard' | 'households'>

/** 我家也是: of what is quoted, of what was just told, or of the same trouble in the same village. False when it is none. */
export function followWhatWasSaid(desk: FollowDesk, heard: Heard, quoted: readonly Ticket[], read: Read): Promise<boolean> | false {
  const said = plainLine(heard.text)
  const meToo = saysMeToo(said)
  const words = meToo ? said : afterAgreeing(said)
  return words !== null && follow(desk, heard, { said, meToo, words }, quoted, read)
}

async function follow(
  desk: FollowDesk,
  heard: Heard,
  { said, meToo, words }: { said: string; meToo: boolean; words: string },
  quoted: readonly Ticket[],
  read: Read,
): Promise<boolean> {
  const itself = read(words.replace(TOO, ''))
  // 我家也着火了 is nobody's follower.
  if (itself.danger || itself.hint) return false
  const sure = itself.outcome !== 'leave'
  // 就是，晚上黑得很 agrees with a trouble, be it a small one; 就是，明天去赶集 with something else.
  const topic = itself.kind !== 'none' && (sure || !meToo) ? itself.duty : null
  if (!meToo && topic === null) return false
  // 我家也没领到 names nothing; 我家也停电了 names a thing, and joins no other.
  const names = (code: string | null): boolean =>
    code !== null && (desk.roster.duties.get(code)?.words.some((w) => w.length > 1 && said.includes(w)) ?? false)
  const named = topic ?? [...desk.roster.duties.keys()].find((code) => !code.endsWith('-OTHER') && names(code)) ?? null
  const another = (t: Ticket) => topic !== t.duty && ((!meToo && !sure) || (names(named) && !names(t.duty)))
  const fits = (t: Ticket) =>
    isLive(t) && !isPrivateDanger(t) && !t.about.includes(heard.person) && !another(t) && (meToo || !isElsewhere(desk, t, itself))
  const ticket = heard.quote ? await ofQuoted(desk, heard, quoted, read, fits) : await ofTalk(desk, heard, read, fits, topic, meToo)
  if (!ticket || ticket.reporter === heard.person) return false
  await followTicket(desk, heard.person, ticket, heard)
  await desk.attach(ticket.id, [heard])
  return true
}

/** 我家也是, 就是，我家也看不见路. */
const saysMeToo = (said: string): boolean => isMeToo(said) || isMeToo(afterAgreeing(said) ?? '')

type Fits = (ticket: Ticket) => boolean

const ofQuoted = async (
  desk: JudgeDesk & Pick<Desk, 'heard'>,
  heard: Heard,
  quoted: readonly Ticket[],
  read: Read,
  fits: Fits,
): Promise<Ticket | null> => {
  const [known] = quoted.filter(fits)
  if (known || !heard.quote) return known ?? null
  const message = await desk.heard(heard.quote)
  return message?.report ? openedFrom(desk, message.report, message.id, read, fits) : null
}

/** A report that is still being told is judged now: somebody already speaks of it as a matter. */
async function openedFrom(desk: JudgeDesk, report: string, message: string, read: Read, fits: Fits): Promise<Ticket | null> {
  const open = await desk.report(report)
  if (open && !open.closed && open.judgement?.outcome === 'open') await judgeReport(desk, open, read)
  return (await desk.ticketsOfMessage(message)).find(fits) ?? null
}

/** What was just told: rather of the same thing, be it a little further back. */
async function inTalk(desk: JudgeDesk, heard: Heard, read: Read, fits: Fits, topic: string | null): Promise<Ticket | null> {
  for (const line of await desk.linesBefore(heard, earlier(heard.at, JUST_MINUTES * MINUTE_MS), LINES)) {
    if (line.person === heard.person || (line.person !== null && saysMeToo(plainLine(line.text)))) continue
    for (const id of line.tickets) {
      const ticket = await desk.ticket(id)
      if (ticket && fits(ticket)) return ticket
    }
    const told = line.person !== null && line.report ? await openedFrom(desk, line.report, line.id, read, fits) : null
    if (told) return told
    // A bare +1 is of the line right before it; 我家也没水 finds its matter past other talk.
    if (topic === null && line.person !== null) return null
  }
  return null
}

async function ofTalk(desk: JudgeDesk, heard: Heard, read: Read, fits: Fits, topic: string | null, meToo: boolean): Promise<Ticket | null> {
  if (groupIn(heard.conversation) === null) return null
  const exact = topic === null ? null : await inTalk(desk, heard, read, (t) => fits(t) && t.duty === topic, topic)
  const told = exact ?? (await inTalk(desk, heard, read, fits, topic))
  if (told) return told
  const home = villageOf(desk.roster, gridOf(desk.roster, heard.person) ?? '')
  if (topic === null || !home || !meToo) return null
  const since = earlier(desk.now, SAME_TROUBLE_DAYS * 24 * 60 * MINUTE_MS)
  const [same] = await desk.tickets({
    villages: [home],
    duty: topic,
    statuses: ['open', 'waiting'],
    openedSince: since,
    newestFirst: true,
    limit: 1,
  })
  return same && !isPrivate(same) && fits(same) ? same : null
}
