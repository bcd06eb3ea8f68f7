import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../../pages/send.ts'
import type { StartMark } from '../../ports/operations.ts'
import type { Rehearsal } from '../../ports/rehearsal.ts'
import { townNeededPage } from '../town-needed.ts'
import { tryPage } from './try-page.ts'

export interface TryNeeds {
  rehearsal: Rehearsal
  mark(step: StartMark): Promise<void>
  /** The product's clock. */
  clock(): Date
}

const LONGEST = 300
const Try = z.object({ village: z.string().max(100), text: z.string().trim().min(1).max(LONGEST) })
const Typed = z.object({ village: z.string().catch(''), text: z.string().catch('') })

/** A sentence is tried without anything reaching anybody. */
export function tryRoutes(inside: FastifyInstance, { rehearsal, mark, clock }: TryNeeds): void {
  inside.get('/status/start/try', async (_request, reply) => {
    const villages = await rehearsal.villages()
    return sendPage(reply, villages.length === 0 ? townNeededPage('/status/start') : tryPage({ villages, tried: null, now: clock() }))
  })
  inside.post('/status/start/try', async (request, reply) => {
    const villages = await rehearsal.villages()
    const said = Try.safeParse(request.body)
    const seen = said.success ? await rehearsal.of(said.data.village, said.data.text) : null
    if (seen) await mark('tried')
    return sendPage(reply, tryPage({ villages, tried: { ...Typed.parse(request.body), seen }, now: clock() }), seen ? 200 : 400)
  })
}
