import type { Judgement } from '../domain/judgement.ts'
import type { NoticeDraft } from '../domain/notice.ts'
import { ALONE } from '../domain/talk.ts'
import type { Ticket } from '../domain/ticket.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import { handleMessage } from './handle.ts'
import { judgeReport } from './judge-report.ts'
import type { Read } from './report-text.ts'

/** Nobody of the roster: a villager and a group that exist for the length of a rehearsal. */
export const REHEARSED = 'rehearsal'

/** What became of a sentence that nobody said. */
export interface Rehearsed {
  /** As the record would say it; null: it was an order, or nothing that is kept. */
  outcome: string | null
  judgement: Judgement | null
  ticket: Ticket | null
  said: NoticeDraft[]
}

/** The village's desk, with a villager and their group on it, and with an ear to what is said. */
function stageOf(desk: Desk, village: string, names: { person: string; group: string }, said: NoticeDraft[]): Desk {
  const { roster } = desk
  const teller = { id: REHEARSED, name: names.person, phone: null, household: null, roles: [], onRoster: false }
  const named = { id: REHEARSED, name: names.group, members: [REHEARSED] }
  const group = { ...named, kind: 'village' as const, grid: village, quietUntil: null, trial: null }
  return {
    ...desk,
    roster: { ...roster, people: new Map(roster.people).set(REHEARSED, teller), groups: new Map(roster.groups).set(REHEARSED, group) },
    async notify(drafts) {
      said.push(...drafts)
      await desk.notify(drafts)
    },
  }
}

/** The road of every message, to its end: no window is waited for. Whoever calls takes back what was written on the way. */
export async function rehearse(
  desk: Desk,
  heard: Heard,
  judge: Judge,
  scene: { village: string; person: string; group: string },
): Promise<Rehearsed> {
  const said: NoticeDraft[] = []
  const stage = stageOf(desk, scene.village, scene, said)
  await handleMessage(stage, heard, judge)
  const read: Read = (text, surely) => judge(text, surely && { ...ALONE, matter: true })
  const [open] = await stage.openReports(heard.conversation)
  // A danger has been judged by now.
  const [closed] = open ? [] : await stage.closedReports(stage.now, heard.conversation)
  const outcome = open ? await judgeReport(stage, open, read) : (closed?.outcome ?? null)
  const [ticket] = await stage.ticketsOfMessage(heard.id)
  return { outcome, judgement: (open ?? closed)?.judgement ?? null, ticket: ticket ?? null, said }
}
