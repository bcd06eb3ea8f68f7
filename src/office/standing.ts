import { workdaysLate, workdaysLeft } from '../domain/overdue.ts'
import { isLive, type Ticket } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import type { Viewer } from '../ports/office.ts'
import { standing } from '../wording/labels.ts'
import { matterWords as words } from '../wording/office-pages.ts'

/** How long it has still, or is late; what is over has only its state. */
export function standingTag({ now, calendar }: Pick<Viewer, 'now' | 'calendar'>, t: Ticket): Markup {
  if (t.status === 'waiting') return html`<span class="tag">${words.states.waiting}</span>`
  if (!isLive(t))
    return html`<span class="tag${t.status === 'closed' || t.status === 'resolved' ? ' done' : ''}">${words.states[t.status]}</span>`
  const late = now > t.completeBy
  const left = late ? { late: Math.max(1, workdaysLate(t.completeBy, now, calendar)) } : { left: workdaysLeft(t.completeBy, now, calendar) }
  const tone = late ? ' late' : 'left' in left && left.left <= 1 ? ' soon' : ''
  return html`<span class="tag${tone}">${standing(left)}</span>`
}
