import { HOUR_MS, later, MINUTE_MS } from '../domain/durations.ts'
import { type NoticeDraft, toPerson } from '../domain/notice.ts'
import { holders, townNode } from '../domain/roster.ts'
import type { Desk } from '../ports/desk.ts'
import type { Outage } from '../ports/hearing.ts'
import { channelBack, channelSilent, type Missed } from '../wording/outages.ts'

/** A silence that short, in which nothing is known to be missed, is for the operator's record only. */
const WORTH_TELLING_MS = 2 * MINUTE_MS
/** By then it has come back, or somebody knows. */
const STALE_MS = HOUR_MS

/** Tells the duty cadre that a channel hears nothing, and afterwards what was said meanwhile. Nothing of it is posted anywhere. */
export async function tellOutage(
  desk: Pick<Desk, 'now' | 'roster' | 'notify'>,
  { channel, from, to, why }: Outage,
  missed: Missed,
): Promise<void> {
  const [id] = holders(desk.roster, 'duty', townNode(desk.roster))
  const duty = id === undefined ? undefined : desk.roster.people.get(id)
  if (!duty) return
  const key = `outage:${channel}:${from.toISOString()}`
  const draft = { to: toPerson(duty.id), ticket: null, occasion: 'outage' } as const
  const drafts: NoticeDraft[] = []
  if (to === null) drafts.push({ ...draft, key, text: channelSilent(channel, from, why), expiresAt: later(desk.now, STALE_MS) })
  else if (missed.count > 0 || to.getTime() - from.getTime() >= WORTH_TELLING_MS) {
    // A list passes by whom it may be about.
    const lines = missed.lines.map((m) => ({ ...m, text: m.text?.includes(duty.name) ? null : m.text }))
    drafts.push({
      ...draft,
      key: `${key}:${to.toISOString()}`,
      text: channelBack(channel, from, to, { ...missed, lines }),
      urgent: missed.count > 0,
    })
  }
  await desk.notify(drafts)
}
