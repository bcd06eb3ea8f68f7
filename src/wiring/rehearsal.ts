import { randomUUID } from 'node:crypto'
import { groupIn, personIn, toGroup } from '../domain/notice.ts'
import { personName } from '../domain/roster.ts'
import { isPrivate } from '../domain/ticket.ts'
import { REHEARSED, type Rehearsed, rehearse } from '../inbox/rehearse.ts'
import type { Clock } from '../ports/clock.ts'
import type { Desk } from '../ports/desk.ts'
import type { Judge } from '../ports/judge.ts'
import type { Rehearsal, RehearsalSeen } from '../ports/rehearsal.ts'
import type { Store } from '../ports/store.ts'
import { rehearsalWords as words } from '../wording/rehearsal.ts'

interface Parts {
  town(): string | null
  store: Pick<Store, 'atDesk' | 'rehearse'>
  judge(town: string): Judge
  clock: Pick<Clock, 'now'>
}

const BECOMES: Readonly<Record<string, RehearsalSeen['becomes']>> = {
  opened: 'matter',
  followed: 'followed',
  listed: 'list',
  asked: 'question',
  'asked-which': 'question',
  answered: 'answer',
  shown: 'look',
  police: 'police',
  held: 'model',
}

function seenOf({ roster, settings }: Pick<Desk, 'roster' | 'settings'>, { outcome, judgement, ticket, said }: Rehearsed): RehearsalSeen {
  return {
    becomes: outcome === null ? (said.length > 0 ? 'answer' : 'talk') : (BECOMES[outcome] ?? 'talk'),
    matter: ticket && {
      ...{ label: ticket.label, kind: ticket.kind, title: ticket.title, respondBy: ticket.respondBy, completeBy: ticket.completeBy },
      owner: ticket.owner && personName(roster, ticket.owner),
      isPrivate: isPrivate(ticket),
    },
    reason: judgement?.reason ?? null,
    listAt: settings.listAt,
    said: said.map(({ to, text }) => {
      const person = personIn(to)
      return { to: groupIn(to) !== null ? null : person === REHEARSED ? words.person : personName(roster, person), text }
    }),
  }
}

/** A sentence is taken along the road of every message, at the real desk, and all of it is taken back. */
export function rehearsalOf({ town, store, judge, clock }: Parts): Rehearsal {
  return {
    async villages() {
      const served = town()
      if (served === null) return []
      return store.atDesk(served, clock.now(), async ({ roster }) => [...roster.nodes.values()].filter((n) => n.level === 'village'))
    },
    async of(village, text) {
      const served = town()
      const place = served === null ? null : (await this.villages()).find((v) => v.id === village)
      if (served === null || !place) return null
      const message = { town: served, channel: REHEARSED, id: randomUUID(), conversation: toGroup(REHEARSED), person: REHEARSED }
      const at = clock.now()
      return store.rehearse({ ...message, text, quote: null, photos: [], at }, at, async (desk, heard) =>
        seenOf(desk, await rehearse(desk, heard, judge(served), { village, person: words.person, group: words.group(place.name) })),
      )
    },
  }
}
