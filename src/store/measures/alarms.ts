import { earlier } from '../../domain/durations.ts'
import type { Alarms } from '../../measures/alarm/desk.ts'
import { ALARM_LASTS_MS, type Alarm, type AlarmAnswer } from '../../measures/alarm/facts.ts'
import type { Journal } from '../deeds/journal.ts'
import type { Alarm as Row } from '../generated/client.ts'
import type { Transaction } from '../transaction.ts'

const MANY = 200
/** Every household of a township, and its keepers. */
const ANSWERS = 20_000

const alarmFrom = (r: Row): Alarm => ({ id: r.id, by: r.byId, text: r.text, groups: r.groups, at: r.at, endedAt: r.endedAt })

export function alarmsOf(tx: Transaction, townId: string, now: Date, journal: Journal): Alarms {
  return {
    async add({ by, ...alarm }) {
      await journal.watch('Alarm', [{ id: alarm.id }], () => tx.alarm.create({ data: { townId, ...alarm, byId: by } }))
    },
    async end(id) {
      await journal.watch('Alarm', [{ id }], () => tx.alarm.update({ where: { townId_id: { townId, id } }, data: { endedAt: now } }))
    },
    async byId(id) {
      const row = await tx.alarm.findUnique({ where: { townId_id: { townId, id } } })
      return row && alarmFrom(row)
    },
    async active() {
      const since = earlier(now, ALARM_LASTS_MS)
      const rows = await tx.alarm.findMany({ where: { townId, endedAt: null, at: { gt: since } }, orderBy: { at: 'desc' }, take: 10 })
      return rows.map(alarmFrom)
    },
    async answer(alarmId, { who, how }, personId) {
      return journal.watch('AlarmAnswer', [{ alarmId, who }], async () => {
        const { count } = await tx.alarmAnswer.createMany({
          data: [{ townId, alarmId, who, how, personId, at: now }],
          skipDuplicates: true,
        })
        if (count === 1) return true
        // Given, taken back, and now given again.
        const again = { where: { townId, alarmId, who, undoneAt: { not: null } }, data: { how, personId, at: now, undoneAt: null } }
        return (await tx.alarmAnswer.updateMany(again)).count === 1
      })
    },
    async answers(alarmId) {
      const rows = await tx.alarmAnswer.findMany({ where: { townId, alarmId, undoneAt: null }, take: ANSWERS })
      return rows.map((r): AlarmAnswer => ({ who: r.who, how: r.how === 'keeper' ? 'keeper' : 'self' }))
    },
    async within({ from, to }) {
      const rows = await tx.alarm.findMany({ where: { townId, at: { gte: from, lt: to } }, orderBy: { at: 'asc' }, take: MANY })
      return rows.map(alarmFrom)
    },
  }
}
