import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { startTown, type Town } from './town.ts'

/** 坪头村 and the people a story needs of it, with the few steps every measure's story takes. */
export interface Cast {
  town: Town
  group: string
  residents: SandboxPerson[]
  secretary: SandboxPerson
  clerk: SandboxPerson
  mediator: SandboxPerson
  /** 包村领导 of the village, and a leader of the whole town. */
  leader: SandboxPerson
  mayor: SandboxPerson
  duty: SandboxPerson
  supervisor: SandboxPerson
  /** Somebody by full name. */
  named(name: string): Promise<SandboxPerson>
  /** Says it one-to-one and answers what the bot said last. */
  tell(person: SandboxPerson, text: string, more?: object): Promise<string | undefined>
  /** What the bot posted in the group so far that holds these words. */
  posts(words: string, group?: string): Promise<string[]>
  /** Everything the bot said to somebody one-to-one. */
  words(person: SandboxPerson): Promise<string[]>
  close(): Promise<void>
}

const first = (people: readonly SandboxPerson[]): SandboxPerson => {
  const [one] = people
  if (!one) throw new Error('nobody')
  return one
}

/** Stories tell dates, so that they begin on one. */
const A_WEDNESDAY = '2026-11-25T09:00:00+08:00'

export async function startCast(village = '坪头村', settings: Record<string, string> = {}): Promise<Cast> {
  const town = await startTown(settings, A_WEDNESDAY)
  const { id: group } = await town.group(village)
  const of = (role: string) => town.people(`role=${role}&village=${encodeURIComponent(village)}`)
  const leaders = await town.people('role=leader')
  const secretary = first(await of('secretary'))
  const home = secretary.roles.find((r) => r.role === 'secretary')?.grid
  const botWords = async (messages: ReturnType<Town['heardIn']>) => (await messages).filter((m) => m.from.bot).map((m) => m.text)
  return {
    ...{ town, group, secretary },
    residents: (await of('resident')).filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group)),
    clerk: first(await of('clerk')),
    mediator: first(await of('mediator')),
    supervisor: first(await of('supervisor')),
    duty: first(await town.people('role=duty')),
    leader: first(leaders.filter((p) => p.roles.some((r) => r.grid === home))),
    mayor: first(leaders.filter((p) => p.roles.some((r) => r.grid === 'jifeng'))),
    named: async (name) => first(await town.people(`q=${encodeURIComponent(name)}`)),
    async tell(person, text, more = {}) {
      await town.tell(person.id, text, more)
      await town.settle()
      return town.lastWord(person.id)
    },
    posts: async (words, where = group) => (await botWords(town.heardIn(where))).filter((t) => t.includes(words)),
    words: (person) => botWords(town.heardBy(person.id)),
    close: () => town.close(),
  }
}
