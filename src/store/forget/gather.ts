import { maskFor } from '../../domain/mask-away.ts'
import { PhotoRefs, VoiceRef } from '../columns.ts'
import type { Transaction } from '../transaction.ts'
import type { Erasing } from './erasing.ts'
import { redactorOf } from './redact.ts'

interface Asked {
  town: string
  now: Date
  nobody: string
  onConsent: readonly string[]
}

const linesOf = async (tx: Transaction, townId: string, where: { personId: string } | { seq: { in: bigint[] } }) =>
  (await tx.message.findMany({ where: { townId, ...where }, orderBy: { seq: 'asc' } })).map((m) => ({
    ...{ seq: m.seq, id: m.id, channel: m.channel, text: m.text, report: m.reportId },
    photos: PhotoRefs.parse(m.photos).map((p) => p.id),
    voice: VoiceRef.parse(m.voice)?.id ?? null,
  }))

/** What a person is found by, read before anything goes; null where there is no such person any more. */
export async function gatherPerson(tx: Transaction, id: string, { town, ...asked }: Asked): Promise<Erasing | null> {
  const theirs = { townId: town, personId: id }
  const row = await tx.person.findUnique({ where: { townId_id: { townId: town, id } } })
  if (!row) return null
  const lines = await linesOf(tx, town, { personId: id })
  const told = await tx.ticket.findMany({ where: { townId: town, reporterId: id } })
  const followed = await tx.follower.findMany({ where: theirs, select: { ticketId: true } })
  const attached = await tx.ticketMessage.findMany({ where: { townId: town, seq: { in: lines.map((l) => l.seq) } } })
  const acted = await tx.ticketEvent.findMany({ where: { townId: town, byId: id }, distinct: ['ticketId'], select: { ticketId: true } })
  const own = told.map((t) => t.id)
  const near = [...new Set([...followed, ...attached, ...acted].map((t) => t.ticketId))].filter((t) => !own.includes(t))
  const everybody = await tx.person.findMany({ where: { townId: town }, select: { id: true, name: true, gone: true } })
  const mask = maskFor(everybody.map((p) => p.name))
  const words = [...new Set([...lines.map((l) => l.text), ...told.map((t) => t.text)])].filter((w) => w !== '')
  const slipNames = await tx.slip.findMany({ where: { ...theirs, throughName: { not: null } }, select: { throughName: true } })
  return {
    ...{ tx, town, ...asked, person: id, own, near, lines },
    served: await hasServed(tx, town, id, own),
    reports: await reportsOf(tx, town, id),
    externalIds: (await tx.identity.findMany({ where: theirs })).map((i) => i.externalId),
    masked: new Set(words.flatMap((w) => [w, mask(w)])),
    redact: redactorOf(
      {
        ...{ id, nobody: asked.nobody, words, titles: told.map((t) => t.title) },
        names: [row.name, ...slipNames.flatMap((s) => s.throughName ?? [])],
        phones: row.phone ? [row.phone] : [],
      },
      everybody.some((p) => p.name === row.name && p.id !== id && !p.gone),
    ),
  }
}

/** The same of somebody who is not on WeChat and had one matter told by a cadre; null where nobody's name stands in it. */
export async function gatherTeller(tx: Transaction, matter: string, { town, ...asked }: Asked): Promise<Erasing | null> {
  const ticket = await tx.ticket.findUnique({ where: { townId_id: { townId: town, id: matter } } })
  if (!ticket?.throughName || ticket.reporterId !== null) return null
  const attached = await tx.ticketMessage.findMany({ where: { townId: town, ticketId: matter } })
  const lines = await linesOf(tx, town, { seq: { in: attached.map((a) => a.seq) } })
  const words = [...new Set([ticket.text, ...lines.map((l) => l.text)])].filter((w) => w !== '')
  const sought = { id: '', nobody: asked.nobody, names: [ticket.throughName], phones: [], words, titles: [ticket.title] }
  return {
    ...{ tx, town, ...asked, person: '', own: [matter], near: [], lines, served: false },
    reports: lines.flatMap((l) => l.report ?? []),
    externalIds: [],
    masked: new Set(words),
    // How a cadre calls somebody is no name that others have not.
    redact: redactorOf(sought, true),
  }
}

const reportsOf = async (tx: Transaction, townId: string, personId: string): Promise<string[]> =>
  (await tx.report.findMany({ where: { townId, personId }, select: { id: true } })).map((r) => r.id)

/** Whether something was done by them in an office; what they did with their own matters was not. */
async function hasServed(tx: Transaction, townId: string, id: string, own: readonly string[]): Promise<boolean> {
  const held = await tx.ticket.count({
    where: { townId, OR: [{ ownerId: id }, { supervisorId: id }, { throughId: id }, { coOwnerIds: { has: id } }] },
  })
  if (held > 0) return true
  const staff = await tx.staffEntry.count({ where: { townId, personId: id } })
  const records = await tx.teamRecord.count({ where: { townId, OR: [{ personId: id }, { byId: id }] } })
  const stoodIn = await tx.leave.count({ where: { townId, OR: [{ personId: id }, { deputyId: id }] } })
  const done = await tx.ticketEvent.count({
    where: { townId, byId: id, ticketId: { notIn: [...own] }, what: { notIn: ['followed', 'added', 'denied'] } },
  })
  return staff + records + stoodIn + done > 0
}
