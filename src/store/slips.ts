import { messageRef } from '../domain/message-ref.ts'
import type { Occasion } from '../domain/notice.ts'
import { SLIP_CHANNEL } from '../domain/slip.ts'
import type { Slip, SlipDesk } from '../ports/slips.ts'
import { PhotoRefs } from './columns.ts'
import type { Slip as Row } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

const SAID_BY_PAGE = ['receipt', 'resolve:reporter', 'hello'] as const satisfies readonly Occasion[]

const slipFrom = (row: Row): Slip => ({
  ...{ id: row.id, village: row.villageId, number: row.number, code: row.code, key: row.key, person: row.personId, at: row.at },
  through: row.throughId === null ? null : { person: row.throughId, name: row.throughName ?? '' },
})

export function slipDeskOf(tx: Transaction, town: string, now: Date, newId: () => string): SlipDesk {
  /** Taken by whoever writes into a village, so that two at once neither double a slip nor share a number. */
  const alone = (what: string) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slip:${town}:${what}`}, 0))`

  return {
    async codeOf(village, fresh) {
      await alone(village)
      const where = { townId_gridId: { townId: town, gridId: village } }
      const known = await tx.villageCode.findUnique({ where })
      return (known ?? (await tx.villageCode.create({ data: { townId: town, gridId: village, code: fresh() } }))).code
    },
    async villageOfCode(code) {
      const row = await tx.villageCode.findFirst({ where: { townId: town, code } })
      return row?.gridId ?? null
    },
    async keepSlip({ id, village, code, key, through }, { name, phone, grid }) {
      await alone(village)
      const known = await tx.slip.findUnique({ where: { townId_id: { townId: town, id } } })
      if (known) return slipFrom(known)
      const person = `x-${newId()}`
      // A position below zero: not a line of the township's workbook.
      await tx.person.create({ data: { townId: town, id: person, name, phone, onRoster: false, position: -1 } })
      await tx.personRole.create({ data: { townId: town, personId: person, role: 'resident', gridId: grid } })
      await tx.identity.create({
        data: { townId: town, channel: SLIP_CHANNEL, externalId: id, personId: person, tiedBy: 'stranger', tiedAt: now, heardAt: now },
      })
      await tx.town.update({ where: { id: town }, data: { rosterVersion: { increment: 1 } } })
      const last = await tx.slip.aggregate({ where: { townId: town, villageId: village }, _max: { number: true } })
      return slipFrom(
        await tx.slip.create({
          data: {
            ...{ townId: town, id, villageId: village, number: (last._max.number ?? 0) + 1, code, key, personId: person, at: now },
            ...(through && { throughId: through.person, throughName: through.name }),
          },
        }),
      )
    },
    async slip(by) {
      const where = 'village' in by ? { villageId: by.village, number: by.number } : by
      const row = await tx.slip.findFirst({ where: { townId: town, ...where } })
      return row && slipFrom(row)
    },
    async slipsOf(ticket) {
      const rows = await tx.$queryRaw<Row[]>`
        SELECT s.* FROM "TicketMessage" t JOIN "Message" m ON m."townId" = t."townId" AND m.seq = t.seq
        JOIN "Slip" s ON s."townId" = m."townId" AND s.id = m.id
        WHERE t."townId" = ${town} AND t."ticketId" = ${ticket} AND m.channel = ${SLIP_CHANNEL} ORDER BY m.seq`
      return rows.map(slipFrom)
    },
    async slipTalk({ id }) {
      const rows = await tx.message.findMany({
        where: { townId: town, channel: SLIP_CHANNEL, OR: [{ id }, { quoteId: messageRef(SLIP_CHANNEL, id) }] },
        orderBy: { seq: 'asc' },
      })
      return rows.map((m) => ({
        ...{ id: messageRef(SLIP_CHANNEL, m.id), report: m.reportId, text: m.text, at: m.at },
        photos: PhotoRefs.parse(m.photos).length,
      }))
    },
    async slipAnswers({ person, at }, { tickets, words }) {
      const rows = await tx.notice.findMany({
        where: {
          ...{ townId: town, conversation: `p:${person}`, state: { not: 'suppressed' }, dueAt: { gte: at } },
          // What the page says itself, in its own words.
          occasion: { notIn: [...SAID_BY_PAGE] },
          OR: [{ ticketId: { in: [...tickets] } }, ...words.map((word) => ({ key: { contains: word } }))],
        },
        orderBy: { seq: 'asc' },
      })
      return rows.map((n) => ({ text: n.text, at: n.dueAt }))
    },
  }
}
