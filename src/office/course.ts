import { STAGES, type Ticket } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import { stageNames, matterWords as words } from '../wording/office-pages.ts'

/** The five stages in a row, those behind it and the one where it stands. */
export function course({ stage, status }: Pick<Ticket, 'stage' | 'status'>): Markup {
  const at = STAGES.indexOf(stage)
  const over = status === 'closed'
  const step = (name: Ticket['stage'], i: number) =>
    html`<li class="${i < at || over ? 'behind' : i === at ? 'here' : 'ahead'}"${i === at && html` aria-current="step"`}>${stageNames[name]}</li>`
  return html`<ol class="course" aria-label="${words.course}">${STAGES.map(step)}</ol>`
}
