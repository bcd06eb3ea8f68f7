import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { FORMS } from '../../domain/file-wanted.ts'
import { sendFile, sendPage } from '../../pages/send.ts'
import type { Workbooks } from '../../ports/workbooks.ts'
import { workbookWords as words } from '../../wording/start-workbook.ts'
import { workbookPage } from './workbook-page.ts'

export interface WorkbookNeeds {
  workbooks: Workbooks
}

const SAID = ['applied', 'gone', 'changed', 'sample-asked', 'no-file'] as const satisfies readonly (keyof typeof words.said)[]
/** What became of the last thing that was done. */
export const Said = z.object({ said: z.enum(SAID).optional().catch(undefined) })
const Apply = z.object({ id: z.string().max(100), sample: z.literal('yes').optional() })

/** The township's workbook, out and in. */
export function workbookRoutes(inside: FastifyInstance, { workbooks }: WorkbookNeeds): void {
  const back = (reply: FastifyReply, to: string, said: (typeof SAID)[number]) => reply.redirect(`${to}?said=${said}`, 303)

  inside.get('/status/start/template', async (_request, reply) =>
    sendFile(reply, { name: words.file, type: FORMS.xlsx, bytes: await workbooks.template() }),
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
    return looked ? sendPage(reply, workbookPage(looked, Said.parse(request.query).said ?? null)) : back(reply, '/status/start', 'gone')
  })
  inside.post('/status/start/apply', async (request, reply) => {
    const { id, sample } = Apply.parse(request.body)
    const outcome = await workbooks.apply(id, sample === 'yes')
    const isToBeSeen = outcome === 'changed' || outcome === 'sample-asked'
    return back(reply, isToBeSeen ? '/status/start/workbook' : '/status/start', outcome)
  })
}
