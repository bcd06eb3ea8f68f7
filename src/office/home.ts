import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { matterPath, OFFICE } from '../domain/office-path.ts'
import type { OrderName } from '../domain/order-name.ts'
import { isCadre, type Role } from '../domain/people.ts'
import { html, type Markup } from '../pages/html.ts'
import { sendPage } from '../pages/send.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import { officeWords, placeNames } from '../wording/office.ts'
import { homeWords as words } from '../wording/office-pages.ts'
import type { ActNeeds } from './act.ts'
import { askedCard, askedOf } from './asked.ts'
import { buttonsOf } from './buttons.ts'
import { officePage } from './layout.ts'
import { mineOf, mineSection, untakenSection } from './mine.ts'
import { justSaid } from './said.ts'
import { trialNote } from './trial.ts'
import { viewerOf } from './viewers.ts'
import { awaySection, monthsSection, stagesSection, standingOf, villagesSection } from './village-parts.ts'

/** The steps by which a leader decides. */
const DECIDING: readonly OrderName[] = ['同意', '不同意', '督办', '派', '挂账']

const Query = z.object({ choose: z.string().optional().catch(undefined) })

const is = ({ person }: Viewer, ...roles: readonly Role[]): boolean => person.roles.some((r) => roles.includes(r.role))

/** So many stand on the first page, as in the day’s message; behind one that is decided the next one comes up. */
const SHOWN = 6

/** What waits for a leader's word, with the steps that decide it. */
async function decisionsOf({ acts, newId }: ActNeeds, viewer: Viewer): Promise<Markup[]> {
  const { first: decisions, tickets: all } = is(viewer, 'leader') ? await acts.decisions(viewer, SHOWN) : { first: [], tickets: [] }
  const tickets = await acts.look(viewer, (desk) => desk.tickets({ ids: decisions.map((d) => d.ticket) }))
  const rights = await acts.rights(viewer, tickets)
  const cards = decisions.map(({ text, ticket: id }) => {
    const at = tickets.findIndex((t) => t.id === id)
    const ticket = tickets[at]
    if (!ticket) return html`<li class="card">${text}</li>`
    const orders = DECIDING.filter((order) => rights[at]?.orders.includes(order))
    return html`<li class="card"><a href="${matterPath(ticket.label)}">${text}</a>${buttonsOf({ label: ticket.label, back: OFFICE, newId }, orders, false)}</li>`
  })
  const behind = all.length - decisions.length
  return behind > 0 ? [...cards, html`<li class="soft">${words.moreToDecide(behind)}</li>`] : cards
}

/** What waits for a word: what is to be decided, and what was asked. */
async function waiting(needs: ActNeeds, viewer: Viewer): Promise<Markup | null> {
  const asked = (await askedOf(needs.acts, viewer)).flatMap((a) => askedCard(viewer, a, needs.newId) ?? [])
  const toDecide = await decisionsOf(needs, viewer)
  if (asked.length + toDecide.length === 0) return null
  return html`<section aria-labelledby="asked"><h2 id="asked">${toDecide.length > 0 ? words.decide : words.asked}</h2><ul class="cards">${[...toDecide, ...asked]}</ul></section>`
}

/** What a role looks at every day, behind what is its own to do. */
async function ofTheirPart(acts: OfficeActs, viewer: Viewer): Promise<Markup> {
  const standing = await standingOf(acts, viewer)
  const several = is(viewer, 'leader', 'duty')
  return html`<div class="pair">${several && villagesSection(viewer, standing)}${several && monthsSection(viewer, standing)}${stagesSection(viewer, standing)}${isCadre(viewer.person) && awaySection(viewer)}</div>`
}

/** Nobody who usually has nothing in hand is told so every day. */
async function mineOrNot(needs: ActNeeds, viewer: Viewer): Promise<Markup | null> {
  if (!isCadre(viewer.person)) return html`<p class="soft">${words.reading}</p>`
  const mine = await mineOf(needs.acts, viewer)
  return mine.count === 0 && is(viewer, 'leader') ? null : mineSection(needs, viewer, mine)
}

/** The first page, by what one does in the township: first what waits for a word, then what is one's own, then the village. */
export function homeRoutes(app: FastifyInstance, needs: ActNeeds): void {
  const { acts } = needs
  app.get('/', async (request, reply) => {
    const viewer = viewerOf(request)
    const { choose } = Query.parse(request.query)
    const body = html`${await justSaid(needs, viewer, request.query, OFFICE)}${choose !== undefined && html`<p class="wrong" role="alert">${words.chooseOne}</p>`}
<h1>${officeWords.hello(viewer.person.name)}</h1>
<div class="home" data-live="home">${await trialNote(acts, viewer)}${await waiting(needs, viewer)}
${await mineOrNot(needs, viewer)}${is(viewer, 'clerk', 'secretary') && (await untakenSection(needs, viewer))}
${is(viewer, 'secretary', 'clerk', 'duty', 'leader', 'supervisor') && (await ofTheirPart(acts, viewer))}</div>`
    return sendPage(reply, officePage({ viewer, title: placeNames.home, at: 'home', body }))
  })
}
