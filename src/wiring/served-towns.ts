import { type Classifier, createClassifier } from '../classify/classify.ts'
import type { LocalModel } from '../classify/local-model.ts'
import { loadTownship } from '../store/township.ts'
import type { Database } from '../store/transaction.ts'

export interface ServedTowns {
  /** The town whose groups the sandbox shows, or null while there is none. */
  first(): string | null
  /** A village of it, for the three things to try. */
  village(): string | null
  classifier(town: string): Classifier
  /** Looks whether an import or a change of the roster brought other towns, duties or places. True when something is new. */
  look(): Promise<boolean>
}

/** What this process knows of the towns it serves; it follows the database, so that an import needs no restart. */
export function servedTowns(db: Database, modelOf: (town: string) => () => LocalModel): ServedTowns {
  let towns: { id: string; version: number; village: string | null; classifier: Classifier }[] = []
  return {
    first: () => towns[0]?.id ?? null,
    village: () => towns[0]?.village ?? null,
    classifier(town) {
      const found = towns.find((t) => t.id === town)
      if (!found) throw new Error(`town ${town} is not served`)
      return found.classifier
    },
    async look() {
      const rows = await db.town.findMany({ where: { active: true }, orderBy: { id: 'asc' }, select: { id: true, rosterVersion: true } })
      const same = rows.length === towns.length && rows.every((r, i) => towns[i]?.id === r.id && towns[i]?.version === r.rosterVersion)
      if (same) return false
      towns = await Promise.all(
        rows.map(async (row) => {
          const known = towns.find((t) => t.id === row.id && t.version === row.rosterVersion)
          if (known) return known
          const { duties, grid } = await loadTownship(db, row.id)
          return {
            id: row.id,
            version: row.rosterVersion,
            village: grid.find((n) => n.level === 'village')?.name ?? null,
            classifier: createClassifier({ duties, places: grid.flatMap((n) => [n.name, ...n.aliases]), inUse: modelOf(row.id) }),
          }
        }),
      )
      return true
    },
  }
}
