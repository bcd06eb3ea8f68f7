import type { FastifyInstance } from 'fastify'
import type { ActNeeds } from './act.ts'
import { viewerOf } from './viewers.ts'

/** Something that changes with every change in the town, so that an open page knows when to look again. */
export const liveRoutes = (app: FastifyInstance, { acts }: ActNeeds): void => {
  app.get('/pulse', async (request, reply) =>
    reply.header('cache-control', 'no-store').send({ pulse: await acts.pulse(viewerOf(request)) }),
  )
}
