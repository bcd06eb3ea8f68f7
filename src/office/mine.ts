import { matterPath, OFFICE } from '../domain/office-path.ts'
import { partOf } from '../domain/part.ts'
import { placeName } from '../domain/place-name.ts'
import { personName } from '../domain/roster.ts'
import type { Ticket } from '../domain/ticket.ts'
import { html, type Markup } from '../pages/html.ts'
import type { OfficeActs, RightsNow, Viewer } from '../ports/office.ts'
import { homeWords as words } from '../wording/office-pages.ts'
import type { ActNeeds } from './act.ts'
import { buttonsOf } from './buttons.ts'
import { addressOf } from './filters.ts'
import { seenBy } from './sight.ts'
import { standingTag } from './standing.ts'

/** So many are looked through for what nobody has taken. */
const MANY = 60
/** So many of them stand on the first page. */
const SHOWN = 12

interface Mine {
  tickets: readonly Ticket[]
  count: number
  late: number
}

const dueOf = ({ waiting, completeBy }: Ticket): Date => waiting?.until ?? completeBy

/** What the viewer has in hand, due first; what waits for a day comes when that day comes. */
export const mineOf = ({ look }: OfficeActs, viewer: Viewer): Promise<Mine> =>
  look(viewer, async (desk) => {
    const query = { owner: viewer.person.id, statuses: ['open', 'waiting'] as const }
    const tickets = (await desk.tickets({ ...query, limit: 200 })).toSorted((a, b) => dueOf(a).getTime() - dueOf(b).getTime())
    return {
      tickets: tickets.slice(0, SHOWN),
      count: await desk.countTickets(query),
      late: tickets.filter((t) => t.status === 'open' && t.completeBy < desk.now).length,
    }
  })

/** What lies in the viewer's villages and nobody has taken yet, as far as they may see it; the longest told first. */
const untakenOf = ({ look }: OfficeActs, viewer: Viewer): Promise<Ticket[]> =>
  look(viewer, async (desk) => {
    const open = await desk.tickets({ villages: partOf(viewer.roster, viewer.person), statuses: ['open'], limit: MANY })
    const isSeen = (ticket: Ticket) => seenBy(viewer, { ticket, followers: [] }) === 'all'
    return open.filter((t) => t.acceptedAt === null && t.owner !== viewer.person.id && isSeen(t)).slice(0, SHOWN)
  })

function card(viewer: Viewer, t: Ticket, { orders }: RightsNow, newId: () => string): Markup {
  return html`<li class="card matter"><p class="over"><b>${t.label}</b> ${standingTag(viewer, t)}</p>
<h3><a href="${matterPath(t.label)}">${t.title}</a></h3><p class="soft">${placeName(viewer.roster, t.place)}${t.owner !== viewer.person.id && words.with(t.owner && personName(viewer.roster, t.owner))}</p>
${buttonsOf({ label: t.label, back: OFFICE, newId }, orders, t.owner === viewer.person.id)}</li>`
}

/** Each with what may be done with it. */
async function cardsOf({ acts, newId }: ActNeeds, viewer: Viewer, tickets: readonly Ticket[]): Promise<Markup> {
  const rights = await acts.rights(viewer, tickets)
  const cards = tickets.flatMap((t, i) => {
    const right = rights[i]
    return right ? [card(viewer, t, right, newId)] : []
  })
  return html`<ul class="cards">${cards}</ul>`
}

export async function untakenSection(needs: ActNeeds, viewer: Viewer): Promise<Markup | null> {
  const tickets = await untakenOf(needs.acts, viewer)
  if (tickets.length === 0) return null
  return html`<section aria-labelledby="untaken"><h2 id="untaken">${words.untaken}</h2>${await cardsOf(needs, viewer, tickets)}</section>`
}

export async function mineSection(needs: ActNeeds, viewer: Viewer, { tickets, count, late }: Mine): Promise<Markup> {
  return html`<section aria-labelledby="mine"><h2 id="mine">${words.mineTitle}</h2><p class="soft">${words.mine(count, late)}</p>
${await cardsOf(needs, viewer, tickets)}${count > tickets.length && html`<p><a href="${addressOf({ owner: 'me' })}">${words.allMine(count - tickets.length)}</a></p>`}</section>`
}
