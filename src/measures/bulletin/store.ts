import { z } from 'zod'
import { toGroup } from '../../domain/notice.ts'
import { Picture } from '../../domain/picture.ts'
import type { Journal } from '../../store/deeds/journal.ts'
import { Prisma, type BulletinItem as Row } from '../../store/generated/client.ts'
import type { Transaction } from '../../store/transaction.ts'
import type { Bulletin } from './desk.ts'
import { BULLETIN_OCCASIONS, type BulletinItem } from './facts.ts'

const Occasion = z.enum(BULLETIN_OCCASIONS)
const MANY = 2000
const BAD_NEWS = ['overdue', 'alarm']

const itemFrom = (r: Row): BulletinItem => ({
  id: r.id,
  group: r.groupId,
  occasion: Occasion.parse(r.occasion),
  text: r.text,
  from: r.fromDay,
  until: r.untilDay,
  gentle: r.gentle,
  picture: r.pictureName === null || r.picture === null ? null : { name: r.pictureName, tells: Picture.parse(r.picture) },
})

export function bulletinOf(tx: Transaction, townId: string, journal: Journal): Bulletin {
  return {
    async add(items) {
      const data = items.map((i) => ({
        ...{ townId, id: i.id, groupId: i.group, occasion: i.occasion, text: i.text, fromDay: i.from, untilDay: i.until },
        ...{ gentle: i.gentle, pictureName: i.picture?.name ?? null, picture: i.picture?.tells ?? Prisma.DbNull },
      }))
      const keys = items.map(({ id }) => ({ id }))
      await journal.watch('BulletinItem', keys, () => tx.bulletinItem.createMany({ data, skipDuplicates: true }))
    },
    async waiting(day) {
      const rows = await tx.bulletinItem.findMany({
        where: { townId, state: 'waiting', fromDay: { lte: day }, OR: [{ untilDay: null }, { untilDay: { gte: day } }] },
        orderBy: { seq: 'asc' },
        take: MANY,
      })
      return rows.map(itemFrom)
    },
    async told(groupId, since) {
      const rows = await tx.bulletinItem.findMany({
        where: { townId, groupId, state: 'told', toldOn: { gte: since } },
        orderBy: [{ toldOn: 'desc' }, { seq: 'desc' }],
        take: 50,
      })
      return rows.map((r) => ({ id: r.id, occasion: Occasion.parse(r.occasion), day: r.toldOn ?? since }))
    },
    async markTold(ids, day) {
      await tx.bulletinItem.updateMany({ where: { townId, id: { in: [...ids] } }, data: { state: 'told', toldOn: day } })
    },
    async drop(idPrefix, why) {
      const where = { townId, state: 'waiting', id: { startsWith: idPrefix } }
      const keys = await tx.bulletinItem.findMany({ where, select: { id: true } })
      await journal.watch('BulletinItem', keys, () => tx.bulletinItem.updateMany({ where, data: { state: 'dropped', why } }))
      return keys.length > 0
    },
    async badNews(group, since) {
      const where = { townId, conversation: toGroup(group), state: 'sent', sentAt: { gte: since } }
      return (await tx.notice.count({ where: { ...where, OR: [{ urgent: true }, { occasion: { in: BAD_NEWS } }] } })) > 0
    },
  }
}
