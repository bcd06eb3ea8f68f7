import type { Ticket } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Viewer } from '../ports/office.ts'
import { measureWords as words } from '../wording/office-measures.ts'
import { addressOf, type MeasureNeeds, toneTag } from './measures.ts'

/** What the measures keep of one matter, where the viewer may read it: its measuring, its mediation, where it was handed to. */
export async function recordsOf({ acts, measures }: MeasureNeeds, viewer: Viewer, ticket: Ticket): Promise<Markup | null> {
  const lines = await acts.look(viewer, async (desk) => {
    const found: Markup[] = []
    for (const pages of measures.filter((m) => m.isFor(viewer.person)))
      for (const row of await pages.ofMatter(desk, viewer.person, ticket.id))
        if (row.key !== null)
          found.push(html`<li><a href="${addressOf(pages, row.key)}">${row.label} ${row.title}</a> ${toneTag(row.state, row.tone)}</li>`)
    return found
  })
  if (lines.length === 0) return null
  return html`<section class="card" aria-labelledby="records"><h2 id="records">${words.ofMatter}</h2><ul class="stack">${lines}</ul></section>`
}
