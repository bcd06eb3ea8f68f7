import { z } from 'zod'
import { APPROVERS, type Ticket } from '../domain/ticket.ts'
import { COLUMNS } from './columns.ts'
import { Prisma } from './generated/client.ts'
import type { TicketModel, TicketUncheckedCreateInput } from './generated/models/Ticket.ts'

/** A row as it is read: the marks are there to be looked for, a hundred numbers a ticket that nobody reads. */
export type TicketRow = Omit<TicketModel, 'wordMarks' | 'throughMarks'>
/** Its columns, of `t`. */
export const TICKET_COLUMNS = Prisma.raw(
  Object.values(Prisma.TicketScalarFieldEnum)
    .filter((column) => column !== 'wordMarks' && column !== 'throughMarks')
    .map((column) => `t."${column}"`)
    .join(', '),
)

const { kind, source, stage, status, mode, danger, sensitivity, satisfaction, throughVia, evidence } = COLUMNS.Ticket
const maybe = z.string().nullable()
const date = z.coerce.date()

const Whole = z.object({
  ...{ id: z.string(), label: z.string(), number: z.int(), version: z.int() },
  ...{ village: z.string(), place: z.string(), kind, duty: z.string(), title: z.string(), text: z.string() },
  // What 撤销 kept before groups stood in it has none.
  group: maybe.default(null),
  ...{ source, stage, status, mode, danger: danger.nullable(), sensitivity: sensitivity.nullable(), hidden: z.boolean() },
  ...{ owner: maybe, coOwners: z.array(z.string()), reporter: maybe, about: z.array(z.string()), supervisor: maybe },
  through: z.object({ person: z.string(), name: z.string(), via: throughVia }).nullable(),
  ...{ openedAt: date, countedFrom: date, respondBy: date, completeBy: date },
  ...{ acceptedAt: date.nullable(), respondedAt: date.nullable(), resolvedAt: date.nullable(), endedAt: date.nullable() },
  ...{ resolution: maybe, solved: z.boolean().nullable(), satisfaction: satisfaction.nullable(), evidence: z.array(evidence) },
  waiting: z.object({ until: date, since: date, reason: z.string() }).nullable(),
  extensionAsked: z.object({ by: z.string(), until: date, reason: z.string(), approver: z.enum(APPROVERS) }).nullable(),
  ...{ extensions: z.int(), mergedInto: maybe, reopened: z.int() },
})
/** A ticket as its row says it, or as it was, kept as JSON for 撤销: dates come back as dates. */
export const TicketShape: z.ZodType<Ticket> = Whole
/** As much of it as it takes to see whether a leader has to decide. */
export const DecidingShape = Whole.pick({
  ...{ id: true, place: true, village: true, status: true, stage: true, sensitivity: true, owner: true, about: true, supervisor: true },
  ...{ acceptedAt: true, respondBy: true, completeBy: true, extensionAsked: true },
})

export function ticketFrom(row: TicketRow): Ticket {
  const { villageId, placeId, ownerId, coOwnerIds, reporterId, aboutIds, supervisorId, groupId } = row
  const { throughId, throughName, throughVia: via, waitingUntil, waitingSince, waitingReason } = row
  return TicketShape.parse({
    ...row,
    ...{ village: villageId, place: placeId, owner: ownerId, coOwners: coOwnerIds, reporter: reporterId, about: aboutIds },
    ...{ supervisor: supervisorId, group: groupId },
    through: throughId && throughName ? { person: throughId, name: throughName, via: via ?? 'point' } : null,
    waiting: waitingUntil && waitingSince ? { until: waitingUntil, since: waitingSince, reason: waitingReason ?? '' } : null,
  })
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
    groupId: t.group,
    stage: t.stage,
    status: t.status,
    mode: t.mode,
    ownerId: t.owner,
    coOwnerIds: t.coOwners,
    reporterId: t.reporter,
    throughId: t.through?.person ?? null,
    throughName: t.through?.name ?? null,
    throughVia: t.through?.via ?? null,
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
