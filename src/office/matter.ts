import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { matterPath } from '../domain/office-path.ts'
import { outlineOf } from '../domain/sight.ts'
import { html, type Markup } from '../pages/html.ts'
import { sendPage } from '../pages/send.ts'
import type { MatterOnRecord, RightsNow, Viewer } from '../ports/office.ts'
import { kindNames } from '../wording/names.ts'
import { matterWords as words } from '../wording/office-pages.ts'
import type { ActNeeds } from './act.ts'
import { buttonsOf } from './buttons.ts'
import { course } from './course.ts'
import { officePage } from './layout.ts'
import { factsOf, historyOf, outlineFacts, papersOf, wordsOf } from './matter-parts.ts'
import { recordsOf } from './matter-records.ts'
import type { MeasureNeeds } from './measures.ts'
import { justSaid } from './said.ts'
import { reporterOf, seenBy } from './sight.ts'
import { standingTag } from './standing.ts'
import { viewerOf } from './viewers.ts'

const Labelled = z.object({ label: z.string().max(20) })
const OfPhoto = Labelled.extend({ id: z.string().max(64) })

const NOTHING: RightsNow = { orders: [], calls: false }

function whole(viewer: Viewer, record: MatterOnRecord, rights: RightsNow, newId: () => string, records: Markup | null): Markup {
  const { ticket } = record
  const back = matterPath(ticket.label)
  const buttons = buttonsOf({ label: ticket.label, back, newId }, rights.orders, ticket.owner === viewer.person.id)
  return html`${buttons && html`<section class="card" aria-labelledby="acts"><h2 id="acts">${words.acts}</h2>${buttons}</section>`}
<div class="beside">${wordsOf(viewer, record, rights)}<div class="side stack">${factsOf(viewer, record, rights, reporterOf(viewer, ticket))}${papersOf(ticket)}</div>${records}${historyOf(viewer, record)}</div>`
}

/** `/office/m/坪07`: one matter, as much of it as the viewer may see, with what they may do now. */
export function matterRoutes(app: FastifyInstance, needs: ActNeeds & MeasureNeeds): void {
  const { acts, newId } = needs
  app.get('/m/:label', async (request, reply) => {
    const { label } = Labelled.parse(request.params)
    const viewer = viewerOf(request)
    const record = await acts.matter(viewer, label)
    const sight = record ? seenBy(viewer, record) : 'none'
    if (!record || sight === 'none') return reply.callNotFound()
    const { ticket } = record
    const [rights = NOTHING] = await acts.rights(viewer, [ticket])
    const records = sight === 'all' ? await recordsOf(needs, viewer, ticket) : null
    const title = sight === 'all' ? ticket.title : kindNames[ticket.kind]
    const body = html`${await justSaid({ acts, newId }, viewer, request.query, matterPath(label))}
<div data-live="matter"><p class="over"><b>${ticket.label}</b> ${standingTag(viewer, ticket)}</p><h1>${title}</h1>
${course(ticket)}
${sight === 'all' ? whole(viewer, record, rights, newId, records) : html`<p class="said">${words.outline}</p>${outlineFacts(viewer, outlineOf(ticket))}`}</div>`
    return sendPage(reply, officePage({ viewer, title: `${ticket.label} ${title}`, at: null, body }))
  })

  app.get('/m/:label/photos/:id', async (request, reply) => {
    const { label, id } = OfPhoto.parse(request.params)
    const viewer = viewerOf(request)
    const record = await acts.matter(viewer, label)
    const isOfIt = record?.said.some((line) => line.photos.some((photo) => photo.id === id)) ?? false
    const photo = record && isOfIt && seenBy(viewer, record) === 'all' ? await acts.photo(viewer, id) : null
    if (!photo) return reply.callNotFound()
    return reply.type(photo.type).header('cache-control', 'private, max-age=86400').send(Buffer.from(photo.bytes))
  })
}
