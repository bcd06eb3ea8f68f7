import { toPerson } from '../../domain/notice.ts'
import { PICTURE_TYPE } from '../../domain/picture.ts'
import { PhotoRefs } from '../columns.ts'
import { Prisma } from '../generated/client.ts'
import { type Erasing, eachRow, type Take } from './erasing.ts'
import { keysWithout } from './keys.ts'

/**
 * What they wrote stays as an empty line: a platform that hands it over again is told that it is known. What the bot said to
 * them is empty as well; what it said to others says no more of them, and what people in office told it repeats them no longer.
 */
export const messages: Take = async (of) => {
  const { tx, town, person, nobody, own, near, lines, redact } = of
  const theirs = new Set([...own, ...near])
  const written = await tx.message.updateMany({
    where: { townId: town, seq: { in: lines.map((l) => l.seq) } },
    data: { text: '', photos: [], voice: Prisma.DbNull, personId: nobody },
  })
  const told = await tx.message.updateMany({
    where: { townId: town, conversation: toPerson(person) },
    data: { text: '', photos: [], conversation: toPerson(nobody) },
  })
  const office = await tx.personRole.findMany({ where: { townId: town, role: { not: 'resident' } }, distinct: ['personId'] })
  const orders = { personId: { in: office.map((r) => r.personId) }, conversation: { startsWith: 'p:' } }
  const said = await eachRow(
    -1n,
    (after, take) =>
      tx.message.findMany({
        where: { townId: town, OR: [{ personId: null }, orders], text: { not: '' }, seq: { gt: after } },
        select: { seq: true, personId: true, text: true, ticketIds: true },
        orderBy: { seq: 'asc' },
        take,
      }),
    (m) => m.seq,
    async ({ seq, personId, text, ticketIds }) => {
      const how = personId !== null ? redact.quoted : ticketIds.some((t) => theirs.has(t)) ? redact.own : redact.elsewhere
      const left = how(text)
      if (left === text) return false
      await tx.message.update({ where: { townId_seq: { townId: town, seq } }, data: { text: left } })
      return true
    },
  )
  await keysWithout(of, 'Message')
  return written.count + told.count + said
}

/** Unless somebody else has sent the very same. */
export const photos: Take = async ({ tx, town, lines, redact }) => {
  let gone = 0
  for (const id of new Set(lines.flatMap((l) => l.photos))) {
    const asRef = JSON.stringify([{ id }])
    const [other] = await tx.$queryRaw<{ seq: bigint }[]>`
      SELECT seq FROM "Message" WHERE "townId" = ${town} AND photos @> ${asRef}::jsonb LIMIT 1`
    if (!other) gone += (await tx.photo.deleteMany({ where: { townId: town, id } })).count
  }
  // A picture is kept as what it tells.
  const drawn = await tx.photo.findMany({ where: { townId: town, type: PICTURE_TYPE } })
  for (const { id, bytes } of drawn) {
    const tells = Buffer.from(bytes).toString('utf8')
    const left = redact.elsewhere(tells)
    if (left === tells) continue
    await tx.photo.update({ where: { townId_id: { townId: town, id } }, data: { bytes: new Uint8Array(Buffer.from(left)) } })
    gone += 1
  }
  return gone
}

export const voices: Take = async ({ tx, town, lines }) => {
  const spoken = lines.flatMap((l) => l.voice ?? [])
  const still = await tx.message.findMany({
    where: { townId: town, OR: spoken.map((id) => ({ voice: { path: ['id'], equals: id } })) },
    select: { voice: true },
  })
  const kept = JSON.stringify(still.map((m) => m.voice))
  return (await tx.voice.deleteMany({ where: { townId: town, id: { in: spoken.filter((id) => !kept.includes(id)) } } })).count
}

/** What of theirs was to be fetched is not. */
export const wantedMedia: Take = async ({ tx, town, lines }) =>
  (await tx.wantedMedia.deleteMany({ where: { townId: town, messageId: { in: lines.map((l) => l.id) } } })).count

