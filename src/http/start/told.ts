import { html, type Markup } from '../../pages/html.ts'

/** What stands in 「」 is typed word for word. */
export const told = (text: string): Markup =>
  html`${text.split(/「([^」]*)」/u).map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`
