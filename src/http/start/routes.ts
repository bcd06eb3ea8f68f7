import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { FORMS } from '../../domain/file-wanted.ts'
import { html, type Markup } from '../../pages/html.ts'
import { isOwnSite } from '../../pages/own-site.ts'
import { sendFile, sendPage } from '../../pages/send.ts'
import type { StatusReport } from '../../ports/operations.ts'
import type { Workbooks } from '../../ports/workbooks.ts'
import { workbookWords } from '../../wording/start-workbook.ts'
import { loginPage } from '../operator-frame.ts'
import type { OperatorLogin } from '../operator-login.ts'
import { startPage } from './start-page.ts'
import { workbookPage } from './workbook-page.ts'

interface Needs {
  /** Null while no town is served. */
  report(): Promise<StatusReport | null>
  workbooks: Workbooks
  login: OperatorLogin
  /** Machine time. */
  now(): Date
}

/** What is larger is no roster; the reader itself says so again. */
const LIMITS = { fileSize: 20 * 1024 * 1024 + 1, files: 1, fields: 5, parts: 6 }
const Said = z.object({ said: z.enum(['applied', 'gone', 'changed', 'sample-asked', 'no-file']).optional().catch(undefined) })
const Apply = z.object({ id: z.string().max(100), sample: z.literal('yes').optional() })

function saidOf(request: FastifyRequest): Markup | null {
  const { said } = Said.parse(request.query)
  return said === undefined ? null : html`<p class="${said === 'applied' ? 'said' : 'wrong'}" role="status">${workbookWords.said[said]}</p>`
}

/** `/status/start`: from an empty database to a village that uses it, for whoever knows the operator's password. */
export function startRoutes(app: FastifyInstance, { report, workbooks, login, now }: Needs): void {
  app.register(async (inside) => {
    await inside.register(formbody, { bodyLimit: 10_000 })
    await inside.register(multipart, { limits: LIMITS, throwFileSizeLimit: false })
    inside.addHook('onRequest', async (request, reply) => {
      const isIn = login.isIn(request, now())
      if (request.method === 'GET') return isIn ? undefined : reply.redirect('/status')
      if (!isIn || !isOwnSite(request.headers)) return sendPage(reply, loginPage(null), 403)
    })
    const back = (reply: FastifyReply, to: string, said: keyof typeof workbookWords.said) => reply.redirect(`${to}?said=${said}`, 303)

    inside.get('/status/start', async (request, reply) => sendPage(reply, startPage(await report(), saidOf(request))))
    inside.get('/status/start/template', async (_request, reply) =>
      sendFile(reply, { name: workbookWords.file, type: FORMS.xlsx, bytes: await workbooks.template() }),
    )
    inside.post('/status/start/workbook', async (request, reply) => {
      const file = await request.file()
      const bytes = await file?.toBuffer()
      if (!file || !bytes || bytes.length === 0) return back(reply, '/status/start', 'no-file')
      await workbooks.look(file.filename.slice(0, 100), bytes)
      return reply.redirect('/status/start/workbook', 303)
    })
    inside.get('/status/start/workbook', async (request, reply) => {
      const looked = workbooks.last()
      return looked ? sendPage(reply, workbookPage(looked, saidOf(request))) : back(reply, '/status/start', 'gone')
    })
    inside.post('/status/start/apply', async (request, reply) => {
      const { id, sample } = Apply.parse(request.body)
      const outcome = await workbooks.apply(id, sample === 'yes')
      const isToBeSeen = outcome === 'changed' || outcome === 'sample-asked'
      return back(reply, isToBeSeen ? '/status/start/workbook' : '/status/start', outcome)
    })
  })
}
