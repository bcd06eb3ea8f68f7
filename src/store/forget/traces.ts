import { isDeepStrictEqual } from 'node:util'
import { SLIP_CHANNEL } from '../../domain/slip.ts'
import { asJson } from '../columns.ts'
import type { Prisma } from '../generated/client.ts'
import { type Erasing, eachRow, type Take } from './erasing.ts'

/** JSON without them, or null where nothing of them was in it. */
export function jsonWithout({ redact }: Erasing, value: Prisma.JsonValue, how = redact.elsewhere): Prisma.InputJsonValue | null {
  const left = redact.json(value, how)
  return isDeepStrictEqual(left, value) || left === null || typeof left !== 'object' ? null : asJson(left)
}

/** Whether JSON names them, one of their reports or one of their matters. */
function touches({ person, reports, own }: Erasing, value: Prisma.JsonValue): boolean {
  const text = JSON.stringify(value)
  return [...(person === '' ? [] : [person]), ...reports, ...own].some((id) => text.includes(id))
}

/** What they were asked, and what others were asked about their words. */
export const questions: Take = async (of) => {
  const { tx, town, person, reports } = of
  const asked = await tx.question.deleteMany({ where: { townId: town, personId: person } })
  const changed = await eachRow(
    '',
    (after, take) => tx.question.findMany({ where: { townId: town, id: { gt: after } }, orderBy: { id: 'asc' }, take }),
    (q) => q.id,
    async ({ id, data }) => {
      const where = { townId_id: { townId: town, id } }
      // Whether it is a matter is asked no longer.
      if (reports.some((r) => JSON.stringify(data).includes(r))) await tx.question.delete({ where })
      else {
        const left = jsonWithout(of, data)
        if (left === null) return false
        await tx.question.update({ where, data: { data: left } })
      }
      return true
    },
  )
  return asked.count + changed
}

/** 撤销 writes back what an act keeps, so that no act is kept that knows them: neither theirs nor anybody's about them. */
export const acts: Take = async (of) => {
  const { tx, town, person, redact } = of
  const theirs = await tx.act.deleteMany({ where: { townId: town, personId: person } })
  const others = await eachRow(
    '',
    (after, take) => tx.act.findMany({ where: { townId: town, id: { gt: after } }, orderBy: { id: 'asc' }, take }),
    (a) => a.id,
    async ({ id, deed, words }) => {
      if (!touches(of, deed) && jsonWithout(of, deed) === null && redact.elsewhere(words) === words) return false
      await tx.act.delete({ where: { townId_id: { townId: town, id } } })
      return true
    },
  )
  return theirs.count + others
}

/** What is still to be done about them is not, but of their matters; what was done is remembered no longer. */
export const dueWork: Take = async (of) => {
  const { tx, town, person, reports } = of
  return eachRow(
    '',
    (after, take) => tx.due.findMany({ where: { townId: town, key: { gt: after } }, orderBy: { key: 'asc' }, take }),
    (d) => d.key,
    async ({ key, job, data, doneAt }) => {
      const text = JSON.stringify(data)
      const names = [...(person === '' ? [] : [person]), ...reports].some((id) => text.includes(id) || key.includes(id))
      if (!names && jsonWithout(of, data) === null) return false
      // The row of this very erasing is closed by whoever runs it.
      if (job === 'forget' && doneAt !== null) await tx.due.update({ where: { townId_key: { townId: town, key } }, data: { data: {} } })
      else await tx.due.delete({ where: { townId_key: { townId: town, key } } })
      return true
    },
  )
}

/** What their words taught, and what they taught themselves unless it was in office. */
export const examples: Take = async ({ tx, town, person, served, masked, redact }) => {
  const taught = served ? 0 : (await tx.example.deleteMany({ where: { townId: town, byId: person } })).count
  const learnt = await eachRow(
    '',
    (after, take) => tx.example.findMany({ where: { townId: town, id: { gt: after } }, orderBy: { id: 'asc' }, take }),
    (e) => e.id,
    async ({ id, text }) => {
      if (!masked.has(text) && redact.elsewhere(text) === text) return false
      await tx.example.delete({ where: { townId_id: { townId: town, id } } })
      return true
    },
  )
  return taught + learnt
}

export const errands: Take = async (of) => {
  const { tx, town, externalIds } = of
  const rows = await tx.channelErrand.findMany({ where: { townId: town } })
  const theirs = rows.filter((r) => externalIds.some((id) => JSON.stringify(r.body).includes(id)) || jsonWithout(of, r.body) !== null)
  return (await tx.channelErrand.deleteMany({ where: { townId: town, key: { in: theirs.map((r) => r.key) } } })).count
}

export const answers: Take = async ({ tx, town, externalIds, lines }) =>
  (
    await tx.channelAnswer.deleteMany({
      where: { townId: town, OR: [{ place: { in: [...externalIds] } }, { messageId: { in: lines.map((l) => l.id) } }] },
    })
  ).count

export const scenes: Take = async ({ tx, town, externalIds }) =>
  (await tx.externalScene.deleteMany({ where: { townId: town, externalId: { in: [...externalIds] } } })).count

/** A slip keeps its number; nothing opens it any more. */
export const slips: Take = async ({ tx, town, person, nobody, lines }) => {
  const written = lines.filter((l) => l.channel === SLIP_CHANNEL).map((l) => l.id)
  const rows = await tx.slip.findMany({ where: { townId: town, OR: [{ personId: person }, { id: { in: written } }] } })
  for (const { id } of rows)
    await tx.slip.update({
      where: { townId_id: { townId: town, id } },
      data: { code: '', key: `gone:${nobody}:${id}`, personId: nobody, throughName: null },
    })
  return rows.length
}

/** What waits for a group's post, or was posted. */
export const bulletin: Take = async ({ tx, town, redact }) => {
  const rows = await tx.bulletinItem.findMany({ where: { townId: town }, select: { id: true, text: true } })
  let changed = 0
  for (const { id, text } of rows) {
    const left = redact.elsewhere(text)
    if (left === text) continue
    await tx.bulletinItem.update({ where: { townId_id: { townId: town, id } }, data: { text: left } })
    changed += 1
  }
  return changed
}

/** How fast they may be written to is counted by what channels call them. */
export const rates: Take = ({ tx, externalIds }) => tx.$executeRaw`
  DELETE FROM "Bucket" b WHERE EXISTS (SELECT FROM unnest(${[...externalIds]}::text[]) AS id WHERE position(':' || id IN b.name) > 0)`
