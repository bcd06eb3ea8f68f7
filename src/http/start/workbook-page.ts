import { html, type Markup } from '../../pages/html.ts'
import type { LookedAt, WorkbookFault, WorkbookSeen } from '../../ports/workbooks.ts'
import { startWords } from '../../wording/operator-start.ts'
import { workbookWords as words } from '../../wording/start-workbook.ts'
import { operatorFrame } from '../operator-frame.ts'
import { table } from '../status-parts.ts'
import { saidLine } from './said-line.ts'
import { uploadForm } from './upload-form.ts'

/** One who reads more has mended the first ones long ago. */
const SHOWN = 200

const lines = (said: readonly string[]): Markup => html`<ul class="lines">${said.map((line) => html`<li>${line}</li>`)}</ul>`

const again = (): Markup => html`<section class="card"><h2>${words.another}</h2>${uploadForm()}</section>`

const faultsCard = (faults: readonly WorkbookFault[]): Markup => {
  const rows = faults.slice(0, SHOWN).map(({ sheet, row, column, cell, message }) => ({
    cells: [sheet ?? '', row === null ? '' : words.row(row), column ?? '', cell ?? '', message],
  }))
  return html`<section class="card standing bad"><h2>${words.faults(faults.length)}</h2><p>${words.faultsHelp}</p></section>
<section class="card faults">${table(words.columns, rows)}${faults.length > SHOWN && html`<p>${words.moreFaults(faults.length - SHOWN)}</p>`}</section>`
}

function readyCard(id: string, { replaces, counts, named, remarks, summary }: Extract<WorkbookSeen, { is: 'ready' }>): Markup {
  const isSample = replaces === 'sample'
  return html`<section class="card standing well"><h2>${words.wouldChange[replaces]}</h2>${lines(summary)}</section>
<section class="card changes"><div class="counts">${lines(counts)}</div>
${named.length > 0 && html`<details><summary>${words.named}</summary>${lines(named)}</details>`}
${remarks.length > 0 && html`<div class="remarks">${lines(remarks)}</div>`}</section>
<form class="card changes" method="post" action="/status/start/apply"><input type="hidden" name="id" value="${id}">
${isSample && html`<p>${words.sampleGoes}</p><label class="tick"><input type="checkbox" name="sample" value="yes" required> ${words.sampleAgreed}</label>`}
<p class="buttons"><button class="first">${words.apply[replaces]}</button><a class="button" href="/status/start">${startWords.back}</a></p></form>`
}

function seenBody({ id, seen }: LookedAt): Markup {
  switch (seen.is) {
    case 'unreadable':
    case 'refused':
      return html`<section class="card standing bad"><h2>${words[seen.is]}</h2>${lines(seen.why)}</section>`
    case 'faults':
      return faultsCard(seen.faults)
    case 'unchanged':
      return html`<section class="card standing well"><h2>${words.unchanged}</h2>${lines(seen.summary)}</section>`
    case 'ready':
      return readyCard(id, seen)
    default:
      return seen satisfies never
  }
}

/** What a workbook that was sent would mean: faults by cell, or what changes, and the second button that applies it. */
export const workbookPage = (looked: LookedAt, said: Parameters<typeof saidLine>[0]): string =>
  operatorFrame({
    here: '/status/start',
    body: html`<div><p><a href="/status/start">${startWords.back}</a></p><h1>${words.title}</h1><p class="soft">${looked.name}</p></div>
${saidLine(said)}${seenBody(looked)}${looked.seen.is !== 'ready' && again()}`,
  })
