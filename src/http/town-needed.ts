import { html } from '../pages/html.ts'
import { startWords as words } from '../wording/operator-start.ts'
import { type OperatorPage, operatorFrame } from './operator-frame.ts'

/** What a page says that has nothing to show before a township is there. */
export const townNeededPage = (here: OperatorPage): string =>
  operatorFrame({
    here,
    body: html`<section class="card standing next"><h2>${words.noTown}</h2><ul><li><span>${words.steps.township.next}</span> <a class="button first" href="/status/start">${words.toFirst}</a></li></ul></section>`,
  })
