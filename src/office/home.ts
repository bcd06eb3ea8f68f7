import type { FastifyInstance } from 'fastify'
import { html } from '../pages/html.ts'
import { placeNames, officeWords as words } from '../wording/office.ts'
import { officePage, sendPage } from './layout.ts'
import { viewerOf } from './viewers.ts'

/** The first page, by what one does in the township. */
export function homeRoutes(app: FastifyInstance): void {
  app.get('/', async (request, reply) => {
    const viewer = viewerOf(request)
    return sendPage(
      reply,
      officePage({ viewer, title: placeNames.home, at: 'home', body: html`<h1>${words.hello(viewer.person.name)}</h1>` }),
    )
  })
}
