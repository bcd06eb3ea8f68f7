import type { SandboxPerson, SandboxTicket } from '../../src/ports/sandbox.ts'
import type { Town } from './town.ts'

/** One village of the sample township to play in, with its people at hand. */
export interface Scene {
  village: string
  group: string
  /** One of each household. */
  residents: SandboxPerson[]
  cadre(role: string): SandboxPerson
  /** Says something in the group and lets everything settle. */
  say(who: SandboxPerson, text: string, more?: object): Promise<string>
  /** The same one-to-one; answers the bot's last word to that person. */
  tell(who: SandboxPerson, text: string, more?: object): Promise<string>
  /** The bot's posts in the group, in order. */
  posts(): Promise<string[]>
  /** The bot's words to one person, in order. */
  words(who: SandboxPerson): Promise<string[]>
  tickets(): Promise<SandboxTicket[]>
  /** The ticket that was opened last. */
  last(): Promise<SandboxTicket>
}

export async function sceneIn(town: Town, village: string): Promise<Scene> {
  const place = encodeURIComponent(village)
  const group = (await town.group(village)).id
  const people = await town.people(`village=${place}`)
  const own = people.filter((p) => p.groups.includes(group))
  const plain = own.filter((p) => p.household && p.roles.every((r) => r.role === 'resident'))
  const residents = [...new Map(plain.map((p) => [p.household, p])).values()]
  const bot = async (messages: Promise<{ from: { bot: boolean }; text: string }[]>) =>
    (await messages).filter((m) => m.from.bot).map((m) => m.text)
  const scene: Scene = {
    village,
    group,
    residents,
    cadre(role) {
      const found = own.find((p) => p.roles.some((r) => r.role === role)) ?? people.find((p) => p.roles.some((r) => r.role === role))
      if (!found) throw new Error(`no ${role} in ${village}`)
      return found
    },
    async say(who, text, more) {
      const id = await town.say(group, who.id, text, more)
      await town.settle()
      return id
    },
    async tell(who, text, more) {
      await town.tell(who.id, text, more)
      await town.settle()
      return (await town.lastWord(who.id)) ?? ''
    },
    posts: () => bot(town.heardIn(group)),
    words: (who) => bot(town.heardBy(who.id)),
    tickets: () => town.tickets(`village=${place}`),
    async last() {
      const [ticket] = await scene.tickets()
      if (!ticket) throw new Error(`no ticket in ${village}`)
      return ticket
    },
  }
  return scene
}

/** The nth of a list that must have it. */
export function nth<T>(list: readonly T[], n: number): T {
  const found = list[n]
  if (found === undefined) throw new Error(`only ${list.length}`)
  return found
}
