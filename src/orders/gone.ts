import { DAY_MS, later } from '../domain/durations.ts'
import { toPerson } from '../domain/notice.ts'
import type { Person, Role } from '../domain/people.ts'
import { holders, personName, type Roster } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { WINGS } from '../measures/index.ts'
import type { Question } from '../ports/question.ts'
import type { CommitDesk } from '../tickets/commit.ts'
import { factsOf, shortOf } from '../tickets/facts.ts'
import { handOverAll } from '../tickets/leave.ts'
import { noPerson, notChanged, roster as say, takenOver } from '../wording/replies.ts'
import { transferred } from '../wording/told.ts'
import { privately } from './answer.ts'
import { type CallOf, type Command, type Reply, STEWARDS } from './define-command.ts'
import { cadresOf, fullName } from './find-person.ts'
import { keeps, mayChange } from './roster-rights.ts'

/** The next in line: another of the duty's role nearest to the place, else up the line. */
function nextInLine(roster: Roster, gone: string, ticket: Ticket): string | null {
  const own = roster.duties.get(ticket.duty)?.owner
  const line: Role[] = [...(own ? [own] : []), 'secretary', 'leader', 'duty']
  for (const role of line) {
    const found = holders(roster, role, ticket.place).find((id) => id !== gone && !ticket.about.includes(id))
    if (found) return found
  }
  return null
}

/** Those who have the work now read which; the reporters read who has it, as in a transfer. */
async function tellAll(
  { desk, spoken }: CallOf<'calendar' | 'notify' | 'now' | 'roster'>,
  left: Person,
  moved: readonly Ticket[],
): Promise<{ name: string; count: number }[]> {
  const hands = [...Map.groupBy(moved, (t) => t.owner)].flatMap(([owner, tickets]) => (owner ? [{ owner, tickets }] : []))
  const base = { occasion: 'handed-over' as const }
  await desk.notify([
    ...hands.map(({ owner, tickets }) => ({
      ...base,
      key: `gone:${spoken.messageId}:${owner}`,
      to: toPerson(owner),
      ticket: null,
      text: takenOver(
        left.name,
        tickets.map((t) => `${t.label} ${shortOf(desk.roster, t)}`),
      ),
    })),
    ...moved.flatMap((t) =>
      t.reporter && t.reporter !== t.owner
        ? [
            {
              ...base,
              key: `gone:${spoken.messageId}:${t.id}`,
              to: toPerson(t.reporter),
              ticket: t.id,
              text: transferred(factsOf(desk, t, { by: null, note: null })),
            },
          ]
        : [],
    ),
  ])
  return hands.map(({ owner, tickets }) => ({ name: personName(desk.roster, owner), count: tickets.length }))
}

/** 是 to the one question that 离任 asks: roles end, open matters move. */
export async function letGo(
  call: CallOf<keyof CommitDesk | 'cases' | 'deeds' | 'markGone' | 'now' | 'roster' | 'ticket' | 'tickets'>,
  question: Question<'gone'>,
): Promise<Reply[]> {
  const { desk } = call
  const person = desk.roster.people.get(question.data.person)
  if (!person || !mayChange(call, person)) return privately(noPerson('', null))
  const moved = await handOverAll(desk, person.id, (t) => nextInLine(desk.roster, person.id, t))
  await desk.markGone(person.id)
  desk.deeds.called(`离任 ${person.name}`)
  const stays: string[] = []
  for (const wing of WINGS) stays.push(...((await wing.staysWith?.(desk, person.id, call.spoken.person)) ?? []))
  return privately(say.gone(person.name, moved.length, await tellAll(call, person, moved), stays))
}

/** Only by the whole name, and only after a 是: much moves with it. */
export const gone: Command = {
  name: '离任',
  for: STEWARDS,
  ticket: 'none',
  fits: (words, scene, apart) => apart && scene.namesCadre(words),
  now: async (call) => keeps(call).length > 0,
  example: '离任 李建国',
  help: '干部不干了，手上的事转走',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const named = cadresOf(desk.roster).filter((c) => c.name === rest || fullName(c) === rest)
    const theirs = named.filter((c) => mayChange(call, c.person))
    const [only, second] = theirs
    if (!only) return privately(named.length > 0 ? notChanged(named[0]?.name ?? rest) : noPerson(rest.slice(0, 6), null))
    if (second) return privately(say.whichOne(theirs.map(fullName)))
    for (const q of await desk.questions(spoken.person.id)) if (q.what === 'gone') await desk.answered(q.id)
    const hands = await desk.countTickets({ owner: only.id, statuses: ['open', 'waiting'] })
    await desk.ask(
      { id: `gone:${spoken.messageId}`, person: spoken.person.id, what: 'gone', ticket: null, data: { person: only.id } },
      later(desk.now, DAY_MS),
    )
    return privately(say.reallyGone(fullName(only), hands))
  },
}
