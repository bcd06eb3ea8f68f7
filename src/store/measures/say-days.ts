import { z } from 'zod'
import type { SayDay } from '../../measures/say-day/facts.ts'
import type { SayDays } from '../../ports/say-days.ts'
import type { Journal } from '../deeds/journal.ts'
import type { SayDay as Row } from '../generated/client.ts'
import type { Transaction } from '../transaction.ts'

const MANY = 500
const Agenda = z.array(z.object({ ticket: z.string().nullable(), text: z.string(), why: z.string() }))

const sayDayFrom = (r: Row): SayDay => ({
  ...{ id: r.id, village: r.villageId, day: r.day, minute: r.minute, place: r.place, by: r.byId, apart: r.apart },
  ...{ attendance: r.attendance, record: r.record, agenda: Agenda.parse(r.agenda) },
  state: r.state as SayDay['state'],
})

const rowOf = (townId: string, { village, by, agenda, ...d }: SayDay) => ({
  ...{ townId, ...d, villageId: village, byId: by },
  agenda: agenda.map((i) => ({ ...i })),
})

export function sayDaysOf(tx: Transaction, townId: string, journal: Journal): SayDays {
  return {
    async add(day) {
      await journal.watch('SayDay', [{ id: day.id }], () => tx.sayDay.create({ data: rowOf(townId, day) }))
    },
    async change(day) {
      const { id } = day
      await journal.watch('SayDay', [{ id }], () => tx.sayDay.update({ where: { townId_id: { townId, id } }, data: rowOf(townId, day) }))
    },
    async between(villages, from, to) {
      const rows = await tx.sayDay.findMany({
        where: { townId, villageId: { in: [...villages] }, day: { gte: from, lte: to }, state: { not: 'undone' } },
        orderBy: [{ day: 'asc' }, { minute: 'asc' }],
        take: MANY,
      })
      return rows.map(sayDayFrom)
    },
  }
}
