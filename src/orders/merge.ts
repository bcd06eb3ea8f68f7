import { isLive, type Ticket } from '../domain/ticket.ts'
import { actorsOf } from '../domain/who-may.ts'
import { allRefs } from '../reading/ticket-ref.ts'
import { type MergeDesk, mergeTickets } from '../tickets/merge.ts'
import { type Refusal, refusalOf } from '../tickets/moves/refusal.ts'
import { cannotMergeInto, howMerge, merged, notFound, sameNumber } from '../wording/replies.ts'
import { act, privately, quietly, refuse } from './answer.ts'
import { CADRES, type CallOf, type Command, type Reply } from './define-command.ts'
import { numberOf, shortsOf, ticketsMeant } from './find-ticket.ts'

/** Nothing is merged unless all of it may be: the first of them that may not, or null. */
async function firstRefusal({ desk, spoken }: CallOf<'followers' | 'roster'>, tickets: readonly Ticket[]): Promise<Refusal | null> {
  for (const ticket of tickets) {
    const actors = actorsOf(desk.roster, spoken.person, ticket, await desk.followers(ticket.id))
    const refusal = refusalOf('merge', ticket, { by: spoken.person.id, actors })
    if (refusal) return refusal
  }
  return null
}

async function mergeAll(call: CallOf<keyof MergeDesk | 'ticket'>, from: readonly Ticket[], into: Ticket): Promise<Reply[]> {
  const { desk, spoken } = call
  const refusal = await firstRefusal(call, [...from, into])
  if (refusal) return refuse(call, refusal)
  return act(
    call,
    async () => {
      for (const ticket of from) {
        const done = await mergeTickets(desk, spoken.person, ticket, into)
        if ('refused' in done) return done
      }
      return { ticket: into }
    },
    () =>
      quietly(
        call,
        into,
        merged(
          from.map((t) => t.label),
          into.label,
        ),
      ),
  )
}

/** 合并 2、3 到 1, 2并到1: all numbers but the last go into the last. */
export const merge: Command = {
  name: '合并',
  sort: 'wishes',
  for: CADRES,
  ticket: 'none',
  fits: (words) => /^[【#]?\S{0,4}?[\d一二两三四五六七八九十]/u.test(words),
  move: 'merge',
  example: '合并 12 到 7',
  help: '两件是一件事，合在一起办',
  async run(call, { rest }) {
    const refs = allRefs(rest, shortsOf(call.desk))
    const last = refs.at(-1)
    if (refs.length < 2 || !last) return privately(howMerge)
    const found: Ticket[] = []
    for (const ref of refs) {
      // 合并 坪12 到 7: a number alone is of the village that another one names.
      const village = ref.village ?? (ref === last ? (refs[0]?.village ?? null) : last.village)
      const [ticket] = await ticketsMeant(call, { ...ref, village })
      if (!ticket) return privately(notFound(numberOf(ref), true))
      found.push(ticket)
    }
    // 2和3是一件事 says not which into which: the older one keeps its number.
    const into = /[到进入]/u.test(rest) || !/[和跟与同]|就是/u.test(rest) ? found.at(-1) : found.toSorted((a, b) => a.number - b.number)[0]
    const from = [...new Map(found.filter((t) => t !== into).map((t) => [t.id, t])).values()]
    if (!into || from.some((t) => t.id === into.id)) return privately(sameNumber)
    return isLive(into) ? mergeAll(call, from, into) : privately(cannotMergeInto(into), into)
  },
}
