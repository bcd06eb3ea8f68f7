import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { OFFICE } from '../domain/office-path.ts'
import { isCadre } from '../domain/people.ts'
import { villagesOf } from '../domain/roster.ts'
import { html } from '../pages/html.ts'
import { sendFile, sendPage } from '../pages/send.ts'
import type { Viewer } from '../ports/office.ts'
import type { VillageCode, VillageCodes } from '../ports/village-codes.ts'
import { codeWords as words } from '../wording/village-codes.ts'
import type { DoorNeeds } from './door.ts'
import { officePage } from './layout.ts'
import { viewerOf } from './viewers.ts'

export interface CodeNeeds {
  codes: VillageCodes
}

const AS = { pdf: 'application/pdf', png: 'image/png' } as const
const Wanted = z.object({ file: z.enum(['pdf', 'png']), village: z.string().max(60).optional() })
const Village = z.object({ village: z.string().max(60) })

const PATH = `${OFFICE}/codes`

/** `/office/codes`: the posters of one's villages, and the page behind them for whoever writes for somebody else. */
export function codeRoutes(app: FastifyInstance, { codes, isSecure }: CodeNeeds & Pick<DoorNeeds, 'isSecure'>): void {
  const mine = (viewer: Viewer): string[] => (isCadre(viewer.person) ? villagesOf(viewer.roster, viewer.person) : [])

  app.get('/codes', async (request, reply) => {
    const viewer = viewerOf(request)
    if (!isCadre(viewer.person)) return reply.callNotFound()
    return sendPage(reply, codesPage(viewer, await codes.of(mine(viewer))))
  })

  app.get('/codes/:file/:village?', async (request, reply) => {
    const viewer = viewerOf(request)
    const wanted = Wanted.safeParse(request.params)
    if (!wanted.success) return reply.callNotFound()
    const { file, village } = wanted.data
    const villages = mine(viewer).filter((id) => village === undefined || id === village)
    if (villages.length === 0) return reply.callNotFound()
    const bytes = await codes.print(villages, file)
    if (bytes === null) return sendPage(reply, codesPage(viewer, await codes.of(mine(viewer)), words.noAddress), 409)
    const name = villages.length === 1 ? viewer.roster.nodes.get(villages[0] ?? '')?.name : undefined
    return sendFile(reply, { name: `${words.file(name ?? viewer.roster.townName)}.${file}`, type: AS[file], bytes })
  })

  app.post('/codes/tell/:village', async (request, reply) => {
    const viewer = viewerOf(request)
    const { village } = Village.parse(request.params)
    const [code] = await codes.of(mine(viewer).filter((id) => id === village))
    if (!code) return reply.callNotFound()
    const { name, value, maxAge } = codes.markTeller(viewer.person.id)
    const cookie = { path: '/s', httpOnly: true, sameSite: 'lax' as const, secure: isSecure(request), maxAge }
    return reply.setCookie(name, value, cookie).redirect(code.path, 303)
  })
}

function codesPage(viewer: Viewer, villages: readonly VillageCode[], trouble: string | null = null): string {
  const all = villages.length > 1 && html`<p><a class="button first" href="${PATH}/pdf">${words.all(villages.length)}</a></p>`
  return officePage({
    viewer,
    title: words.title,
    at: 'codes',
    body: html`<div class="stack"><div><h1>${words.title}</h1><p class="soft">${words.lead}</p></div>
${trouble !== null && html`<p class="wrong" role="alert">${trouble}</p>`}${all}</div>
<ul class="cards">${villages.map(
      ({ id, name, path }) => html`<li class="card"><h2>${name}</h2>
<div class="row"><a class="button" href="${PATH}/pdf/${id}">${words.pdf}</a><a class="button" href="${PATH}/png/${id}">${words.png}</a><a class="button" href="${path}">${words.look}</a>
<form method="post" action="${PATH}/tell/${id}"><button>${words.tell}</button></form></div></li>`,
    )}</ul>`,
  })
}
