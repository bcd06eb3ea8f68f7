import type { Prisma } from '../../src/store/generated/client.ts'
import type { Database } from '../../src/store/transaction.ts'
import { freshDatabase } from '../support/database.ts'
import { openDatabase } from '../support/keys.ts'

export const TOWN = 'town'

/** A moment of the wall clock in the township: '11-24 09:00' of 2026. */
export const at = (said: string): Date => new Date(`${said.length > 11 ? said : `2026-${said}`}:00+08:00`.replace(' ', 'T'))

export interface Rows {
  prisma: Database
  /** Writes a ticket; what is not said is an open 路灯 of village a, told on the 24th at nine, answered by nobody. */
  ticket(id: string, more?: Partial<Prisma.TicketUncheckedCreateInput>): Promise<void>
  event(ticketId: string, what: string, when: Date, more?: { byId?: string; note?: string; data?: Prisma.InputJsonObject }): Promise<void>
  clear(): Promise<void>
  close(): Promise<void>
}

export async function openRows(): Promise<Rows> {
  const database = await freshDatabase()
  const { prisma, close } = openDatabase({ url: database.url, connections: 2 })
  let number = 0
  let line = 0
  return {
    prisma,
    async ticket(id, more = {}) {
      number += 1
      const openedAt = at('11-24 09:00')
      const village = more.villageId ?? 'a'
      await prisma.ticket.create({
        data: {
          townId: TOWN,
          id,
          label: id,
          number,
          villageId: village,
          placeId: village,
          kind: 'village',
          duty: 'V-LAMP',
          title: '三社路口路灯不亮',
          text: '三社路口的路灯又不亮了',
          source: 'group',
          stage: 'triage',
          status: 'open',
          mode: 'led',
          aboutIds: [],
          coOwnerIds: [],
          evidence: [],
          openedAt,
          countedFrom: more.openedAt ?? openedAt,
          respondBy: at('11-25 18:00'),
          completeBy: at('12-03 18:00'),
          ...more,
        },
      })
    },
    async event(ticketId, what, when, { byId, note, data = {} } = {}) {
      line += 1
      await prisma.ticketEvent.create({
        data: {
          townId: TOWN,
          ticketId,
          n: line,
          at: when,
          what,
          byId: byId ?? null,
          note: note ?? null,
          data,
          hash: Buffer.from(`${line}`),
        },
      })
    },
    async clear() {
      // The history refuses to be deleted line by line; only a test throws it away as a whole.
      await prisma.$executeRaw`TRUNCATE "Ticket", "MonthSum", "DutySum" CASCADE`
    },
    async close() {
      await close()
      await database.close()
    },
  }
}
