import { type CaseFate, forgottenId, type Wish } from '../../domain/forgotten.ts'
import type { Erased, Forgetting, Whom } from '../../ports/forgetting.ts'
import { COLUMNS } from '../columns.ts'
import type { Transaction } from '../transaction.ts'
import type { Erasing } from './erasing.ts'
import { takeOut } from './fates.ts'
import { gatherPerson, gatherTeller } from './gather.ts'
import { historiesWithout, rewrite } from './histories.ts'

const MATTER = 'matter:'
/** How the record says whom it was. */
const whomOf = (whom: Whom): string => ('person' in whom ? whom.person : `${MATTER}${whom.matter}`)
const whomIn = (said: string): Whom => (said.startsWith(MATTER) ? { matter: said.slice(MATTER.length) } : { person: said })

interface Outfit {
  newId(): string
  /** What becomes of the cases of each measure. */
  fates: Readonly<Record<string, CaseFate>>
}

interface Recorded {
  id: string
  whom: string
  at: Date
  wish: Wish
}

async function erase(
  tx: Transaction,
  town: string,
  { id, whom: said, at, wish }: Recorded,
  { newId, fates }: Outfit,
): Promise<Erased | null> {
  const whom = whomIn(said)
  const onConsent = Object.keys(fates).filter((measure) => fates[measure] === 'consent')
  const asked = { town, now: at, nobody: forgottenId(newId()), onConsent }
  const of: Erasing | null = 'person' in whom ? await gatherPerson(tx, whom.person, asked) : await gatherTeller(tx, whom.matter, asked)
  if (!of) return null
  const histories = await historiesWithout(of)
  const gone = await takeOut(of)
  for (const { table } of histories) gone[table] = (gone[table] ?? 0) + 1
  await tx.erasure.create({ data: { townId: town, id, whom: said, at, wish, gone } })
  await rewrite(tx, town, { id, at }, histories)
  await tx.town.update({ where: { id: town }, data: { rosterVersion: { increment: 1 } } })
  return { id, whom: said, gone, matters: of.own.length }
}

export function forgettingOf(tx: Transaction, town: string, now: Date, newId: () => string): Forgetting {
  return {
    forget: (whom, wish, fates) => erase(tx, town, { id: newId(), whom: whomOf(whom), at: now, wish }, { newId, fates }),
  }
}

/** What was erased, to be kept outside as well: a backup from before may take the database's place. */
export async function erasuresOf(tx: Pick<Transaction, 'erasure'>): Promise<(Recorded & { town: string })[]> {
  const rows = await tx.erasure.findMany({ where: { wish: { not: 'time' } }, orderBy: { at: 'asc' } })
  return rows.map((r) => ({ town: r.townId, id: r.id, whom: r.whom, at: r.at, wish: COLUMNS.Erasure.wish.parse(r.wish) }))
}

/** Runs those that the database does not know of again, as they were: a backup brings nobody back. Answers how many it were. */
export async function eraseAgain(tx: Transaction, erasures: readonly (Recorded & { town: string })[], outfit: Outfit): Promise<number> {
  const known = new Set((await tx.erasure.findMany({ select: { id: true } })).map((r) => r.id))
  let again = 0
  for (const { town, ...erasure } of erasures) {
    if (known.has(erasure.id)) continue
    if (await erase(tx, town, erasure, outfit)) again += 1
  }
  return again
}