/** The lines of a report were theirs; one that is still open ends. */
export const reports: Take = async ({ tx, town, now, nobody, reports: ids, person }) => {
  const theirs = { townId: town, id: { in: [...ids] } }
  await tx.report.updateMany({ where: { ...theirs, closedAt: null }, data: { closedAt: now, outcome: 'left' } })
  await tx.report.updateMany({ where: { ...theirs, conversation: toPerson(person) }, data: { conversation: toPerson(nobody) } })
  return (await tx.report.updateMany({ where: theirs, data: { personId: nobody, judgement: Prisma.DbNull } })).count
}

export const links: Take = async ({ tx, town, lines }) =>
  (await tx.ticketMessage.deleteMany({ where: { townId: town, seq: { in: lines.map((l) => l.seq) } } })).count

export const notices: Take = async (of) => {
  const { tx, town, person, nobody, own, near, lines, redact } = of
  const to = { townId: town, conversation: toPerson(person) }
  await tx.notice.updateMany({ where: { ...to, state: { in: ['due', 'claimed'] } }, data: { state: 'suppressed', why: 'forgotten' } })
  const told = await tx.notice.updateMany({
    where: to,
    data: { text: '', brief: null, photos: [], mentions: [], conversation: toPerson(nobody) },
  })
  await tx.notice.updateMany({ where: { townId: town, aside: toPerson(person) }, data: { aside: null } })
  const theirs = new Set([...own, ...near])
  const sent = new Set(lines.flatMap((l) => l.photos))
  const changed = await eachRow(
    -1n,
    (after, take) =>
      tx.notice.findMany({
        where: { townId: town, seq: { gt: after } },
        select: { key: true, seq: true, ticketId: true, text: true, brief: true, mentions: true, photos: true },
        orderBy: { seq: 'asc' },
        take,
      }),
    (n) => n.seq,
    async ({ key, ticketId, text, brief, mentions, photos: with_ }) => {
      const how = ticketId !== null && theirs.has(ticketId) ? redact.own : redact.elsewhere
      const refs = PhotoRefs.parse(with_)
      const left = { text: how(text), brief: brief && how(brief), photos: refs.filter((p) => !sent.has(p.id)) }
      const names = mentions.filter((m) => m !== person)
      if (left.text === text && left.brief === brief && names.length === mentions.length && left.photos.length === refs.length) return false
      await tx.notice.update({ where: { townId_key: { townId: town, key } }, data: { ...left, mentions: names } })
      return true
    },
  )
  await keysWithout(of, 'Notice')
  return told.count + changed
}

export const posts: Take = async (of) => {
  const { tx, town, person, nobody, own, near, lines, redact } = of
  const said = await tx.message.findMany({
    where: { townId: town, personId: null, ticketIds: { hasSome: [...own, ...near] } },
    select: { id: true },
  })
  const theirs = new Set(said.map((m) => m.id))
  const to = { townId: town, conversation: toPerson(person) }
  await tx.post.updateMany({ where: { ...to, state: { in: ['waiting', 'confirm', 'failed', 'unknown'] } }, data: { state: 'dropped' } })
  const told = await tx.post.updateMany({
    where: to,
    data: { text: '', photoId: null, externalId: '', mentions: [], keys: [], conversation: toPerson(nobody) },
  })
  await tx.post.updateMany({ where: { townId: town, photoId: { in: lines.flatMap((l) => l.photos) } }, data: { photoId: null } })
  const changed = await eachRow(
    -1n,
    (after, take) =>
      tx.post.findMany({
        where: { townId: town, text: { not: '' }, seq: { gt: after } },
        select: { id: true, seq: true, messageId: true, text: true, mentions: true },
        orderBy: { seq: 'asc' },
        take,
      }),
    (p) => p.seq,
    async ({ id, messageId, text, mentions }) => {
      const [left, names] = [(theirs.has(messageId) ? redact.own : redact.elsewhere)(text), mentions.filter((m) => m !== person)]
      if (left === text && names.length === mentions.length) return false
      await tx.post.update({ where: { townId_id: { townId: town, id } }, data: { text: left, mentions: names } })
      return true
    },
  )
  await keysWithout(of, 'Post')
  return told.count + changed
}

/** Asked anew they are budgeted as before; what the model made of their words is gone. */
export const modelCalls: Take = async ({ tx, town, person, nobody }: Erasing) =>
  (await tx.modelCall.updateMany({ where: { townId: town, personId: person }, data: { personId: nobody, judgement: Prisma.DbNull } })).count
