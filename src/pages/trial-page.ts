import type { TrialFigures } from '../domain/trial.ts'
import type { ShownLine, ShownTrial, Verdict } from '../domain/trial-week.ts'
import { day } from '../wording/dates.ts'
import { trialWords as words } from '../wording/trial-page.ts'
import { html, type Markup } from './html.ts'

export const TRIAL_STYLE = '/hand/trial.css'

interface Reading {
  now: Date
  /** A matter's number, or the way to it. */
  matter(label: string): Markup
  /** What this reader can have done with a group's trial. */
  actions(trial: ShownTrial): Markup
}

/** What is to be looked at comes first. */
const ORDER: readonly Verdict[] = ['missed', 'wrong', 'waits', 'right']

/** The comparison of every group that is or was only heard: the same to whoever reads it, but for the lines they may not see. */
export const trialsBody = (trials: readonly ShownTrial[], reading: Reading): Markup =>
  trials.length === 0
    ? html`<h1>${words.title}</h1><div class="card"><p>${words.none}</p><p class="soft">${words.noneHint}</p></div>`
    : html`<h1>${words.title}</h1><p class="soft trial-intro">${words.intro}</p>${trials.map((trial) => trialPart(trial, reading))}`

function trialPart(trial: ShownTrial, reading: Reading): Markup {
  const { name, since, until, endedAt, figures, lines } = trial
  const { now } = reading
  const state = endedAt ? html`<span class="tag done">${words.speaking}</span>` : html`<span class="tag soon">${words.listening}</span>`
  const isOver = endedAt !== null || until <= now
  const shares = [words.precision(figures), words.recall(figures)].filter((it) => it !== null)
  return html`<section class="trial"><header><h2>${name} ${state}</h2><p class="soft">${words.since(since, until, now)}${words.asOf(isOver)}</p></header>
<div class="card trial-sum"><p class="trial-said">${words.summary(figures)}</p>${shares.map((line) => html`<p>${line}</p>`)}${reading.actions(trial)}</div>
${tiles(figures)}
${ORDER.map((verdict) =>
  linesOf(
    verdict,
    lines.filter((l) => l.verdict === verdict),
    reading,
  ),
)}
${figures.days.length > 0 && dayTable(figures, now)}</section>`
}

function tiles({ heard, would, registered, wrong, missed, posts }: TrialFigures): Markup {
  const it = words.figures
  const all: [string, string][] = [
    [it.heard, words.sentences(heard)],
    [it.would, words.matters(would)],
    [it.registered, words.matters(registered)],
    [it.wrong, words.matters(wrong)],
    [it.missed, words.matters(missed)],
    [it.posts, words.messages(posts)],
  ]
  return html`<dl class="trial-tiles">${all.map(([label, value]) => html`<div class="card"><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** What agrees is many, and is opened by whoever wants to read it. */
function linesOf(verdict: Verdict, lines: readonly ShownLine[], { now, matter }: Reading): Markup {
  if (lines.length === 0) return html``
  const list = html`<ol>${lines.map(
    ({ at, text, label, listed }) =>
      html`<li><span class="soft">${day(at, now, { time: true })}</span> <span${typeof text === 'string' && html` class="soft"`}>${said(text)}${verdict === 'missed' && listed && html` <small>${words.listed}</small>`}</span> ${label !== null && matter(label)}</li>`,
  )}</ol>`
  return html`<details class="card trial-lines"${verdict !== 'right' && html` open`}><summary>${words.verdicts[verdict]} <span class="tag">${words.matters(lines.length)}</span></summary>${list}</details>`
}

const said = (text: ShownLine['text']): string => (text === 'private' ? words.private : text === 'gone' ? words.gone : `“${text.said}”`)

function dayTable({ days }: TrialFigures, now: Date): Markup {
  const [date, heard, would, registered, missed] = words.days
  return html`<div class="card trial-days"><h3 id="days">${words.byDay}</h3><table><thead><tr>${[date, heard, would, registered, missed].map((c) => html`<th scope="col">${c}</th>`)}</tr></thead>
<tbody>${days.map((d) => html`<tr><th scope="row">${day(new Date(`${d.day}T12:00:00+08:00`), now)}</th><td>${d.heard}</td><td>${d.would}</td><td>${d.registered}</td><td>${d.missed}</td></tr>`)}</tbody></table></div>`
}
