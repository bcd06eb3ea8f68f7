import type { Lecture, Series } from '../../measures/lectures/facts.ts'
import type { Lectures } from '../../ports/lectures.ts'
import { PhotoRefs } from '../columns.ts'
import type { Journal } from '../deeds/journal.ts'
import type { Lecture as Row } from '../generated/client.ts'
import type { Transaction } from '../transaction.ts'

const MANY = 500

const lectureFrom = (r: Row): Lecture => ({
  ...{ id: r.id, number: r.number, day: r.day, minute: r.minute, place: r.place, speaker: r.speaker, topic: r.topic, by: r.byId },
  ...{ villages: r.villages, attendance: r.attendance, note: r.note, photos: PhotoRefs.parse(r.photos) },
  series: r.series as Series,
  state: r.state as Lecture['state'],
})

const rowOf = (townId: string, { by, ...l }: Lecture) => ({ townId, ...l, byId: by })

export function lecturesOf(tx: Transaction, townId: string, journal: Journal): Lectures {
  return {
    async nextNumber() {
      const last = await tx.lecture.aggregate({ where: { townId }, _max: { number: true } })
      return (last._max.number ?? 0) + 1
    },
    async add(lecture) {
      await journal.watch('Lecture', [{ id: lecture.id }], () => tx.lecture.create({ data: rowOf(townId, lecture) }))
    },
    async change(lecture) {
      const { id } = lecture
      await journal.watch('Lecture', [{ id }], () =>
        tx.lecture.update({ where: { townId_id: { townId, id } }, data: rowOf(townId, lecture) }),
      )
    },
    async byNumber(number) {
      const row = await tx.lecture.findUnique({ where: { townId_number: { townId, number } } })
      return row && row.state !== 'undone' ? lectureFrom(row) : null
    },
    async between(from, to) {
      const rows = await tx.lecture.findMany({
        where: { townId, day: { gte: from, lte: to }, state: { not: 'undone' } },
        orderBy: [{ day: 'asc' }, { minute: 'asc' }],
        take: MANY,
      })
      return rows.map(lectureFrom)
    },
  }
}
