import type { Ticket } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Viewer } from '../ports/office.ts'
import { standingOf } from '../wording/office-lists.ts'

/** How long it has still, or how late it is; of what is over, when it was over. */
export function standingTag({ now, calendar }: Pick<Viewer, 'now' | 'calendar'>, t: Ticket): Markup {
  const { text, tone } = standingOf({ ...t, until: t.waiting?.until ?? null }, now, calendar)
  return html`<span class="tag${tone !== 'plain' && ` ${tone}`}">${text}</span>`
}
