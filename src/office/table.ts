import { html, type Markup } from '../pages/html.ts'

/**
 * A table that is cards on a phone, each cell with its column's name. The roles are written out, for a table that is shown as
 * blocks is no table to a screen reader any more.
 */
export const tableOf = (caption: string, columns: readonly string[], rows: readonly (readonly Markup[])[], name = ''): Markup =>
  html`<table role="table" class="sheet ${name}"><caption class="aloud">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((c) => html`<th role="columnheader" scope="col">${c}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    (cells) => html`<tr role="row">${cells.map((cell, i) => html`<td role="cell" data-label="${columns[i] ?? ''}">${cell}</td>`)}</tr>
`,
  )}</tbody></table>`
