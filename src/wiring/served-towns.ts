import { type Classifier, createClassifier } from '../classify/classify.ts'
import type { LocalModel } from '../classify/local-model.ts'
import { loadDutiesAndGrid } from '../store/township.ts'
import type { Database } from '../store/transaction.ts'

export interface ServedTowns {
  /** The town whose groups the sandbox shows, or null while there is none. */
  first(): string | null
  /** A village of it, for the three things to try. */
  village(): string | null
  classifier(town: string): Classifier
  /** Looks whether an import or a change of the roster brought other towns, duties or places. True when one of these is new; people may be. */
  look(): Promise<boolean>
}

interface Served {
  id: string
  version: number
  village: string | null
  /** Its duties and places, as one text. */
  words: string
  classifier: Classifier
}

/** What this process knows of the towns it serves; it follows the database, so that an import needs no restart. */
export function servedTowns(db: Database, modelOf: (town: string) => () => LocalModel): ServedTowns {
  let towns: Served[] = []
  /** Whoever is met for the first time changes the roster, and nothing that is read by. */
  async function served({ id, rosterVersion: version }: { id: string; rosterVersion: number }, known: Served | undefined): Promise<Served> {
    if (known?.version === version) return known
    const { duties, grid } = await loadDutiesAndGrid(db, id)
    const words = JSON.stringify([duties, grid])
    if (known?.words === words) return { ...known, version }
    const classifier = createClassifier({ duties, places: grid.flatMap((n) => [n.name, ...n.aliases]), inUse: modelOf(id) })
    return { id, version, village: grid.find((n) => n.level === 'village')?.name ?? null, words, classifier }
  }

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
      const before = towns
      const known = new Map(before.map((t) => [t.id, t]))
      const now: Served[] = []
      // One after the other: a thousand that ask at once wait for a connection longer than they may.
      for (const row of rows) now.push(await served(row, known.get(row.id)))
      towns = now
      return towns.length !== before.length || towns.some((t, i) => t.id !== before[i]?.id || t.words !== before[i]?.words)
    },
  }
}
