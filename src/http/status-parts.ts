import { html, type Markup } from '../pages/html.ts'
import { statusWords as words } from '../wording/status.ts'

/** A part of the page, under the name by which what is wrong leads to it. */
export const section = (id: string | null, title: string, body: Markup): Markup =>
  html`<section class="card"${id !== null && html` id="${id}"`}><h2>${title}</h2>${body}</section>`
export interface Row {
  cells: readonly (string | Markup)[]
  kind?: string
  /** The cell that says how it stands, coloured by the row's kind. */
  state?: number
}

/** Each cell carries its column's name, for a phone shows the cells of a row below each other. */
export const table = (columns: readonly string[], rows: readonly Row[]): Markup =>
  rows.length === 0
    ? html`<p>${words.none}</p>`
    : html`<table><thead><tr>${columns.map((c) => html`<th>${c}</th>`)}</tr></thead><tbody>${rows.map(
        ({ cells, kind = '', state }) =>
          html`<tr class="${kind}">${cells.map((c, i) => html`<td data-column="${columns[i] ?? ''}"${i === state && html` class="state"`}>${c}</td>`)}</tr>`,
      )}</tbody></table>`

/** One button that posts its hidden fields. */
export const button = (action: string, fields: Readonly<Record<string, string>>, label: string): Markup =>
  html`<form method="post" action="/status/${action}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button>${label}</button></form>`
