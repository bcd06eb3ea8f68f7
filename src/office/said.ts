import { z } from 'zod'
import { earlier, MINUTE_MS } from '../domain/durations.ts'
import { matterPath, OFFICE } from '../domain/office-path.ts'
import { html, type Markup } from '../pages/html.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import { actWords as words } from '../wording/office-acts.ts'

/** As long as 撤销 takes something back. */
const UNDO_MS = 10 * MINUTE_MS

export const FormId = z.string().regex(/^[\w-]{8,64}$/u)
/** A page of ours, to go back to. */
const Back = z
  .string()
  .regex(/^\/office(?:[/?#]\S*)?$/u)
  .catch(OFFICE)
const Told = z.object({ said: FormId.optional().catch(undefined) })

export const backTo = (path: unknown, id: string): string => {
  const back = Back.parse(path)
  return `${back}${back.includes('?') ? '&' : '?'}said=${id}`
}

/** 坪07 in what was answered leads to its page. */
function linked({ roster }: Viewer, text: string): Markup {
  const shorts = [...roster.nodes.values()].flatMap((n) => (n.short ? [n.short] : []))
  const parts = text.split(new RegExp(`((?:${shorts.join('|')})\\d{2,})`, 'u'))
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<a href="${matterPath(part)}">${part}</a>` : html`${part}`))}`
}

/** What the bot answered, read aloud where somebody listens to the page. */
export const answered = (viewer: Viewer, texts: readonly string[]): Markup =>
  html`<div class="said" role="status"><h2 class="aloud">${words.said}</h2>${(texts.length > 0 ? texts : [words.heard]).map((text) => html`<p class="lines">${linked(viewer, text)}</p>`)}</div>`

interface Needs {
  acts: OfficeActs
  newId(): string
}

/** What has just been answered to the viewer, and what they may still take back: on top of every page from which something is done. */
export async function justSaid({ acts, newId }: Needs, viewer: Viewer, query: unknown, here: string): Promise<Markup> {
  const { said } = Told.parse(query)
  const answer = said === undefined ? null : await acts.answerTo(viewer, said)
  const act = await acts.look(viewer, (desk) => desk.lastAct(viewer.person.id, earlier(desk.now, UNDO_MS)))
  const undo =
    act &&
    html`<form class="undo" method="post" action="${OFFICE}/undo"><input type="hidden" name="id" value="${newId()}"><input type="hidden" name="back" value="${here}">
<p>${words.undoable(act.words)}</p><button>${words.undo}</button></form>`
  return html`${answer && answered(viewer, answer.texts)}${undo}`
}
