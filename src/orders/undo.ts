import { earlier, MINUTE_MS } from '../domain/durations.ts'
import { isCadre } from '../domain/people.ts'
import type { Ticket } from '../domain/ticket.ts'
import { UNDO_MS, undoLast } from '../tickets/undo.ts'
import { cannotUndo, changedSince, nothingToUndo, toldToGroup, undone } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { CallOf, Command, Reply } from './define-command.ts'
import { takeBack } from './resident.ts'
import { nothing } from './talk.ts'

const HALF_HOUR_MS = 30 * MINUTE_MS

const lastActOf = ({ desk, spoken }: CallOf<'lastAct' | 'now'>) => desk.lastAct(spoken.person.id, earlier(desk.now, UNDO_MS))

/** Who holds no office means 撤回 by 撤销, when what they told last is newer than what they did last. */
async function toldSince({ desk, spoken }: CallOf<'now' | 'tickets'>, acted: Date | null): Promise<Ticket | null> {
  if (isCadre(spoken.person)) return null
  const since = acted ?? earlier(desk.now, HALF_HOUR_MS)
  const query = { reporter: spoken.person.id, statuses: ['open', 'waiting'] as const, openedSince: since, newestFirst: true, limit: 2 }
  const [last] = await desk.tickets(query)
  return last && last.openedAt > since ? last : null
}

export const undo: Command = {
  name: '撤销',
  sort: 'answers',
  for: 'anyone',
  ticket: 'none',
  fits: nothing,
  now: async (call) => (await lastActOf(call)) !== null,
  example: '撤销',
  help: '收回十分钟内刚做的一步',
  async run(call): Promise<Reply[]> {
    const act = await lastActOf(call)
    const told = await toldSince(call, act?.at ?? null)
    if (told) return takeBack(call, told)
    const result = await undoLast(call.desk, call.spoken.person)
    if (!('refused' in result)) return privately(undone(result.words, result.ticket), result.ticket ?? undefined)
    if (result.refused === 'told-to-group') return privately(cannotUndo(result.words, toldToGroup))
    if (result.refused === 'final') return privately(cannotUndo(result.words, result.say))
    return privately(result.refused === 'changed-since' ? changedSince : nothingToUndo)
  },
}
