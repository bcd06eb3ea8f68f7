import { ECHO_MS, echoOf, isEar, type Kept, type Said } from '../domain/second-ear.ts'
import { whoseId } from '../domain/whose-id.ts'
import type { IncomingMessage } from '../ports/store.ts'
import { COLUMNS, PhotoRefs } from './columns.ts'
import { earsOf } from './ears.ts'
import type { Transaction } from './transaction.ts'

type KeptMessage = Kept & { id: string }
export interface Echo {
  echo: IncomingMessage
  /** What was heard first; it may be of the same batch. */
  of: KeptMessage
}

const nameOf = ({ channel, id }: { channel: string; id: string }): string => `${channel}:${id}`
const saidOf = (m: IncomingMessage): Said => ({
  ...{ channel: m.channel, person: m.person, conversation: m.conversation, text: m.text, isVoice: m.voice !== undefined },
  ...{ photos: m.photos.length + (m.wanted?.length ?? 0), at: m.saidAt ?? m.at },
})

/** What of these was not heard before, in their order, and what only repeats what another ear has told. */
export async function heardFirst(
  tx: Transaction,
  town: string,
  messages: readonly IncomingMessage[],
): Promise<{ fresh: IncomingMessage[]; echoes: Echo[] }> {
  const heard = messages.filter((m) => isEar(m.channel))
  if (heard.length === 0) return { fresh: [...messages], echoes: [] }
  await alone(tx, earsOf(town, heard))
  const kept = await heardAbout(tx, town, heard.map(saidOf), new Set(heard.map((m) => m.channel)))
  const known = await namesKnown(tx, town, heard)
  const mayBeOne = await strangersTo(tx, town, [...kept, ...heard])
  const fresh: IncomingMessage[] = []
  const echoes: Echo[] = []
  for (const message of messages) {
    if (known.has(nameOf(message))) continue
    const said = saidOf(message)
    const of = isEar(message.channel) ? echoOf(said, kept, mayBeOne) : null
    if (of) {
      of.heardBy.add(message.channel)
      echoes.push({ echo: message, of })
    } else {
      kept.push({ ...said, id: message.id, heardBy: new Set([message.channel]) })
      fresh.push(message)
    }
    known.add(nameOf(message))
  }
  return { fresh, echoes }
}

/** Two ears that write at once would each find nothing of the other's. */
const alone = (tx: Transaction, ears: readonly string[]) => tx.$executeRaw`
  SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest(${[...ears]}::text[]) WITH ORDINALITY AS it (name, n) ORDER BY n`

/** Those that a platform tells again. */
async function namesKnown(tx: Transaction, townId: string, heard: readonly IncomingMessage[]): Promise<Set<string>> {
  const OR = [...Map.groupBy(heard, (m) => m.channel)].map(([channel, list]) => ({ channel, id: { in: list.map((m) => m.id) } }))
  const look = { where: { townId, OR }, select: { channel: true, id: true } }
  return new Set([...(await tx.message.findMany(look)), ...(await tx.heardAgain.findMany(look))].map(nameOf))
}

/** What ears have told of these conversations about that time, where it may be told again by one of `ears`. */
async function heardAbout(tx: Transaction, townId: string, said: readonly Said[], ears: ReadonlySet<string>): Promise<KeptMessage[]> {
  const times = said.map((s) => s.at.getTime())
  const [only] = ears
  const rows = await tx.message.findMany({
    where: {
      ...{ townId, conversation: { in: [...new Set(said.map((s) => s.conversation))] }, personId: { not: null } },
      ...(ears.size === 1 && only !== undefined && { channel: { not: only } }),
      saidAt: { gte: new Date(Math.min(...times) - ECHO_MS), lte: new Date(Math.max(...times) + ECHO_MS) },
    },
    orderBy: { seq: 'asc' },
  })
  const again = rows.length === 0 ? [] : await tx.heardAgain.findMany({ where: { townId, seq: { in: rows.map((r) => r.seq) } } })
  const alsoBy = Map.groupBy(again, (a) => a.seq)
  return rows.map((r) => ({
    ...{ id: r.id, channel: r.channel, conversation: r.conversation, person: r.personId ?? '', text: r.text },
    ...{ photos: PhotoRefs.parse(r.photos).length, isVoice: r.voice !== null, at: r.saidAt ?? r.at },
    heardBy: new Set([r.channel, ...(alsoBy.get(r.seq) ?? []).map((a) => a.channel)]),
  }))
}

/** Whether two people may be one: neither is known in the realm in which the other was heard. */
async function strangersTo(
  tx: Transaction,
  townId: string,
  heard: readonly { person: string; channel: string }[],
): Promise<(a: Said, b: Said) => boolean> {
  if (new Set(heard.map((m) => m.channel)).size < 2) return () => false
  const rows = await tx.identity.findMany({ where: { townId, personId: { in: [...new Set(heard.map((m) => m.person))] } } })
  const known = rows.map(({ personId, channel, externalId }) => ({
    ...{ person: personId, channel },
    realm: whoseId(COLUMNS.Identity.channel.parse(channel), externalId).realm,
  }))
  const realmIn = (it: Said) => known.find((k) => k.person === it.person && k.channel === it.channel)?.realm
  const isKnown = (person: string, realm: string) => known.some((k) => k.person === person && k.realm === realm)
  return (a, b) => {
    const [ofA, ofB] = [realmIn(a), realmIn(b)]
    return ofA !== undefined && ofB !== undefined && ofA !== ofB && !isKnown(a.person, ofB) && !isKnown(b.person, ofA)
  }
}
