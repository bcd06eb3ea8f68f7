import type { FastifyInstance } from 'fastify'
import { html, type Markup } from '../pages/html.ts'
import type { OfficeActs, Viewer } from '../ports/office.ts'
import type { MatterPage } from '../ports/office-lists.ts'
import { matterLists as words } from '../wording/office-lists.ts'
import { addressOf, type Filters, queryOf, readFilters, readFrom } from './filters.ts'
import { sendList } from './list-page.ts'
import { matterTable } from './matter-table.ts'
import { chips, searchForm, viewLinks } from './search.ts'
import { viewerOf } from './viewers.ts'

/** `/office/matters`: everything somebody may see, searched and filtered; the address is the list, and may be passed on. */
export function matterListRoutes(app: FastifyInstance, { acts }: { acts: Pick<OfficeActs, 'look'> }): void {
  app.get('/matters', async (request, reply) => {
    const viewer = viewerOf(request)
    const filters = readFilters(request.query)
    const page = await acts.look(viewer, (desk) => desk.lists.matters(viewer.person, queryOf(filters, viewer), readFrom(request.query)))
    return sendList(reply, viewer, 'matters', words.title, matterList(filters, page, viewer))
  })
}

const isNarrowed = (filters: Filters): boolean => Object.values(filters).some((value) => value !== undefined)

function matterList(filters: Filters, { rows, count, more, before, next }: MatterPage, viewer: Viewer): Markup {
  const found = words.found(count, more, before + 1, before + rows.length)
  return html`<h1>${words.title}</h1>
${searchForm(filters, viewer)}
${viewLinks(filters)}
${chips(filters, viewer)}
<div data-live="list"><p class="found" role="status">${found}${rows.length > 1 && html`<span class="soft">${words.order}</span>`}</p>
${rows.length > 0 ? matterTable(found, rows, viewer) : html`<p class="card soft">${isNarrowed(filters) ? words.none : words.nothing}</p>`}
${(next !== null || before > 0) && html`<p class="pages">${before > 0 && html`<a class="button" href="${addressOf(filters)}">${words.first}</a>`}${next && html`<a class="button first" rel="next" href="${addressOf(filters, next)}">${words.next}</a>`}</p>`}</div>`
}
