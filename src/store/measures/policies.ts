import type { PolicyNotice } from '../../measures/policy/facts.ts'
import type { Policies } from '../../ports/policies.ts'
import type { Journal } from '../deeds/journal.ts'
import type { PolicyNotice as Row } from '../generated/client.ts'
import type { Transaction } from '../transaction.ts'

const DRAFTS = 50
const MANY = 1000

const noticeFrom = (r: Row): PolicyNotice => ({
  ...{ id: r.id, number: r.number, by: r.byId, text: r.text, groups: r.groups, at: r.at },
  ...{ decidedBy: r.decidedById, decidedAt: r.decidedAt },
  state: r.state as PolicyNotice['state'],
})

const rowOf = (townId: string, { by, decidedBy, ...n }: PolicyNotice) => ({ townId, ...n, byId: by, decidedById: decidedBy })

export function policiesOf(tx: Transaction, townId: string, journal: Journal): Policies {
  return {
    async nextNumber() {
      const last = await tx.policyNotice.aggregate({ where: { townId }, _max: { number: true } })
      return (last._max.number ?? 0) + 1
    },
    async add(notice) {
      await journal.watch('PolicyNotice', [{ id: notice.id }], () => tx.policyNotice.create({ data: rowOf(townId, notice) }))
    },
    async change(notice) {
      const { id } = notice
      await journal.watch('PolicyNotice', [{ id }], () =>
        tx.policyNotice.update({ where: { townId_id: { townId, id } }, data: rowOf(townId, notice) }),
      )
    },
    async byNumber(number) {
      const row = await tx.policyNotice.findUnique({ where: { townId_number: { townId, number } } })
      return row && row.state !== 'undone' ? noticeFrom(row) : null
    },
    async drafts() {
      const rows = await tx.policyNotice.findMany({ where: { townId, state: 'draft' }, orderBy: { at: 'desc' }, take: DRAFTS })
      return rows.map(noticeFrom)
    },
    async within({ from, to }) {
      const rows = await tx.policyNotice.findMany({
        where: { townId, at: { gte: from, lt: to }, state: { not: 'undone' } },
        orderBy: { at: 'asc' },
        take: MANY,
      })
      return rows.map(noticeFrom)
    },
  }
}
