import { whoseId } from '../domain/whose-id.ts'
import type { Identities } from '../ports/identities.ts'
import type { RoomMembers } from '../ports/room-members.ts'
import { COLUMNS } from './columns.ts'
import type { Database } from './transaction.ts'

const ARCHIVE = 'wecom-archive'
/** In which an id is one that the archive may tell as well. */
const SAME_IDS = [ARCHIVE, 'wecom-app', 'wecom-bot', 'wecom-kf']

export const roomMembersOf = (
  db: Database,
  town: () => string,
  membership: (town: string) => Pick<Identities, 'joined' | 'left'>,
): RoomMembers => ({
  async rooms() {
    const where = { townId: town(), channel: ARCHIVE, state: 'bound', groupId: { not: null } }
    return (await db.channelGroup.findMany({ where, orderBy: { firstSeenAt: 'asc' } })).map((g) => g.externalId)
  },
  async present(room, ids) {
    const townId = town()
    const bound = await db.channelGroup.findUnique({ where: { townId_channel_externalId: { townId, channel: ARCHIVE, externalId: room } } })
    if (!bound?.groupId || bound.state !== 'bound') return
    const inside = new Set(ids)
    const rows = await db.identity.findMany({ where: { townId, channel: { in: SAME_IDS }, gone: null } })
    const known = rows.map((r) => ({ ...r, isIn: inside.has(whoseId(COLUMNS.Identity.channel.parse(r.channel), r.externalId).id) }))
    const members = new Set((await db.groupMember.findMany({ where: { townId, groupId: bound.groupId } })).map((m) => m.personId))
    const here = new Set(known.filter((k) => k.isIn).map((k) => k.personId))
    const gone = new Set(known.filter((k) => k.channel === ARCHIVE && !here.has(k.personId)).map((k) => k.personId))
    const { joined, left } = membership(townId)
    for (const person of here) if (!members.has(person)) await joined(bound.groupId, person)
    for (const person of gone) if (members.has(person)) await left(bound.groupId, person)
  },
})
