import { placeName } from '../domain/place-name.ts'
import { officesReach, townNode, villageOf } from '../domain/roster.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Viewer } from '../ports/office.ts'
import { matterLists as words } from '../wording/office-lists.ts'

/** A choice of a select: what is sent, and what is read. */
export type Choice = readonly [value: string, name: string]

/** A select that begins with everything. */
export const select = (name: string, label: string, chosen: string | undefined, choices: readonly Choice[]): Markup =>
  html`<label>${label}<select name="${name}"><option value="">${words.any}</option>${choices.map(
    ([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )}</select></label>`

/** The villages somebody's offices reach; of a single one, and of the one that is chosen, its 社 as well. */
export function placeChoices({ roster, person }: Viewer, chosen: string | undefined): Choice[] {
  const reach = officesReach(roster, person).filter((id) => id !== townNode(roster))
  const open = reach.length === 1 ? reach[0] : chosen && villageOf(roster, chosen)
  return reach.flatMap((village): Choice[] => {
    const inside = village === open ? [...roster.nodes.values()].filter((n) => n.level === 'she' && n.parentId === village) : []
    return [[village, placeName(roster, village)], ...inside.map((n): Choice => [n.id, placeName(roster, n.id)])]
  })
}
