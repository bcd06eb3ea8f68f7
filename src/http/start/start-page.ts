import { html, type Markup } from '../../pages/html.ts'
import { startWords as words } from '../../wording/operator-start.ts'
import { operatorFrame } from '../operator-frame.ts'
import { saidLine } from './said-line.ts'
import { type StartView, stepBody, stepState } from './step-body.ts'
import { firstSteps, type Step } from './steps.ts'

function stepItem(step: Step, isNow: boolean, view: StartView): Markup {
  const { name, done } = step
  const tag = done
    ? html`<span class="tag done">${words.done}</span>`
    : isNow
      ? html`<span class="tag soon">${words.now}</span>`
      : html`<span class="tag">${words.later}</span>`
  return html`<li class="card step" id="${name}"${isNow && html` aria-current="step"`}><h2>${words.steps[name].title} ${tag}</h2>
${(view.report !== null || isNow) && html`<p class="soft">${stepState(name, view.report)}</p>`}
<details${isNow && html` open`}><summary>${words.how}</summary>${stepBody(name, view)}</details></li>`
}

/** `/status/start`: what is to be done before a village can use it, and how far this township has come. */
export function startPage(view: StartView, said: Parameters<typeof saidLine>[0]): string {
  const steps = firstSteps(view.report)
  const now = steps.find((s) => !s.done)
  return operatorFrame({
    here: '/status/start',
    beside: view.report?.town ?? '',
    body: html`<div><h1>${words.title}</h1><p>${now ? words.intro : words.allDone}</p>
<p class="soft">${words.progress(steps.filter((s) => s.done).length, steps.length)}</p></div>
${saidLine(said)}
<ol class="steps">${steps.map((step) => stepItem(step, step === now, view))}</ol>`,
  })
}
