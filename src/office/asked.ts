import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { maskNumbers } from '../domain/mask.ts'
import { saidId } from '../domain/message-ref.ts'
import { OFFICE } from '../domain/office-path.ts'
import { isOneOf, keysOf } from '../domain/one-of.ts'
import { personName } from '../domain/roster.ts'
import { html, type Markup } from '../pages/html.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import type { Question } from '../ports/question.ts'
import { somebody } from '../wording/clerk.ts'
import { answerButtons, homeWords as words } from '../wording/office-pages.ts'
import type { ActNeeds } from './act.ts'
import { readForm } from './read-form.ts'
import { backTo, FormId } from './said.ts'
import { viewerOf } from './viewers.ts'

/** What a word or two answer, with those words; an extension is answered at its matter. */
const ASKED = keysOf(answerButtons)

interface Asked {
  question: Question
  /** As it was asked in chat; null where that was nothing but its data. */
  text: string | null
}

/** What waits for the viewer's word, the newest first. */
export const askedOf = ({ look }: OfficeActs, viewer: Viewer): Promise<Asked[]> =>
  look(viewer, async (desk) => {
    const open = (await desk.questions(viewer.person.id)).filter(({ what }) => what === 'clerkList' || isOneOf(ASKED, what))
    const told = await desk.speech.notices(open.map((q) => q.id))
    return open.map((question) => ({ question, text: told.find((n) => n.key === question.id)?.text ?? null }))
  })

const hidden = (newId: () => string, question: Question): Markup =>
  html`<input type="hidden" name="id" value="${newId()}"><input type="hidden" name="question" value="${question.id}">`

function listCard({ roster }: Viewer, question: Question<'clerkList'>, newId: () => string): Markup {
  const lines = question.data.lines.map(
    (line, i) => html`<label class="choice"><input type="checkbox" name="chosen" value="${i + 1}">
<span><b>${line.hidden ? somebody : personName(roster, line.person)}</b> ${maskNumbers(line.text)}</span></label>`,
  )
  return html`<li class="card"><form method="post" action="${OFFICE}/answer"><fieldset><legend>${words.list}</legend>${hidden(newId, question)}${lines}</fieldset>
<div class="row"><button class="first" name="say" value="chosen">${words.register}</button><button name="say" value="${words.noneOfThem}">${words.noneOfThem}</button></div></form></li>`
}

const wordsFor = (what: Question['what']): readonly string[] => (isOneOf(ASKED, what) ? answerButtons[what] : [])

export function askedCard(viewer: Viewer, { question, text }: Asked, newId: () => string): Markup | null {
  if (question.what === 'clerkList') return listCard(viewer, question, newId)
  if (text === null) return null
  const [yes, no] = wordsFor(question.what)
  return html`<li class="card"><p class="lines">${text}</p><form class="row" method="post" action="${OFFICE}/answer">${hidden(newId, question)}
<button class="first" name="say" value="${yes ?? ''}">${yes ?? ''}</button><button name="say" value="${no ?? ''}">${no ?? ''}</button></form></li>`
}

const Answer = z.object({
  id: FormId,
  question: z.string().min(1).max(300),
  say: z.string().min(1).max(20),
  chosen: z.string().max(40).default(''),
})

/** 登记 on a button says 是 to what was asked. */
const said = ({ say, chosen }: z.infer<typeof Answer>): string => (say === 'chosen' ? chosen : say === words.register ? YES : say)
const YES = answerButtons.gone[0]

export function askedRoutes(app: FastifyInstance, { acts }: ActNeeds): void {
  app.post('/answer', async (request, reply) => {
    const answer = Answer.parse((await readForm(request)).fields)
    const text = said(answer)
    if (text === '') return reply.redirect(`${OFFICE}?choose=1`, 303)
    await acts.say(viewerOf(request), { id: answer.id, text, quote: saidId(answer.question), photos: [] })
    return reply.redirect(backTo(OFFICE, answer.id), 303)
  })
}
