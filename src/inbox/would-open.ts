import { LISTED } from '../domain/clerk-list.ts'
import { DAY_MS, earlier } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import { trialIn } from '../domain/roster.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { showDanger } from '../tickets/look.ts'

export type WouldDesk = Pick<Desk, 'now' | 'roster' | 'closedReports' | 'noteWould'>

export const isOnTrial = ({ roster }: Pick<Desk, 'roster'>, { conversation }: Pick<OpenReport, 'conversation'>): boolean =>
  trialIn(roster, conversation) !== null

/** Where its group is on trial, what would have opened by itself goes on the clerk's list, and it is noted that it would have. */
export async function listInstead(desk: WouldDesk, report: OpenReport, { duty }: Judgement): Promise<string> {
  const lately = await desk.closedReports(earlier(desk.now, DAY_MS), report.conversation)
  // Told again by the same person it would have gone to the ticket that there would be by now.
  const again = lately.some((r) => r.person === report.person && r.would === 'open' && r.judgement?.duty === duty)
  if (!again) await desk.noteWould(report.id, 'open')
  return LISTED
}

type DangerDesk = WouldDesk & Parameters<typeof showDanger>[0]

/**
 * A danger in a group on trial: the duty cadre reads it at once, one-to-one, and nobody else does. The week is there to be
 * quiet, not to keep from a person what a program has understood of a fire; but whether it has understood rightly is what the
 * week is to show, and so it sounds no alarm, calls nobody up the line, and a person registers it.
 */
export async function dangerOnTrial(
  desk: DangerDesk,
  report: OpenReport,
  told: { text: string; judgement: Judgement; village: string },
): Promise<string> {
  const shown = await showDanger(desk, report, told)
  if (shown !== 'known') await desk.noteWould(report.id, 'open')
  return shown === 'nobody' ? LISTED : 'shown'
}
