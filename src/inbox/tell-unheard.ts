import { ON_LIST, UNHEARD } from '../domain/clerk-list.ts'
import { DAY_MS, later } from '../domain/durations.ts'
import { groupIn, toPerson } from '../domain/notice.ts'
import { holders, personName } from '../domain/roster.ts'
import type { ClosedReport, Desk } from '../ports/desk.ts'
import { unheardVoices } from '../wording/voices.ts'

/** Who spoke in a group since the last list, in one message to whoever is asked about its talk. */
export async function tellUnheard(
  desk: Pick<Desk, 'now' | 'roster' | 'notify' | 'settleReports'>,
  talk: readonly ClosedReport[],
  key: string,
): Promise<void> {
  const unheard = talk.filter((r) => r.outcome === UNHEARD)
  const group = desk.roster.groups.get(groupIn(unheard[0]?.conversation ?? '') ?? '')
  const [clerk] = group ? (['clerk', 'secretary', 'duty'] as const).flatMap((role) => holders(desk.roster, role, group.grid)) : []
  if (!group || clerk === undefined) return
  const voices = unheard.map(({ person, openedAt }) => ({ who: personName(desk.roster, person), at: openedAt }))
  const text = unheardVoices(group.name, voices, desk.now)
  await desk.notify([
    { key: `${key}:voices:${group.id}`, to: toPerson(clerk), ticket: null, occasion: 'voice', text, expiresAt: later(desk.now, DAY_MS) },
  ])
  await desk.settleReports(
    unheard.map((r) => r.id),
    ON_LIST,
  )
}
