import { randomBytes } from 'node:crypto'
import { newVillageCode } from '../domain/slip.ts'
import type { Poster } from '../pictures/poster.ts'
import type { Desk } from '../ports/desk.ts'
import { posterWords as words } from '../wording/form.ts'

/** The posters of all villages in the order of the grid, or of those named. A village's code is made with its first poster. */
export async function postersOf(desk: Pick<Desk, 'roster' | 'codeOf'>, publicUrl: string, only: readonly string[] | null = null) {
  const villages = [...desk.roster.nodes.values()].filter((n) => n.level === 'village' && (!only || only.includes(n.id)))
  const { head, steps, urgent } = words
  const posters: (Poster & { id: string })[] = []
  for (const { id, name } of villages) {
    const code = await desk.codeOf(id, () => newVillageCode(randomBytes))
    const address = `${publicUrl}/s/${code}`
    posters.push({ id, town: desk.roster.townName, village: name, address, head, steps, notes: [words.private, words.helper], urgent })
  }
  return posters
}
