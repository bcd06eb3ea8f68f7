import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { html, type Markup } from '../pages/html.ts'
import { paperWords as words } from '../wording/papers.ts'
import type { OperatorLogin } from './operator-login.ts'
import { frame } from './status-page.ts'

export interface Papers {
  /** Null where there is nothing of that number, village or time. */
  record(number: string): Promise<{ label: string; bytes: Uint8Array } | null>
  disclosure(village: string, quarter: string): Promise<{ village: string; bytes: Uint8Array } | null>
  ledger(period: string): Promise<{ bytes: Uint8Array } | null>
}

interface Needs {
  papers: Papers
  login: OperatorLogin
  /** Machine time. */
  now(): Date
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const short = z.string().trim().min(1).max(20)
const Numbered = z.object({ number: short })
const Quarter = z.object({ village: short, quarter: z.string().regex(/^\d{4}Q[1-4]$/u) })
const Period = z.object({ period: z.string().regex(/^\d{4}(?:-\d{2})?$/u) })

const field = (name: string, label: string): Markup => html`<label>${label} <input name="${name}" required></label> `
const form = (action: string, title: string, fields: readonly Markup[]): Markup =>
  html`<section><h2>${title}</h2><form action="/status/papers/${action}">${[...fields]}<button>${words.get}</button></form></section>`

const papersPage = (trouble: string | null): string =>
  frame(html`<header><h1>${words.title}</h1><p><a href="/status">${words.back}</a></p></header>
<main>${trouble !== null && html`<p class="bad" role="alert">${trouble}</p>`}
${form('record', words.record, [field('number', words.number)])}
${form('disclosure', words.disclosure, [field('village', words.village), field('quarter', words.quarter)])}
${form('ledger', words.ledger, [field('period', words.period)])}
</main>`)

const page = (reply: FastifyReply, trouble: string | null, status = 200) =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(papersPage(trouble))

const file = (reply: FastifyReply, found: { name: string; type: string; bytes: Uint8Array } | null) =>
  found === null
    ? page(reply, words.none, 404)
    : reply
        .type(found.type)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
        .send(Buffer.from(found.bytes))

/** `/status/papers`: what is printed, for whoever knows the operator's password. */
export function paperRoutes(app: FastifyInstance, { papers, login, now }: Needs): void {
  app.register(async (inside) => {
    inside.addHook('onRequest', async (request, reply) => {
      if (!login.isIn(request, now())) return reply.redirect('/status')
    })
    inside.get('/status/papers', async (_request, reply) => page(reply, null))
    inside.get('/status/papers/record', async (request, reply) => {
      const said = Numbered.safeParse(request.query)
      const found = said.success ? await papers.record(said.data.number) : null
      return file(reply, found && { name: `${found.label}.docx`, type: WORD, bytes: found.bytes })
    })
    inside.get('/status/papers/disclosure', async (request, reply) => {
      const said = Quarter.safeParse(request.query)
      const found = said.success ? await papers.disclosure(said.data.village, said.data.quarter) : null
      const name = found && said.success ? words.disclosureFile(found.village, said.data.quarter) : ''
      return file(reply, found && { name, type: EXCEL, bytes: found.bytes })
    })
    inside.get('/status/papers/ledger', async (request, reply) => {
      const said = Period.safeParse(request.query)
      const found = said.success ? await papers.ledger(said.data.period) : null
      const name = said.success ? words.ledgerFile(said.data.period) : ''
      return file(reply, found && { name, type: EXCEL, bytes: found.bytes })
    })
  })
}
