import type { Desk } from '../ports/desk.ts'
import type { Journal } from './deeds/journal.ts'
import type { Transaction } from './transaction.ts'

type RosterChanges = Pick<
  Desk,
  | 'addLeave'
  | 'endLeave'
  | 'setQuiet'
  | 'addPerson'
  | 'setPhone'
  | 'addRole'
  | 'removeRole'
  | 'markGone'
  | 'moveHousehold'
  | 'joinGroup'
  | 'setByName'
>

/** Changes of the roster from chat, between imports. Each raises the version that tells every process to read it anew. */
export function rosterChangesOf(tx: Transaction, town: string, now: Date, journal: Journal): RosterChanges {
  const changed = async () => {
    await tx.town.update({ where: { id: town }, data: { rosterVersion: { increment: 1 } } })
  }
  return {
    async addLeave({ id, person, deputy, until, tickets }) {
      await journal.watch('Leave', [{ id }], () =>
        tx.leave.create({ data: { townId: town, id, personId: person, deputyId: deputy, since: now, until, tickets } }),
      )
      await changed()
    },
    async endLeave(leaveId) {
      const row = await journal.watch('Leave', [{ id: leaveId }], () =>
        tx.leave.update({ where: { townId_id: { townId: town, id: leaveId } }, data: { endedAt: now } }),
      )
      await changed()
      return row.tickets
    },
    async setQuiet(groupId, until) {
      await journal.watch('ChatGroup', [{ id: groupId }], () =>
        tx.chatGroup.update({ where: { townId_id: { townId: town, id: groupId } }, data: { quietUntil: until } }),
      )
      await changed()
    },
    async addPerson({ id, name, phone, onRoster }) {
      const last = await tx.person.aggregate({ where: { townId: town }, _max: { position: true } })
      const data = [{ townId: town, id, name, phone, onRoster, position: (last._max.position ?? 0) + 1 }]
      await journal.watch('Person', [{ id }], () => tx.person.createMany({ data, skipDuplicates: true }))
      await changed()
    },
    async setPhone(personId, phone) {
      await journal.watch('Person', [{ id: personId }], () =>
        tx.person.update({ where: { townId_id: { townId: town, id: personId } }, data: { phone } }),
      )
      await changed()
    },
    async addRole(personId, role, gridId) {
      await journal.watch('PersonRole', [{ personId, role, gridId }], () =>
        tx.personRole.createMany({ data: [{ townId: town, personId, role, gridId }], skipDuplicates: true }),
      )
      await changed()
    },
    async removeRole(personId, role, gridId) {
      await journal.watch('PersonRole', [{ personId, role, gridId }], () =>
        tx.personRole.deleteMany({ where: { townId: town, personId, role, gridId } }),
      )
      await changed()
    },
    async markGone(personId) {
      await journal.watch('Person', [{ id: personId }], () =>
        tx.person.update({ where: { townId_id: { townId: town, id: personId } }, data: { gone: true } }),
      )
      const roles = await tx.personRole.findMany({ where: { townId: town, personId } })
      await journal.watch('PersonRole', roles, () => tx.personRole.deleteMany({ where: { townId: town, personId } }))
      await changed()
    },
    async moveHousehold(householdId, gridId) {
      await journal.watch('Household', [{ id: householdId }], () =>
        tx.household.update({ where: { townId_id: { townId: town, id: householdId } }, data: { gridId } }),
      )
      await changed()
    },
    async joinGroup(groupId, personId) {
      await journal.watch('GroupMember', [{ groupId, personId }], () =>
        tx.groupMember.createMany({ data: [{ townId: town, groupId, personId }], skipDuplicates: true }),
      )
      await changed()
    },
    async setByName(gridId, name, insteadOf) {
      const nodes = [gridId, ...insteadOf].map((id) => ({ id }))
      await journal.watch('GridNode', nodes, async () => {
        for (const { id, aliases } of await tx.gridNode.findMany({ where: { townId: town, OR: nodes } })) {
          const others = aliases.filter((a) => a !== name)
          const now = id === gridId ? [...others, name] : others
          await tx.gridNode.update({ where: { townId_id: { townId: town, id } }, data: { aliases: now } })
        }
      })
      await changed()
    },
  }
}
