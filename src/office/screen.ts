import type { Hall } from '../domain/hall.ts'
import { documentOf } from '../pages/document.ts'
import { html, type Markup } from '../pages/html.ts'
import { stageFlow, screenWords as words } from '../wording/screen.ts'
import { courseSvg } from './screen-course.ts'

export const SCREEN = '/screen'
const EVERY_SECONDS = 60
const STYLES = [`${SCREEN}/screen.css`]

/** How many villages stand side by side, and how large they are written: [up to so many, columns, size]. */
const ROOMS = [
  [1, 1, 'huge'],
  [4, 2, 'large'],
  [9, 3, 'large'],
  [16, 4, 'large'],
  [28, 7, 'wide'],
  [60, 9, 'fair'],
  [120, 12, 'small'],
  [Number.POSITIVE_INFINITY, 20, 'tiny'],
] as const

function figure(word: string, value: string, tone = ''): Markup {
  return html`<div class="figure ${tone}"><dd>${value}</dd><dt>${word}</dt></div>`
}

function figures({ today, standing, month }: Hall): Markup {
  const { onTime, all } = month.onTime
  return html`<section class="figures" aria-label="${words.now}"><dl>
${figure(`${words.today}${words.opened}`, String(today.opened))}
${figure(`${words.today}${words.done}`, String(today.done))}
${figure(words.live, String(standing.live))}
${figure(words.overdue, String(standing.overdue), standing.overdue > 0 ? 'late' : '')}
${figure(words.waiting, String(standing.waiting))}
${figure(`${month.name}${words.onTime}`, all > 0 ? `${Math.round((onTime / all) * 100)}%` : words.noneYet)}
</dl></section>`
}

function villages({ villages }: Hall): Markup {
  const [, columns, size] = ROOMS.find(([most]) => villages.length <= most) ?? ROOMS[ROOMS.length - 1] ?? [0, 1, 'huge']
  const tile = ({ name, live, overdue }: Hall['villages'][number]): Markup =>
    html`<li class="${overdue > 0 ? 'late' : live > 0 ? 'busy' : 'calm'}"><b>${name}</b>
<span class="count"><span class="aloud">${words.live}</span>${live}</span>${overdue > 0 && html`<span class="over"><span class="aloud">${words.overdue}</span>${overdue}</span>`}</li>`
  return html`<section class="villages"><h2>${words.villages}<small>${words.villagesHint}</small></h2>
<ul class="tiles c${columns} ${size}">${villages.map(tile)}</ul></section>`
}

function finished({ done, now }: Hall): Markup {
  const rows = done.map(
    ({ at, place, what }) => html`<li><time>${words.when(at, now)}</time><span>${words.sentence(place, what)}</span></li>`,
  )
  return html`<section class="finished"><h2>${words.finished}</h2>
${rows.length > 0 ? html`<ol>${rows}</ol>` : html`<p class="soft">${words.nothingDone}</p>`}</section>`
}

const course = ({ course, month }: Hall): Markup =>
  html`<section class="course"><h2>${words.course(month.name, month.opened)}</h2>${courseSvg(course)}</section>`

function flow({ stages }: Hall): Markup {
  const count = (stage: string): number => stages.find((s) => s.stage === stage)?.count ?? 0
  return html`<section class="flow" aria-label="${words.flow}"><ol>
${stageFlow.map(([stage, name]) => html`<li${count(stage) > 0 && html` class="some"`}><b>${count(stage)}</b><span>${name}</span></li>`)}
</ol></section>`
}

/** The township on one picture, 192 × 108 of its own units, as large as the screen is. */
export const screenPage = (hall: Hall): string =>
  documentOf({
    ...{ title: words.title(hall.town), styles: STYLES, script: `${SCREEN}/screen.js`, everySeconds: EVERY_SECONDS },
    body: html`<main class="hall">
<header><h1>${words.title(hall.town)}</h1><p>${words.moment(hall.now)}</p></header>
${figures(hall)}${villages(hall)}${finished(hall)}${course(hall)}${flow(hall)}
</main>`,
  })

export const screenGone = (): string =>
  documentOf({
    title: words.gone,
    styles: STYLES,
    body: html`<main class="gone"><div><h1>${words.gone}</h1><p>${words.goneHint}</p></div></main>`,
  })
