import { BOT_CHANNEL } from '../domain/message-ref.ts'
import { conversationIn, groupIn, occasionIn, personIn } from '../domain/notice.ts'

import type { KnownWay, Post, SpeakersDesk, Speech } from '../ports/speech.ts'
import { asJson, COLUMNS, PhotoRefs } from './columns.ts'
import type { Post as Row } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

const postFrom = (row: Row): Post => ({
  ...{ id: row.id, message: row.messageId, part: row.part, keys: row.keys, conversation: conversationIn(row.conversation) },
  ...{ channel: COLUMNS.Post.channel.parse(row.channel), externalId: row.externalId, text: row.text, photo: row.photoId },
  ...{ mentions: row.mentions, quote: row.quoteId, expiresAt: row.expiresAt, state: COLUMNS.Post.state.parse(row.state) },
  ...{ attempts: row.attempts, doubt: row.doubt, why: row.why, writtenAt: row.writtenAt },
})

export function speechOf(tx: Transaction, town: string, now: Date, desk: () => Promise<SpeakersDesk>): Speech {
  const of = { townId: town }
  const keyed = (keys: readonly string[]) => ({ ...of, key: { in: [...keys] } })
  const partsOf = (message: string) => ({ ...of, messageId: message })

  async function groupWays(groupId: string): Promise<KnownWay[]> {
    const rows = await tx.channelGroup.findMany({ where: { ...of, groupId, state: 'bound', posts: { not: 'none' } } })
    const { channel, posts } = COLUMNS.ChannelGroup
    return rows.map((r) => ({
      ...{ channel: channel.parse(r.channel), externalId: r.externalId, posts: posts.parse(r.posts), owner: r.ownerId },
      ...{ heardAt: r.heardAt, saidSince: 0, asked: false },
    }))
  }

  async function personWays(personId: string, machine: Date): Promise<KnownWay[]> {
    const rows = await tx.identity.findMany({
      where: { ...of, personId, gone: null },
      orderBy: { heardAt: { sort: 'desc', nulls: 'last' } },
    })
    const asked = await askedAlone(
      rows.filter((r) => r.channel === 'wecom-bot').map((r) => r.externalId),
      machine,
    )
    return rows.map((r) => ({
      ...{ channel: COLUMNS.Identity.channel.parse(r.channel), externalId: r.externalId, posts: 'auto', owner: null },
      ...{ heardAt: r.heardAt, saidSince: r.saidSince, asked: asked.has(r.externalId) },
    }))
  }

  /** Who has asked the AI bot something alone and may still be answered there. */
  async function askedAlone(people: readonly string[], machine: Date): Promise<Set<string>> {
    if (people.length === 0) return new Set()
    const open = { ...of, channel: 'wecom-bot', place: { in: [...people] }, usedAt: null, until: { gt: machine } }
    return new Set((await tx.channelAnswer.findMany({ where: open, select: { place: true } })).map((a) => a.place))
  }

  return {
    town,
    now,
    desk,
    known(conversation, machine) {
      const group = groupIn(conversation)
      return group !== null ? groupWays(group) : personWays(personIn(conversation) ?? '', machine)
    },
    async isOnTrial(conversation) {
      const group = groupIn(conversation)
      return group !== null && (await tx.trial.count({ where: { ...of, groupId: group, endedAt: null } })) > 0
    },
    async isReal(conversation) {
      const group = groupIn(conversation)
      return group !== null
        ? (await tx.channelGroup.count({ where: { ...of, groupId: group } })) > 0
        : (await tx.identity.count({ where: { ...of, personId: personIn(conversation) ?? '' } })) > 0
    },
    async ownerOf({ channel, externalId }) {
      const where = { townId_channel_externalId: { ...of, channel, externalId } }
      return (await tx.channelGroup.findUnique({ where, select: { ownerId: true } }))?.ownerId ?? null
    },
    async markGone({ conversation, channel, externalId }, why) {
      const where = { ...of, channel, externalId }
      if (groupIn(conversation) === null) await tx.identity.updateMany({ where, data: { gone: why } })
      else await tx.channelGroup.updateMany({ where, data: { state: 'lost', why } })
    },
    async countSaid({ channel, externalId }) {
      await tx.identity.updateMany({ where: { ...of, channel, externalId }, data: { saidSince: { increment: 1 } } })
    },

    async say({ id, conversation, text, quote, photos, tickets }) {
      const said = { channel: BOT_CHANNEL, id, conversation, personId: null, text, quoteId: quote, photos: asJson([...photos]) }
      const data = { ...of, ...said, at: now, handledAt: now, ticketIds: [...tickets] }
      await tx.message.createMany({ data: [data], skipDuplicates: true })
    },
    async said(message) {
      const where = { townId_channel_id: { ...of, channel: BOT_CHANNEL, id: message } }
      const row = await tx.message.findUnique({ where, select: { text: true, photos: true } })
      return row && { text: row.text, photos: PhotoRefs.parse(row.photos) }
    },

    async post(id, states) {
      const [row] = await tx.$queryRaw<Row[]>`
        SELECT * FROM "Post" WHERE "townId" = ${town} AND id = ${id} AND state = ANY(${[...states]}::text[]) FOR UPDATE`
      return row ? postFrom(row) : null
    },
    async partsOf(message) {
      return (await tx.post.findMany({ where: partsOf(message), orderBy: { seq: 'asc' } })).map(postFrom)
    },
    async write(posts, machine) {
      const data = posts.map(({ message, photo, quote, keys, mentions, ...post }) => ({
        ...{ ...of, ...post, messageId: message, photoId: photo, quoteId: quote, keys: [...keys], mentions: [...mentions] },
        retryAt: machine,
      }))
      await tx.post.createMany({ data, skipDuplicates: true })
    },
    async settlePost(id, change) {
      await tx.post.update({ where: { townId_id: { ...of, id } }, data: { ...change, heldUntil: null } })
    },
    async settleParts(message, states, change) {
      await tx.post.updateMany({ where: { ...partsOf(message), state: { in: [...states] } }, data: change })
    },
    async requeue(id, machine) {
      await tx.$executeRaw`
        UPDATE "Post" SET state = 'waiting', seq = nextval(pg_get_serial_sequence('"Post"', 'seq')), attempts = 0, doubt = false, why = NULL,
          "retryAt" = ${machine}, "writtenAt" = ${machine}, "expiresAt" = NULL WHERE "townId" = ${town} AND id = ${id}`
    },
    async forget(message) {
      await tx.post.deleteMany({ where: partsOf(message) })
    },

    async notices(keys) {
      const rows = await tx.notice.findMany({ where: keyed(keys) })
      return rows.map((r) => ({
        ...{ key: r.key, ticket: r.ticketId, occasion: occasionIn(r.occasion), text: r.text, conversation: conversationIn(r.conversation) },
        aside: r.aside === null ? null : conversationIn(r.aside),
      }))
    },
    async changeNotices(keys, change) {
      await tx.notice.updateMany({ where: keyed(keys), data: change })
    },
    async turnAside(key, to) {
      await tx.notice.update({ where: { townId_key: { ...of, key } }, data: { conversation: to, answer: true, notBefore: now } })
    },
    failedCalls: (ticket) => tx.notice.count({ where: { ...of, ticketId: ticket, occasion: 'call', state: 'failed' } }),
    async hasten(ticket, job) {
      const next = await tx.due.findFirst({ where: { ...of, ticketId: ticket, job, doneAt: null }, orderBy: { at: 'asc' } })
      if (next && next.at > now) await tx.due.update({ where: { townId_key: { ...of, key: next.key } }, data: { at: now } })
    },
    async nameOf(person) {
      return (await tx.person.findUnique({ where: { townId_id: { ...of, id: person } }, select: { name: true } }))?.name ?? ''
    },
  }
}
