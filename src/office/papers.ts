import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { FileWanted } from '../domain/file-wanted.ts'
import { html } from '../pages/html.ts'
import { sendFile, sendPage } from '../pages/send.ts'
import type { MakeFile } from '../ports/files.ts'
import { fileNameOf } from '../wording/files.ts'
import { officeWords as words } from '../wording/office.ts'
import { doorPage } from './layout.ts'
import { viewerOf } from './viewers.ts'

const Asked = z.object({ kind: z.string() }).loose()

/** `/office/papers/case-file?label=坪07&form=pdf`: a file, for whoever may have it in chat. */
export function paperRoutes(app: FastifyInstance, { make }: { make: MakeFile }): void {
  app.get('/papers/:kind', async (request, reply) => {
    const { person, roster } = viewerOf(request)
    const wanted = FileWanted.safeParse({ ...Asked.parse(request.params), ...Object(request.query) })
    const made = wanted.success
      ? await make(roster.town, { name: fileNameOf(wanted.data), for: person.id, wanted: wanted.data })
      : { instead: words.notHereHint }
    if ('instead' in made) return sendPage(reply, doorPage(words.notHere, html`<p class="soft">${made.instead}</p>`), 404)
    return sendFile(reply, made.file)
  })
}
