import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import cookies from '@fastify/cookie'
import forms from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { OFFICE } from '../domain/office-path.ts'
import { html } from '../pages/html.ts'
import { refusalStatus } from '../pages/refusal-status.ts'
import { sendPage } from '../pages/send.ts'
import type { MakeFile } from '../ports/files.ts'
import { officeWords as words } from '../wording/office.ts'
import { type ActNeeds, actRoutes } from './act.ts'
import { askedRoutes } from './asked.ts'
import { type CodeNeeds, codeRoutes } from './codes.ts'
import { type DoorNeeds, doorRoutes, guard } from './door.ts'
import { homeRoutes } from './home.ts'
import { doorPage } from './layout.ts'
import { listRoutes } from './list-routes.ts'
import { liveRoutes } from './live.ts'
import { matterRoutes } from './matter.ts'
import type { MeasureNeeds } from './measures.ts'
import { paperRoutes } from './papers.ts'
import { PHOTO_LIMITS } from './read-form.ts'
import { trialRoutes } from './trial.ts'

export type OfficeNeeds = DoorNeeds & ActNeeds & MeasureNeeds & CodeNeeds & { make: MakeFile }

/** Every family of pages behind the door. */
const FAMILIES: readonly ((app: FastifyInstance, needs: OfficeNeeds) => void)[] = [
  homeRoutes,
  matterRoutes,
  actRoutes,
  askedRoutes,
  listRoutes,
  liveRoutes,
  codeRoutes,
  paperRoutes,
  trialRoutes,
]

const read = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'page', name))
const FILES = [
  ['office.css', 'text/css; charset=utf-8', read('office.css')],
  ['lists.css', 'text/css; charset=utf-8', read('lists.css')],
  ['live.js', 'text/javascript; charset=utf-8', read('live.js')],
] as const

const nowhere = () =>
  doorPage(words.notHere, html`<p class="soft">${words.notHereHint}</p><p><a class="button" href="${OFFICE}">${words.home}</a></p>`)

/** `/office`: what cadres, leaders and the oversight committee look at and do, each as they may in chat. */
export function officeRoutes(server: FastifyInstance, needs: OfficeNeeds): void {
  server.register(
    async (office) => {
      await office.register(cookies)
      await office.register(forms)
      await office.register(multipart, { limits: PHOTO_LIMITS, throwFileSizeLimit: false })
      office.setNotFoundHandler((_request, reply) => sendPage(reply, nowhere(), 404))
      office.setErrorHandler((fault, request, reply) => {
        const status = refusalStatus(fault)
        if (status < 500) return sendPage(reply, doorPage(words.notTaken, html`<p class="soft">${words.notTakenHint}</p>`), status)
        request.log.error({ err: fault, route: request.routeOptions.url }, 'request failed')
        return sendPage(reply, doorPage(words.notHere, html`<p class="soft">${words.notNow}</p>`), status)
      })
      for (const [name, type, bytes] of FILES)
        office.get(`/${name}`, (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=86400').send(bytes))
      doorRoutes(office, needs)
      office.register(async (inside) => {
        guard(inside, needs)
        for (const family of FAMILIES) family(inside, needs)
      })
    },
    { prefix: OFFICE },
  )
}
