import { html, type Markup } from '../pages/html.ts'
import type { StatusReport } from '../ports/operations.ts'
import { startWords as words } from '../wording/operator-start.ts'
import { moment } from '../wording/status.ts'
import { connectedOf, firstSteps, type Step, type StepName } from './first-steps.ts'
import { operatorFrame } from './operator-frame.ts'

/** What stands in 「」 is typed word for word. */
const told = (text: string): Markup =>
  html`${text.split(/「([^」]*)」/u).map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`

function stateOf(name: StepName, report: StatusReport): string {
  const { township, groups } = report
  const heard = groups.map((g) => g.heardAt).filter((at) => at !== null)
  const states: Record<StepName, () => string> = {
    township: () => words.state.township(township),
    channel: () => words.state.channel(connectedOf(report).map((c) => c.channel)),
    group: () => words.state.group(groups.filter((g) => g.state === 'bound').length, groups.filter((g) => g.state === 'asked').length),
    word: () => words.state.word(heard.length > 0 ? moment(new Date(Math.max(...heard.map(Number)))) : null),
  }
  return states[name]()
}

function stepItem({ name, done }: Step, isNow: boolean, report: StatusReport): Markup {
  const { title, how } = words.steps[name]
  const tag = done
    ? html`<span class="tag done">${words.done}</span>`
    : isNow
      ? html`<span class="tag soon">${words.now}</span>`
      : html`<span class="tag">${words.later}</span>`
  return html`<li class="card step"${isNow && html` aria-current="step"`}><h2>${title} ${tag}</h2>
<p class="soft">${stateOf(name, report)}</p>
<details${isNow && html` open`}><summary>${words.how}</summary><ol>${how.map((line) => html`<li>${told(line)}</li>`)}</ol></details></li>`
}

/** `/status/start`: what is to be done before a village can use it, and how far this township has come. */
export function startPage(report: StatusReport): string {
  const steps = firstSteps(report)
  const now = steps.find((s) => !s.done)
  return operatorFrame({
    here: '/status/start',
    beside: report.town,
    body: html`<h1>${words.title}</h1><p>${now ? words.intro : words.allDone}</p>
<ol class="steps">${steps.map((step) => stepItem(step, step === now, report))}</ol>`,
  })
}
