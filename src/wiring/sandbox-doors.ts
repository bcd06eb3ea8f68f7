import type { FastifyInstance } from 'fastify'
import { type SandboxNeeds, sandboxRoutes } from '../channels/sandbox/routes.ts'
import { matterPath, OFFICE } from '../domain/office-path.ts'
import { holdsOffice } from '../domain/people.ts'
import { onlyThisMachine } from '../http/only-this-machine.ts'
import type { Desk } from '../ports/desk.ts'
import { noTownYet } from '../wording/startup.ts'

/** The sandbox, open to this machine alone. */
export function sandboxDoors(server: FastifyInstance, needs: SandboxNeeds, hasTown: () => boolean): void {
  server.register(async (sandbox) => {
    sandbox.addHook('onRequest', onlyThisMachine)
    sandbox.addHook('onRequest', async ({ url }, reply) => {
      // There is nobody to play yet: first there is something to do.
      if (url === '/' && !hasTown()) return reply.redirect('/status/start')
      if (url.startsWith('/sandbox/') && !hasTown()) await reply.code(503).send({ error: noTownYet })
    })
    sandboxRoutes(sandbox, needs)
  })
}

/** As 页面 answers in chat, for whoever is played. */
export async function linkIntoOffice(desk: Pick<Desk, 'roster' | 'linkTo'>, id: string, number: string | null): Promise<string | null> {
  const person = desk.roster.people.get(id)
  return person && holdsOffice(person) ? desk.linkTo(id, number === null ? OFFICE : matterPath(number)) : null
}
