import { lineUp } from '../domain/grid.ts'
import { maskAllButPhones } from '../domain/mask.ts'
import type { Roster } from '../domain/roster.ts'
import { isEnded } from '../domain/webhook.ts'
import type { SeenMatter } from '../ports/requests.ts'
import { agency, deadlines, statusNotes } from '../wording/api.ts'
import { by, day } from '../wording/dates.ts'
import { stageWords } from '../wording/digests.ts'
import { states } from '../wording/replies.ts'
import type { Request } from './shapes.ts'

const LONGEST = 4000

const PHOTOS = '/api/open311/v2/photos'
const photoUrl = (base: string, ticket: string): string => `${base}${PHOTOS}/${ticket}.jpg`

/** From the nearest to the farthest: 三社，坪头村，鸡峰镇. */
const addressOf = ({ nodes }: Pick<Roster, 'nodes'>, place: string): string =>
  lineUp(nodes, place)
    .map((id) => nodes.get(id))
    .filter((n) => n !== undefined && n.level !== 'ten')
    .map((n) => n?.name)
    .join('，')

/** What was done is somebody's own words; numbers of papers and cards go nowhere. */
function notesOf({ ticket: t, sight }: SeenMatter): string {
  const done = sight === 'all' && t.resolution ? maskAllButPhones(t.resolution) : null
  if (t.status === 'waiting' && t.waiting) return statusNotes.waiting(day(t.waiting.until))
  if (t.status === 'resolved') return statusNotes.resolved(done)
  return t.status === 'closed' ? statusNotes.closed(done) : states[t.status]
}

const descriptionOf = ({ ticket, sight }: SeenMatter): string | null =>
  sight === 'outline' ? null : sight === 'title' ? ticket.title : maskAllButPhones(ticket.text).slice(0, LONGEST)

/** Less than a title is shown as what it was handed in as, not as what it was found to be. */
function serviceIn(roster: Roster, { ticket, sight, brought }: SeenMatter): { code: string; name: string } {
  const code = sight === 'outline' ? (brought?.service ?? '') : ticket.duty
  return { code, name: roster.duties.get(code)?.name ?? code }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const extendedOf = ({ ticket: t, sight, brought }: SeenMatter): NonNullable<Request['extended_attributes']> => ({
  number: t.label,
  kind: sight === 'outline' ? null : t.kind,
  ...{ state: t.status, stage: t.stage, stage_name: stageWords[t.stage] },
  ...{ respond_by: t.respondBy.toISOString(), responded_datetime: iso(t.respondedAt) },
  ...{ complete_by: t.completeBy.toISOString(), resolved_datetime: iso(t.resolvedAt) },
  waiting_until: iso(t.waiting?.until ?? null),
  ...{ extensions: t.extensions, reopened: t.reopened, solved: t.solved, satisfaction: t.satisfaction },
  reference: brought?.reference ?? null,
})

interface Shown {
  /** Where this program is reached; null where nobody knows. */
  base: string | null
  /** With stages and deadlines. */
  extensions: boolean
}

/** A matter as a key sees it, in the words of the specification. */
export function requestOf(roster: Roster, seen: SeenMatter, { base, extensions }: Shown): Request {
  const { ticket: t, sight, updatedAt } = seen
  const service = serviceIn(roster, seen)
  const ended = isEnded(t)
  const owner = sight === 'all' && t.owner ? (roster.people.get(t.owner)?.name ?? null) : null
  return {
    service_request_id: t.id,
    status: ended ? 'closed' : 'open',
    status_notes: notesOf(seen),
    ...{ service_name: service.name, service_code: service.code },
    description: descriptionOf(seen),
    agency_responsible: sight === 'outline' ? roster.townName : agency(roster.nodes.get(t.village)?.name ?? roster.townName, owner),
    service_notice: ended ? null : deadlines(by(t.respondBy), by(t.completeBy)),
    requested_datetime: t.openedAt.toISOString(),
    updated_datetime: (ended && t.endedAt ? t.endedAt : updatedAt).toISOString(),
    expected_datetime: t.completeBy.toISOString(),
    ...{ address: sight === 'outline' ? null : addressOf(roster, t.place), address_id: sight === 'outline' ? null : t.place },
    ...{ zipcode: null, lat: null, long: null },
    media_url: seen.pictured && base !== null ? photoUrl(base, t.id) : null,
    ...(extensions && { extended_attributes: extendedOf(seen) }),
  }
}
