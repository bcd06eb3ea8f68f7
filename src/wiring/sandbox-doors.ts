import type { FastifyInstance } from 'fastify'
import { type SandboxNeeds, sandboxRoutes } from '../channels/sandbox/routes.ts'
import { onlyThisMachine } from '../http/only-this-machine.ts'
import { noTownYet } from '../wording/startup.ts'

/** The sandbox, open to this machine alone. */
export function sandboxDoors(server: FastifyInstance, needs: SandboxNeeds, hasTown: () => boolean): void {
  server.register(async (sandbox) => {
    sandbox.addHook('onRequest', onlyThisMachine)
    // The page itself opens all the same, and says it.
    sandbox.addHook('onRequest', async ({ url }, reply) => {
      if (url.startsWith('/sandbox/') && !hasTown()) await reply.code(503).send({ error: noTownYet })
    })
    sandboxRoutes(sandbox, needs)
  })
}
