import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { isOwnSite } from '../../pages/own-site.ts'
import { sendPage } from '../../pages/send.ts'
import type { StatusReport } from '../../ports/operations.ts'
import { loginPage } from '../operator-frame.ts'
import type { OperatorLogin } from '../operator-login.ts'
import { type NoticeNeeds, noticeRoutes } from './notice-routes.ts'
import { refuseByPage } from './refusals.ts'
import { startPage } from './start-page.ts'
import { type TryNeeds, tryRoutes } from './try-routes.ts'
import { Said, type WorkbookNeeds, workbookRoutes } from './workbook-routes.ts'

type Needs = WorkbookNeeds &
  TryNeeds &
  NoticeNeeds & {
    /** Null while no town is served. */
    report(): Promise<StatusReport | null>
    /** When it is backed up each night; null: it is not. */
    backupAt: string | null
    keyFile: string | null
    /** Read anew each time: somebody may be writing them. */
    lacking(): string[]
    login: OperatorLogin
    /** Machine time. */
    now(): Date
  }

/** What is larger is no roster; the reader itself says so again. */
const LIMITS = { fileSize: 20 * 1024 * 1024 + 1, files: 1, fields: 5, parts: 6 }

/** `/status/start`: from an empty database to a village that uses it, for whoever knows the operator's password. */
export function startRoutes(app: FastifyInstance, needs: Needs): void {
  const { report, backupAt, keyFile, lacking, login, now } = needs
  app.register(async (inside) => {
    await inside.register(formbody, { bodyLimit: 10_000 })
    await inside.register(multipart, { limits: LIMITS, throwFileSizeLimit: false })
    refuseByPage(inside)
    inside.addHook('onRequest', async (request, reply) => {
      const isIn = login.isIn(request, now())
      if (request.method === 'GET') return isIn ? undefined : reply.redirect('/status')
      if (!isIn || !isOwnSite(request.headers)) return sendPage(reply, loginPage(null), 403)
    })
    inside.get('/status/start', async (request, reply) => {
      const { said } = Said.parse(request.query)
      return sendPage(reply, startPage({ report: await report(), backupAt, keyFile, lacking: lacking() }, said ?? null))
    })
    workbookRoutes(inside, needs)
    tryRoutes(inside, needs)
    noticeRoutes(inside, needs)
  })
}
