import { CHANNEL_KINDS, CHANNELS } from '../domain/capability.ts'
import { messageRef } from '../domain/message-ref.ts'
import { isExternal, whoseId } from '../domain/whose-id.ts'
import type { Identities, Sender } from '../ports/identities.ts'
import { callersOf } from './callers.ts'
import { COLUMNS } from './columns.ts'
import type { Prisma } from './generated/client.ts'
import { keptAs } from './kept-as.ts'
import type { Database, Transaction } from './transaction.ts'

const changed = (tx: Transaction, town: string) => tx.town.update({ where: { id: town }, data: { rosterVersion: { increment: 1 } } })

/** Two hundred who were never heard and speak at once wait for each other. */
const OPTIONS = { maxWait: 20_000, timeout: 60_000 }

/** Taken when a row is missing, so that two messages at once of one unknown sender make one person. */
const alone = (tx: Transaction, what: string) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, 0))`

type Whose = ReturnType<typeof whoseId>
/** WeCom: a userid comes in either case, all other ids are exact. */
const isSame = (a: Whose, b: Whose): boolean =>
  a.realm === b.realm && (a.id === b.id || (a.realm === 'wecom' && a.id.toLowerCase() === b.id.toLowerCase()))

/** Where somebody of this id may stand, in all channels of its realm. */
function sameIds({ realm, id }: Whose): Prisma.IdentityWhereInput[] {
  if (realm === 'external')
    return [
      { channel: { in: ['wecom-archive', 'wecom-kf'] }, externalId: id },
      { channel: 'wecom-kf', externalId: { endsWith: `/${id}` } },
    ]
  const channels = CHANNELS.filter((c) => CHANNEL_KINDS[c].realm === realm)
  if (realm === 'wecom') return [{ channel: { in: [...channels, 'wecom-archive'] }, externalId: { equals: id, mode: 'insensitive' } }]
  return [{ channel: { in: channels }, externalId: id }]
}

/** Who this id is already known as, in this channel or, by the same id, in another of its realm. */
async function knownAs(
  tx: Transaction,
  town: string,
  { channel, externalId, phone }: Sender,
): Promise<{ person: string; by: string } | null> {
  const whose = whoseId(channel, externalId)
  const rows = await tx.identity.findMany({ where: { townId: town, OR: sameIds(whose) }, orderBy: { tiedAt: 'desc' }, take: 20 })
  const same = rows.find((r) => isSame(whose, whoseId(COLUMNS.Identity.channel.parse(r.channel), r.externalId)))
  if (same) return { person: same.personId, by: 'realm' }
  const ofPhone = phone === null ? [] : await tx.person.findMany({ where: { townId: town, phone, gone: false, onRoster: true }, take: 2 })
  const [only, second] = ofPhone
  return only && !second ? { person: only.id, by: 'phone' } : null
}

/** Those of each town; `strangerName`: how somebody is called whom nobody knows. */
export function identitiesIn(
  db: Database,
  newId: () => string,
  strangerName: (name: string | null) => string,
): (town: string) => Identities {
  const known = new Map<string, Identities>()
  return (town) => {
    const found = known.get(town) ?? identitiesOf(db, town, newId, strangerName)
    known.set(town, found)
    return found
  }
}

export function identitiesOf(db: Database, town: string, newId: () => string, strangerName: (name: string | null) => string): Identities {
  async function stranger(tx: Transaction, name: string | null): Promise<string> {
    const id = `x-${newId()}`
    // A position below zero: not a line of the township's workbook.
    await tx.person.create({ data: { townId: town, id, name: strangerName(name), onRoster: false, position: -1 } })
    await changed(tx, town)
    return id
  }
  /** Whoever speaks to the AI bot is a member, as are those of the archive who are not from outside; the application knows members by the same id. */
  async function alsoByApp(tx: Transaction, externalId: string, personId: string, at: Date): Promise<void> {
    const app = { townId: town, channel: 'wecom-app' as const }
    if ((await tx.identity.count({ where: { ...app, externalId: { equals: externalId, mode: 'insensitive' } } })) > 0) return
    await tx.identity.create({ data: { ...app, externalId, personId, tiedBy: 'realm', tiedAt: at } })
  }

  /** Whoever came by a village's QR code counts among those of its group, where it has one, until somebody knows better. */
  async function settleAt(tx: Transaction, person: string, grid: string): Promise<void> {
    const of = { townId: town, personId: person }
    if ((await tx.groupMember.count({ where: of })) + (await tx.personRole.count({ where: of })) > 0) return
    const group = await tx.chatGroup.findFirst({
      where: { townId: town, kind: 'village', gridId: grid, gone: false },
      orderBy: { position: 'asc' },
    })
    if (group) await tx.groupMember.createMany({ data: [{ ...of, groupId: group.id }], skipDuplicates: true })
    else await tx.personRole.createMany({ data: [{ ...of, role: 'resident', gridId: grid }], skipDuplicates: true })
    await changed(tx, town)
  }
  const knownCaller = callersOf(db, town)
  const here = async (tx: Transaction, person: string): Promise<boolean> =>
    (await tx.person.count({ where: { townId: town, id: person, gone: false } })) > 0

  return {
    async personBehind(sender, at) {
      const { channel, externalId, name } = sender
      const where = { townId_channel_externalId: { townId: town, channel, externalId } }
      const known = await knownCaller({ channel, externalId, at })
      if (known) {
        const { place } = sender
        if (place !== undefined && known.tiedBy === 'stranger') await db.$transaction((tx) => settleAt(tx, known.person, place), OPTIONS)
        return known.person
      }
      return db.$transaction(async (tx) => {
        await alone(tx, `identity:${town}:${channel}:${externalId}`)
        const found = await knownAs(tx, town, sender)
        // Whoever left the roster still lives in the village and may speak: as somebody unknown.
        const person = found && (await here(tx, found.person)) ? found.person : await stranger(tx, name)
        const tied = {
          personId: person,
          tiedBy: found?.person === person ? found.by : 'stranger',
          tiedAt: at,
          heardAt: at,
          saidSince: 0,
          gone: null,
        }
        if (channel === 'wecom-bot' || (channel === 'wecom-archive' && !isExternal(externalId))) await alsoByApp(tx, externalId, person, at)
        if (sender.place !== undefined && tied.tiedBy === 'stranger') await settleAt(tx, person, sender.place)
        await tx.identity.upsert({ where, create: { townId: town, channel, externalId, ...tied }, update: tied })
        return person
      }, OPTIONS)
    },
    async groupBehind({ channel, externalId, name, can }, at) {
      const where = { townId_channel_externalId: { townId: town, channel, externalId } }
      const { count } = await db.channelGroup.createMany({
        data: [{ townId: town, channel, externalId, name, ...can, state: 'asked', firstSeenAt: at, heardAt: at }],
        skipDuplicates: true,
      })
      const row = await db.channelGroup.update({ where, data: { heardAt: at, ...(name !== null && { name }) } })
      const bound = row.state === 'bound' || (row.state === 'lost' && row.groupId !== null)
      // What speaks is not lost.
      if (row.state === 'lost' && bound) await db.channelGroup.update({ where, data: { state: 'bound', why: null } })
      const group = bound ? row.groupId : null
      const there = group !== null && (await db.chatGroup.count({ where: { townId: town, id: group, gone: false } })) > 0
      return { group: there ? group : null, state: COLUMNS.ChannelGroup.state.parse(row.state), first: count > 0 }
    },
    async seen({ channel, externalId, name, can }, owner, at) {
      const where = { townId_channel_externalId: { townId: town, channel, externalId } }
      await db.channelGroup.createMany({
        data: [{ townId: town, channel, externalId, name, ...can, state: 'asked', firstSeenAt: at }],
        skipDuplicates: true,
      })
      const known = await knownAs(db, town, { channel, externalId: owner, name: null, phone: null })
      await db.channelGroup.update({ where, data: { ...(name !== null && { name }), ...(known && { ownerId: known.person }) } })
      await db.channelGroup.updateMany({
        where: { townId: town, channel, externalId, state: 'lost', groupId: { not: null } },
        data: { state: 'bound', why: null },
      })
    },
    async joined(group, person) {
      const { count } = await db.groupMember.createMany({
        data: [{ townId: town, groupId: group, personId: person }],
        skipDuplicates: true,
      })
      if (count > 0) await changed(db, town)
    },
    async left(group, person) {
      const { count } = await db.groupMember.deleteMany({ where: { townId: town, groupId: group, personId: person } })
      if (count > 0) await changed(db, town)
    },
    async owned(channel, externalId, owner) {
      await db.channelGroup.updateMany({ where: { townId: town, channel, externalId }, data: { ownerId: owner } })
    },
    async accountsOf(channel, people) {
      const rows = await db.identity.findMany({ where: { townId: town, channel, personId: { in: [...people] }, gone: null } })
      return [...new Set(rows.map((r) => r.externalId))]
    },
    async refused(channel, externalId) {
      const where = { townId: town, channel, externalId, state: { in: ['asked', 'lost'] } }
      return (await db.channelGroup.updateMany({ where, data: { state: 'refused', groupId: null, why: null } })).count > 0
    },
    async renamed(channel, externalId, name) {
      await db.channelGroup.updateMany({ where: { townId: town, channel, externalId }, data: { name } })
    },
    async lost(channel, externalId, why) {
      await db.channelGroup.updateMany({ where: { townId: town, channel, externalId, state: 'bound' }, data: { state: 'lost', why } })
    },
    async saidLately(conversation) {
      const where = { townId: town, conversation, personId: null }
      const rows = await db.message.findMany({ where, orderBy: { seq: 'desc' }, take: 60, select: { text: true } })
      return rows.map((r) => r.text)
    },
    async quoted(conversation, channel, { externalId, text }) {
      if (externalId !== undefined) {
        const said = await db.post.findFirst({ where: { townId: town, channel, sentId: externalId }, select: { messageId: true } })
        if (said) return said.messageId
        const heard = await keptAs(db, town, { channel, id: externalId })
        if (heard) return messageRef(heard.channel, heard.id)
      }
      return text === undefined ? null : byWords(db, town, conversation, text)
    },
  }
}

/** Whom a post calls, where the channel can: it stands before our words and is none of them. */
const CALLS = /^(?:@[^\s@]{1,40}[\s\u2005]+)+/u

/** A quote that carries only words, perhaps cut: what was said here last that begins so. */
async function byWords(db: Database, town: string, conversation: string, text: string): Promise<string | null> {
  const words = text.replace(/[…\s]+$/u, '').replace(/^（\d+\/\d+）/u, '')
  if (words.length < 4) return null
  const rows = await db.message.findMany({
    where: { townId: town, conversation },
    orderBy: { seq: 'desc' },
    take: 300,
    select: { channel: true, id: true, text: true },
  })
  const bare = (it: string) => it.replace(/[\s＜＞＠<>@]/gu, '')
  const wanted = [...new Set([words, words.replace(CALLS, '')].map(bare))].filter((it) => it.length > 2)
  const found = rows.find((r) => wanted.includes(bare(r.text))) ?? rows.find((r) => wanted.some((it) => bare(r.text).startsWith(it)))
  return found ? messageRef(found.channel, found.id) : null
}
