import { createHash } from 'node:crypto'
import { FILE_TYPE } from '../domain/file-wanted.ts'
import { isForgotten } from '../domain/forgotten.ts'
import { maskPersonal } from '../domain/mask.ts'
import { groupIn, type NoticeDraft, personIn } from '../domain/notice.ts'
import { PICTURE_TYPE, type Picture } from '../domain/picture.ts'
import { storable } from '../domain/storable.ts'
import type { Desk } from '../ports/desk.ts'
import { isWork, readWork } from '../ports/due-work.ts'
import { asJson } from './columns.ts'
import type { Journal } from './deeds/journal.ts'
import type { Transaction } from './transaction.ts'

type Outgoing = Pick<Desk, 'notify' | 'suppress' | 'setDue' | 'addDue' | 'cancelDue' | 'dueOf'>

/** A plan of these is nothing but its row; all other work looks again before it acts. */
const PLANS = ['leave-begins', 'leave-over', 'forget']

const pictureId = (key: string): string => createHash('sha256').update(`picture:${key}`).digest('hex').slice(0, 32)

const fileId = (key: string): string => createHash('sha256').update(`file:${key}`).digest('hex').slice(0, 32)

const asBytes = (tells: object) => new Uint8Array(Buffer.from(JSON.stringify(tells)))
const pictureRow = (townId: string, key: string, tells: Picture) => ({
  townId,
  id: pictureId(key),
  type: PICTURE_TYPE,
  bytes: asBytes(tells),
})

/** What goes with a notice, as it is kept until it is drawn or made. */
const attachedRows = (townId: string, { key, picture, file }: NoticeDraft) => [
  ...(picture ? [pictureRow(townId, key, picture.tells)] : []),
  ...(file ? [{ townId, id: fileId(key), type: FILE_TYPE, bytes: asBytes({ name: file.name, for: file.for, wanted: file.wanted }) }] : []),
]
const attachedTo = ({ key, picture, file }: NoticeDraft) => [
  ...(picture ? [{ id: pictureId(key), name: picture.name }] : []),
  ...(file ? [{ id: fileId(key), name: file.name, file: { link: file.link } }] : []),
]

export function noticesOf(tx: Transaction, town: string, now: Date, journal: Journal): Outgoing {
  const watched = <T>(key: string, write: () => Promise<T>): Promise<T> =>
    PLANS.some((job) => key.startsWith(`${job}:`)) ? journal.watch('Due', [{ key }], write) : write()
  return {
    async notify(all) {
      const drafts = all.filter((n) => !isForgotten(personIn(n.to) ?? ''))
      if (drafts.length === 0) return
      for (const { key, undone } of drafts) journal.notice(key, undone ?? null)
      const attached = drafts.flatMap((n) => attachedRows(town, n))
      if (attached.length > 0) await tx.photo.createMany({ data: attached, skipDuplicates: true })
      await tx.notice.createMany({
        data: drafts.map((n) => ({
          townId: town,
          key: n.key,
          conversation: n.to,
          ticketId: n.ticket,
          occasion: n.occasion,
          // Whatever way it was put together, nobody's number is posted.
          text: storable(groupIn(n.to) === null ? n.text : maskPersonal(n.text)),
          urgent: n.urgent ?? false,
          answer: n.answer ?? false,
          quoteId: n.quote ?? null,
          photos: attachedTo(n),
          brief: n.brief ?? null,
          aside: n.aside ?? null,
          dueAt: now,
          notBefore: now,
          expiresAt: n.expiresAt ?? null,
          mentions: [...(n.mention ?? [])],
          ...(n.onPage !== undefined && { onPage: n.onPage, state: 'sent', sentAt: now }),
        })),
        skipDuplicates: true,
      })
    },
    async suppress({ ticket, occasions, keys }, why) {
      const where = {
        townId: town,
        ...(ticket && { ticketId: ticket }),
        ...(occasions && { occasion: { in: [...occasions] } }),
        ...(keys && { key: { in: [...keys] } }),
      }
      await tx.notice.updateMany({ where: { ...where, state: 'due' }, data: { state: 'suppressed', why } })
      for (const { key } of await tx.notice.findMany({ where: { ...where, state: 'claimed' }, select: { key: true } })) {
        // On its way out, but still here; one that shares its post with others goes out with them.
        const { count } = await tx.post.updateMany({
          where: { townId: town, keys: { equals: [key] }, state: 'waiting' },
          data: { state: 'dropped', why },
        })
        if (count > 0) await tx.notice.updateMany({ where: { townId: town, key }, data: { state: 'suppressed', why } })
      }
    },
    async setDue(ticketId, work) {
      await tx.due.deleteMany({ where: { townId: town, ticketId, doneAt: null } })
      if (work.length > 0)
        await tx.due.createMany({
          data: work.map((w) => ({
            townId: town,
            key: w.key,
            job: w.job,
            at: w.at,
            ticketId,
            data: storable(asJson(w.data)),
          })),
          skipDuplicates: true,
        })
    },
    async addDue(w) {
      const data = { townId: town, key: w.key, job: w.job, at: w.at, ticketId: w.ticket, data: storable(asJson(w.data)) }
      await watched(w.key, () =>
        tx.due.upsert({ where: { townId_key: { townId: town, key: w.key } }, create: data, update: { at: w.at, data: data.data } }),
      )
    },
    async cancelDue(key) {
      await watched(key, () => tx.due.deleteMany({ where: { townId: town, key, doneAt: null } }))
    },
    async dueOf(job) {
      const rows = await tx.due.findMany({ where: { townId: town, job, doneAt: null }, orderBy: [{ at: 'asc' }, { key: 'asc' }] })
      const all = rows.map((r) => readWork({ ...r, ticket: r.ticketId }))
      return all.flatMap((work) => (work && isWork(work, job) ? [work] : []))
    },
  }
}
