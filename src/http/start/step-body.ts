import { html, type Markup } from '../../pages/html.ts'
import type { StatusReport } from '../../ports/operations.ts'
import { startWords as words } from '../../wording/operator-start.ts'
import { rehearsalWords } from '../../wording/rehearsal.ts'
import { workbookWords } from '../../wording/start-workbook.ts'
import { moment } from '../../wording/status.ts'
import { connectedOf, type StepName } from './steps.ts'
import { told } from './told.ts'
import { uploadForm } from './upload-form.ts'

/** How a step stands, one line. */
export function stepState(name: StepName, report: StatusReport | null): string {
  if (report === null) return name === 'township' ? words.state.township(null) : words.later
  const { township, groups } = report
  const states: Record<StepName, () => string> = {
    township: () => words.state.township(township),
    channel: () => words.state.channel(connectedOf(report).map((c) => c.channel)),
    group() {
      const heard = groups.map((g) => g.heardAt).filter((at) => at !== null)
      const last = heard.length > 0 ? moment(new Date(Math.max(...heard.map(Number)))) : null
      const bound = groups.filter((g) => g.state === 'bound').length
      const state = words.state.group(bound, groups.filter((g) => g.state === 'asked').length)
      return bound > 0 ? `${state}，${words.state.heard(last)}` : state
    },
    try: () => words.state.tried(report.marks.includes('tried')),
  }
  return states[name]()
}

/** What is done in a step, in order, and with what. */
export function stepBody(name: StepName): Markup {
  const how = html`<ol>${words.steps[name].how.map((line) => html`<li>${told(line)}</li>`)}</ol>`
  const more = BESIDE[name]
  return more ? html`${how}<div class="parts">${more()}</div>` : how
}

/** With what it is done, where that is on a page. */
const BESIDE: Partial<Record<StepName, () => Markup>> = {
  township: () => html`<p><a class="button" href="/status/start/template">${workbookWords.download}</a></p>
${uploadForm()}
<p class="soft">${told(workbookWords.byProgram)}</p>`,
  try: () => html`<p><a class="button first" href="/status/start/try">${rehearsalWords.title}</a></p>`,
}
