import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { groupsOf, type Township } from './client.ts'

export interface Village {
  name: string
  group: string
  residents: SandboxPerson[]
  secretary: SandboxPerson
  clerk: SandboxPerson
}

/** Who plays: the villages with their people, and those of the town. */
export interface Cast {
  villages: Village[]
  duty: SandboxPerson
  leader: SandboxPerson
}

const first = <T>(list: readonly T[], what: string): T => {
  const [found] = list
  if (found === undefined) throw new Error(`nobody: ${what}`)
  return found
}

export async function castOf(township: Township): Promise<Cast> {
  const villages: Village[] = []
  for (const group of await groupsOf(township)) {
    if (!group.village) continue
    const of = (role: string) => township.people(`role=${role}&village=${encodeURIComponent(group.village ?? '')}`)
    const residents = (await of('resident')).filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group.id))
    const [secretary, clerk] = [first(await of('secretary'), group.village), first(await of('clerk'), group.village)]
    villages.push({ name: group.village, group: group.id, residents, secretary, clerk })
  }
  const leaders = (await township.people('role=leader')).filter((p) => p.roles.some((r) => r.grid === 'jifeng'))
  return { villages, duty: first(await township.people('role=duty'), 'duty'), leader: first(leaders, 'leader') }
}
