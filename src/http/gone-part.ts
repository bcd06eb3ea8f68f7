import { html, type Markup } from '../pages/html.ts'
import type { StatusReport } from '../ports/operations.ts'
import { retentionKinds, wishWords, keptWords as words } from '../wording/retention.ts'
import { moment } from '../wording/status.ts'
import { section, table } from './status-parts.ts'

/** How long each kind is kept and what the nights took of it; who was forgotten, as days and reasons. */
export function gonePart({ kept, erasures, erasureCount }: StatusReport): Markup {
  const rows = kept.map(({ kind, days, at, gone, total }) => ({
    cells: [retentionKinds[kind], words.days(days), moment(at), String(gone), String(total)],
  }))
  const asked = erasures.map(({ at, wish, rows: n }) => ({ cells: [moment(at), wishWords[wish], String(n)] }))
  return section(
    'kept',
    words.title,
    html`${table(words.columns, rows)}${kept.every((k) => k.at === null) && html`<p class="soft">${words.notYet}</p>`}
<h3>${words.erasuresTitle(erasureCount)}</h3>
${asked.length > 0 ? table(words.erasureColumns, asked) : html`<p class="soft">${words.never}</p>`}`,
  )
}
