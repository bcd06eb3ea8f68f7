import { html, type Markup } from '../pages/html.ts'

/** What is known of one thing, line by line; what is not known is left out. */
export const factList = (facts: readonly (readonly [name: string, value: Markup | string])[]): Markup =>
  html`<dl class="card known">${facts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
