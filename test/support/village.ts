import type { SandboxPerson, SandboxTicket, SandboxTicketWhole } from '../../src/ports/sandbox.ts'
import { startTown, type Town } from './town.ts'

export const first = <T>(list: readonly T[], n = 0): T => {
  const found = list[n]
  if (found === undefined) throw new Error(`there is no ${n}`)
  return found
}

/** Where a sentence is said: in the village's group, one-to-one, or there quoting the bot's last word that holds something. */
export type Said = 'group' | 'alone' | 'quoting'

/** The people of one village of the sample township, and what may be asked of the bot in their names. */
export interface Village {
  town: Town
  name: string
  group: string
  residents: SandboxPerson[]
  keepers: SandboxPerson[]
  secretary: SandboxPerson
  clerk: SandboxPerson
  mediator: SandboxPerson
  supervisor: SandboxPerson
  /** The leader who is responsible for this village. */
  leader: SandboxPerson
  /** Says it one-to-one and answers what the bot said to that; null when it said nothing. */
  ask(who: SandboxPerson | string, text: string, more?: object): Promise<string | null>
  /** The same in the group: what the speaker then reads one-to-one. */
  say(who: SandboxPerson | string, text: string, more?: object): Promise<string | null>
  /** What the bot has said one-to-one to somebody. */
  wordsTo(who: SandboxPerson | string): Promise<string[]>
  posts(): Promise<string[]>
  /** The bot's last message to somebody, or post in the group, that holds these words: to be quoted. */
  messageTo(who: SandboxPerson | string, words: string): Promise<string>
  postWith(words: string): Promise<string>
  /** Tells a matter in the group and answers the ticket that it became. */
  tell(who: SandboxPerson, text: string): Promise<SandboxTicket>
  /** The ticket as it stands, with its history and its notices. */
  now(ticket: Pick<SandboxTicket, 'number'>): Promise<SandboxTicketWhole>
  tickets(): Promise<SandboxTicket[]>
}

const idOf = (who: SandboxPerson | string): string => (typeof who === 'string' ? who : who.id)

export async function startVillage(name = '坪头村'): Promise<Village> {
  return villageOf(await startTown(), name)
}

export async function villageOf(town: Town, name: string): Promise<Village> {
  const group = (await town.group(name)).id
  const query = encodeURIComponent(name)
  const of = (role: string) => town.people(`role=${role}&village=${query}`)
  const members = (await of('resident')).filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group))
  const wordsTo = async (who: SandboxPerson | string) => (await town.heardBy(idOf(who))).filter((m) => m.from.bot).map((m) => m.text)
  const heard = async (who: SandboxPerson | string, run: () => Promise<unknown>): Promise<string | null> => {
    const before = (await town.heardBy(idOf(who))).at(-1)?.id
    await run()
    await town.settle()
    const all = await town.heardBy(idOf(who))
    return (
      all
        .slice(all.findIndex((m) => m.id === before) + 1)
        .filter((m) => m.from.bot)
        .at(-1)?.text ?? null
    )
  }
  const lastWith = (messages: { id: string; text: string; from: { bot: boolean } }[], words: string): string => {
    const found = messages.findLast((m) => m.from.bot && m.text.includes(words))
    if (!found) throw new Error(`nothing said with ${words}`)
    return found.id
  }
  return {
    town,
    name,
    group,
    residents: members,
    keepers: await of('keeper'),
    secretary: first(await of('secretary')),
    clerk: first(await of('clerk')),
    mediator: first(await of('mediator')),
    supervisor: first(await of('supervisor')),
    leader: first((await of('leader')).filter((p) => p.roles.every((r) => r.grid !== 'jifeng'))),
    ask: (who, text, more = {}) => heard(who, () => town.tell(idOf(who), text, more)),
    say: (who, text, more = {}) => heard(who, () => town.say(group, idOf(who), text, more)),
    wordsTo,
    posts: async () => (await town.heardIn(group)).filter((m) => m.from.bot).map((m) => m.text),
    messageTo: async (who, words) => lastWith(await town.heardBy(idOf(who)), words),
    postWith: async (words) => lastWith(await town.heardIn(group), words),
    async tell(who, text) {
      await town.say(group, who.id, text)
      await town.settle()
      return first((await town.tickets(`village=${query}`)).filter((t) => t.reporter?.id === who.id))
    },
    now: ({ number }) => town.ticket(number),
    tickets: () => town.tickets(`village=${query}`),
  }
}
