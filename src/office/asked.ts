import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { maskNumbers } from '../domain/mask.ts'
import { saidId } from '../domain/message-ref.ts'
import { matterPath, OFFICE } from '../domain/office-path.ts'
import { isOneOf, keysOf } from '../domain/one-of.ts'
import { personName } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import type { Question } from '../ports/question.ts'
import { somebody } from '../wording/clerk.ts'
import { day } from '../wording/dates.ts'
import { answerButtons, homeWords as words } from '../wording/office-pages.ts'
import type { ActNeeds } from './act.ts'
import { buttonsOf } from './buttons.ts'
import { readFields } from './read-form.ts'
import { backTo, FormId } from './said.ts'
import { viewerOf } from './viewers.ts'

/** What a word or two answer, with those words. */
const ASKED = keysOf(answerButtons)
/** An extension is answered as at its matter. */
const ANSWERS = ['同意', '不同意'] as const

interface Asked {
  question: Question
  /** As it was asked in chat; null where that was nothing but its data. */
  text: string | null
  /** The matter whose extension is asked for. */
  ticket: Ticket | null
}

/** What waits for the viewer's word, the newest first. */
export const askedOf = ({ look }: OfficeActs, viewer: Viewer): Promise<Asked[]> =>
  look(viewer, async (desk) => {
    const open = (await desk.questions(viewer.person.id)).filter(({ what }) => isOneOf([...ASKED, 'clerkList', 'extension'], what))
    const told = await desk.speech.notices(open.map((q) => q.id))
    const tickets = await desk.tickets({ ids: open.flatMap((q) => (q.what === 'extension' ? (q.ticket ?? []) : [])) })
    return open.map((question) => ({
      question,
      text: told.find((n) => n.key === question.id)?.text ?? null,
      ticket: tickets.find((t) => t.id === question.ticket && t.extensionAsked !== null && t.status === 'open') ?? null,
    }))
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

function extensionCard({ roster, now }: Viewer, t: Ticket, newId: () => string): Markup {
  const { by, until, reason } = t.extensionAsked ?? { by: null, until: t.completeBy, reason: '' }
  return html`<li class="card matter"><p class="over"><b>${t.label}</b></p><h3><a href="${matterPath(t.label)}">${t.title}</a></h3>
<p>${words.extension(personName(roster, by), day(until, now), reason)}</p>${buttonsOf({ label: t.label, back: OFFICE, newId }, [...ANSWERS], false)}</li>`
}

export function askedCard(viewer: Viewer, { question, text, ticket }: Asked, newId: () => string): Markup | null {
  if (question.what === 'clerkList') return listCard(viewer, question, newId)
  if (question.what === 'extension') return ticket && extensionCard(viewer, ticket, newId)
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
    const answer = Answer.parse(readFields(request))
    const text = said(answer)
    if (text === '') return reply.redirect(`${OFFICE}?choose=1`, 303)
    await acts.say(viewerOf(request), { id: answer.id, text, quote: saidId(answer.question), photos: [] })
    return reply.redirect(backTo(OFFICE, answer.id), 303)
  })
}
