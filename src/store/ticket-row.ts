import type { Evidence, Mode } from '../domain/duty.ts'
import type { Danger, Kind, Sensitivity } from '../domain/judgement.ts'
import type { ExtensionAsked, Satisfaction, Stage, Status, Ticket } from '../domain/ticket.ts'
import { Prisma } from './generated/client.ts'
import type { TicketModel as Row, TicketUncheckedCreateInput } from './generated/models/Ticket.ts'

interface AskedRow {
  by: string
  until: string
  reason: string
  approver: ExtensionAsked['approver']
}

/** The casts below are the one place where text columns become the unions that only this process ever wrote into them. */
export function ticketFrom(row: Row): Ticket {
  const asked = row.extensionAsked as AskedRow | null
  return {
    id: row.id,
    label: row.label,
    number: row.number,
    village: row.villageId,
    place: row.placeId,
    kind: row.kind as Kind,
    duty: row.duty,
    title: row.title,
    text: row.text,
    source: row.source as Ticket['source'],
    stage: row.stage as Stage,
    status: row.status as Status,
    mode: row.mode as Mode,
    owner: row.ownerId,
    coOwners: row.coOwnerIds,
    reporter: row.reporterId,
    about: row.aboutIds,
    danger: row.danger as Danger | null,
    sensitivity: row.sensitivity as Sensitivity | null,
    hidden: row.hidden,
    openedAt: row.openedAt,
    countedFrom: row.countedFrom,
    respondBy: row.respondBy,
    completeBy: row.completeBy,
    acceptedAt: row.acceptedAt,
    respondedAt: row.respondedAt,
    resolvedAt: row.resolvedAt,
    endedAt: row.endedAt,
    resolution: row.resolution,
    solved: row.solved,
    satisfaction: row.satisfaction as Satisfaction | null,
    waiting:
      row.waitingUntil && row.waitingSince ? { until: row.waitingUntil, since: row.waitingSince, reason: row.waitingReason ?? '' } : null,
    extensions: row.extensions,
    extensionAsked: asked && { ...asked, until: new Date(asked.until) },
    supervisor: row.supervisorId,
    mergedInto: row.mergedInto,
    evidence: row.evidence as Evidence[],
    reopened: row.reopened,
    version: row.version,
  }
}

export function rowOf(town: string, t: Ticket): TicketUncheckedCreateInput {
  return {
    townId: town,
    id: t.id,
    label: t.label,
    number: t.number,
    villageId: t.village,
    placeId: t.place,
    kind: t.kind,
    duty: t.duty,
    title: t.title,
    text: t.text,
    source: t.source,
    stage: t.stage,
    status: t.status,
    mode: t.mode,
    ownerId: t.owner,
    coOwnerIds: t.coOwners,
    reporterId: t.reporter,
    aboutIds: t.about,
    danger: t.danger,
    sensitivity: t.sensitivity,
    hidden: t.hidden,
    openedAt: t.openedAt,
    countedFrom: t.countedFrom,
    respondBy: t.respondBy,
    completeBy: t.completeBy,
    acceptedAt: t.acceptedAt,
    respondedAt: t.respondedAt,
    resolvedAt: t.resolvedAt,
    endedAt: t.endedAt,
    resolution: t.resolution,
    solved: t.solved,
    satisfaction: t.satisfaction,
    waitingUntil: t.waiting?.until ?? null,
    waitingSince: t.waiting?.since ?? null,
    waitingReason: t.waiting?.reason ?? null,
    extensions: t.extensions,
    extensionAsked: t.extensionAsked ? { ...t.extensionAsked, until: t.extensionAsked.until.toISOString() } : Prisma.DbNull,
    supervisorId: t.supervisor,
    mergedInto: t.mergedInto,
    evidence: t.evidence,
    reopened: t.reopened,
    version: t.version,
  }
}

/** A ticket as it was, kept as JSON for 撤销; dates come back as dates. */
export function ticketFromJson(json: unknown): Ticket {
  const t = json as Record<string, unknown>
  const date = (v: unknown) => (typeof v === 'string' ? new Date(v) : null)
  const waiting = t.waiting as { until: string; since: string; reason: string } | null
  const asked = t.extensionAsked as AskedRow | null
  const dates = ['openedAt', 'countedFrom', 'respondBy', 'completeBy', 'acceptedAt', 'respondedAt', 'resolvedAt', 'endedAt'] as const
  return {
    ...(t as unknown as Ticket),
    ...(Object.fromEntries(dates.map((k) => [k, date(t[k])])) as Pick<Ticket, (typeof dates)[number]>),
    waiting: waiting && { reason: waiting.reason, until: new Date(waiting.until), since: new Date(waiting.since) },
    extensionAsked: asked && { ...asked, until: new Date(asked.until) },
  }
}
