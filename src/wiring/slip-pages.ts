import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { pagePasses } from '../channels/form/page-pass.ts'
import { formRoutes } from '../channels/form/routes.ts'
import { signerWith } from '../channels/form/signer.ts'
import { TELLER_COOKIE, tellerPasses } from '../channels/form/teller-pass.ts'
import { isCadre } from '../domain/people.ts'
import { createSlipBox } from '../inbox/slip-box.ts'
import { isSecureAt } from '../pages/own-site.ts'
import { writePosters } from '../papers/posters.ts'
import { cleanPhoto } from '../pictures/clean-photo.ts'
import { drawPoster } from '../pictures/draw.ts'
import type { Clock } from '../ports/clock.ts'
import type { AtDesk } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import type { Outbox } from '../ports/outbox.ts'
import type { IncomingMessage, Store } from '../ports/store.ts'
import type { VillageCodes } from '../ports/village-codes.ts'
import type { Config } from '../settings/config.ts'
import { ownSecret } from '../store/own-secret.ts'
import { postersOf } from './posters.ts'

interface Parts {
  config: Pick<Config, 'secretKey' | 'dataDir'>
  town(): string | null
  /** Where a telephone reaches this program; null: nowhere. */
  address(): string | null
  store: Store
  rates: Pick<Outbox, 'take'>
  receive(message: IncomingMessage): Promise<void>
  judge(town: string): Judge
  clock: Clock
  machine(): Date
  fault(what: string, thrown: unknown): void
}

/** The pages behind the villages' codes; what is returned is for those who hang the codes up. */
export function slipPages(server: FastifyInstance, parts: Parts): VillageCodes {
  const { config, town, address, store, rates, receive, judge, clock, machine, fault } = parts
  const random = (bytes: number) => randomBytes(bytes)
  const signer = signerWith(config.secretKey ?? ownSecret(config.dataDir, 'form.key', () => randomBytes(32).toString('base64url')))
  const tellers = tellerPasses(signer)
  const atDesk = async <T>(run: AtDesk<T>): Promise<T | null> => {
    const served = town()
    return served === null ? null : store.atDesk(served, clock.now(), run)
  }
  /** Somebody who has left office since writes for themselves alone. */
  const teller = async (cookie: string | undefined) => {
    const id = cookie === undefined ? null : tellers.read(cookie, machine())
    const person = id === null ? null : await atDesk(async (desk) => desk.roster.people.get(id))
    return person && isCadre(person) ? { id: person.id, name: person.name } : null
  }
  server.register((pages) =>
    formRoutes(pages, {
      box: createSlipBox({ town, store, receive, judge, clock, random, fault }),
      ...{ rates, random, now: machine, passes: pagePasses(signer, random), clean: cleanPhoto },
      isSecure: ({ host }) => isSecureAt(address(), host),
      teller: ({ cookies }) => teller(cookies[TELLER_COOKIE]),
    }),
  )
  return {
    async of(villages) {
      const posters = (await atDesk((desk) => postersOf(desk, '', villages))) ?? []
      return posters.map(({ id, village, address }) => ({ id, name: village, path: address }))
    },
    async print(villages, as) {
      const publicUrl = address()
      const posters = publicUrl === null ? null : await atDesk((desk) => postersOf(desk, publicUrl, villages))
      const [first] = posters ?? []
      return posters && first ? (as === 'pdf' ? writePosters(posters) : drawPoster(first)) : null
    },
    markTeller: (person) => ({ name: TELLER_COOKIE, ...tellers.issue(person, machine()) }),
  }
}
