import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { FORMS, type MadeFile } from '../domain/file-wanted.ts'
import { sendFile, sendPage } from '../pages/send.ts'
import { paperWords as words } from '../wording/papers.ts'
import type { OperatorLogin } from './operator-login.ts'
import { type PaperChoices, papersPage, type Refused, waitingPage } from './papers-page.ts'
import { townNeededPage } from './town-needed.ts'

export interface Papers {
  /** What there is of each. */
  choices(): Promise<PaperChoices>
  /** Null where there is nothing of that number, village or time. */
  record(number: string): Promise<{ label: string; bytes: Uint8Array } | null>
  disclosure(village: string, quarter: string): Promise<{ village: string; bytes: Uint8Array } | null>
  ledger(period: string): Promise<{ bytes: Uint8Array } | null>
  /** Of all villages; null where no telephone reaches this program. */
  posters(): Promise<Uint8Array | null>
}

interface Needs {
  papers: Papers
  /** Null while no town is served. */
  town(): string | null
  login: OperatorLogin
  /** Machine time. */
  now(): Date
}

const short = z.string().trim().min(1).max(20)
const Numbered = z.object({ number: short })
const Quarter = z.object({ village: short, quarter: z.string().regex(/^\d{4}Q[1-4]$/u) })
const Period = z.object({ period: z.string().regex(/^\d{4}(?:-\d{2})?$/u) })
/** Whatever was said, to be put back into the fields. */
const Said = z.record(z.string(), z.string().max(100)).catch({})
const Paper = z.object({ paper: z.enum(['record', 'disclosure', 'ledger', 'posters']) })

/** `/status/papers`: what is printed, for whoever knows the operator's password. */
export function paperRoutes(app: FastifyInstance, { papers, town, login, now }: Needs): void {
  const page = async (reply: FastifyReply, refused: Refused | null) =>
    sendPage(reply, papersPage(await papers.choices(), refused), refused === null ? 200 : 404)
  const files: Record<Refused['paper'], (query: unknown) => Promise<MadeFile | null>> = {
    async record(query) {
      const said = Numbered.safeParse(query)
      const found = said.success ? await papers.record(said.data.number) : null
      return found && { name: `${found.label}.docx`, type: FORMS.docx, bytes: found.bytes }
    },
    async disclosure(query) {
      const said = Quarter.safeParse(query)
      const found = said.success ? await papers.disclosure(said.data.village, said.data.quarter) : null
      return found && said.success
        ? { name: words.disclosureFile(found.village, said.data.quarter), type: FORMS.xlsx, bytes: found.bytes }
        : null
    },
    async ledger(query) {
      const said = Period.safeParse(query)
      const found = said.success ? await papers.ledger(said.data.period) : null
      return found && said.success ? { name: words.ledgerFile(said.data.period), type: FORMS.xlsx, bytes: found.bytes } : null
    },
    async posters() {
      const bytes = await papers.posters()
      return bytes && { name: words.postersFile, type: FORMS.pdf, bytes }
    },
  }
  app.register(async (inside) => {
    inside.addHook('onRequest', async (request, reply) => {
      if (!login.isIn(request, now())) return reply.redirect('/status')
      if (town() === null) return sendPage(reply, townNeededPage('/status/papers'))
    })
    inside.get('/status/papers', (_request, reply) => page(reply, null))
    inside.get('/status/papers/:paper', async (request, reply) => {
      const { paper } = Paper.parse(request.params)
      const file = await files[paper](request.query)
      if (file === null) return page(reply, { paper, said: Said.parse(request.query) })
      return sendFile(reply, file)
    })
    inside.get('/status/papers/wait/:paper', async (request, reply) => {
      const { paper } = Paper.parse(request.params)
      const file = `/status/papers/${paper}?${new URLSearchParams(Said.parse(request.query))}`
      return sendPage(reply, waitingPage(file))
    })
  })
}
