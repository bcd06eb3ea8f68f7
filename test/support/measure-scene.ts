import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { startTown, type Town } from './town.ts'

/** The n-th of a list that must have one. */
export const one = <T>(list: readonly T[], n = 0): T => {
  const found = list[n]
  if (found === undefined) throw new Error('nothing there')
  return found
}

/** Without the days of the week in which the test runs. */
export const undated = (text: string): string => text.replace(/(?:\d{4}年)?\d+月\d+日（周.）/gu, '〔日〕')

export interface Scene {
  town: Town
  group: string
  residents: SandboxPerson[]
  people: Record<'duty' | 'lead' | 'secretary' | 'clerk' | 'mediator' | 'supervisor', SandboxPerson>
  /** Says it one-to-one and answers what the bot said last. */
  tell(person: SandboxPerson, text: string): Promise<string>
  say(person: SandboxPerson, text: string): Promise<void>
  wordsOf(person: SandboxPerson): Promise<string[]>
  posts(group?: string): Promise<string[]>
}

/** 坪头村 with the people a measure concerns, at nine o'clock of a working morning. */
export async function startScene(): Promise<Scene> {
  const town = await startTown()
  const village = encodeURIComponent('坪头村')
  const group = (await town.group('坪头村')).id
  const of = (role: string) => town.people(`role=${role}&village=${village}`)
  const wordsOf = async (person: SandboxPerson) => (await town.heardBy(person.id)).filter((m) => m.from.bot).map((m) => m.text)
  return {
    town,
    group,
    residents: (await of('resident')).filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group)),
    people: {
      duty: one(await town.people('role=duty')),
      lead: one((await town.people('role=leader')).filter((p) => p.roles.some((r) => r.grid === 'jifeng'))),
      secretary: one(await of('secretary')),
      clerk: one(await of('clerk')),
      mediator: one(await of('mediator')),
      supervisor: one(await of('supervisor')),
    },
    async tell(person, text) {
      await town.tell(person.id, text)
      await town.settle()
      return (await town.lastWord(person.id)) ?? ''
    },
    async say(person, text) {
      await town.say(group, person.id, text)
      await town.settle()
    },
    wordsOf,
    posts: async (of = group) => (await town.heardIn(of)).filter((m) => m.from.bot).map((m) => m.text),
  }
}
