import type { RosterPerson } from '../domain/township.ts'
import { tieStranger } from './tie-stranger.ts'
import type { Database, Transaction } from './transaction.ts'

const CHANNEL = 'wecom-app'
const BY_ROSTER = 'roster'

/** Person → userid, as the workbook last said. */
export async function accountsOf(tx: Database | Transaction, townId: string): Promise<Map<string, string>> {
  const rows = await tx.identity.findMany({ where: { townId, channel: CHANNEL, tiedBy: BY_ROSTER } })
  return new Map(rows.map((r) => [r.personId, r.externalId]))
}

/** The workbook's word on who is behind a userid is above any other; a stranger who was met under it becomes that person. */
export async function writeAccounts(tx: Transaction, townId: string, people: readonly RosterPerson[], at: Date): Promise<void> {
  const listed = people.flatMap((p) => (p.account ? [{ person: p.id, account: p.account }] : []))
  await tx.identity.deleteMany({
    where: { townId, channel: CHANNEL, tiedBy: BY_ROSTER, externalId: { notIn: listed.map((l) => l.account) } },
  })
  for (const { person, account } of listed) {
    const known = await tx.identity.findMany({
      where: { townId, channel: { startsWith: 'wecom' }, externalId: { equals: account, mode: 'insensitive' } },
    })
    const strangers = await tx.person.findMany({
      where: { townId, id: { in: known.map((k) => k.personId) }, onRoster: false, position: { lt: 0 }, gone: false },
      select: { id: true },
    })
    for (const { id } of strangers) await tieStranger(tx, townId, id, person)
    await tx.identity.updateMany({
      where: { townId, channel: { in: known.map((k) => k.channel) }, externalId: { equals: account, mode: 'insensitive' } },
      data: { personId: person },
    })
    const tied = { personId: person, tiedBy: BY_ROSTER }
    await tx.identity.upsert({
      where: { townId_channel_externalId: { townId, channel: CHANNEL, externalId: account } },
      create: { townId, channel: CHANNEL, externalId: account, tiedAt: at, ...tied },
      update: tied,
    })
  }
}
