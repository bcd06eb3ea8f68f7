import type { SeenGroup } from '../ports/channel-desk.ts'
import type { Desk } from '../ports/desk.ts'
import { askToBind, type BindDesk, bindGroup, gridNamed, mayBind } from '../tickets/bind-group.ts'

type KnockDesk = BindDesk & Pick<Desk, 'ask'>

/**
 * A word from a group that belongs to nobody yet. 绑定 by somebody who may binds it; by anybody else, or without a word of
 * it at the first contact, somebody who may is asked. Nothing else that is said there is kept or answered.
 */
export async function knock(desk: KnockDesk, seen: SeenGroup, word: { person: string | null; text: string }): Promise<void> {
  const person = desk.roster.people.get(word.person ?? '') ?? null
  const named = gridNamed(desk, word.text)
  const own = person?.roles.find((r) => r.role === 'secretary')?.grid ?? null
  const grid = named ?? own
  if (person && grid !== null && mayBind(desk, person, grid)) await bindGroup(desk, seen, grid)
  else await askToBind(desk, seen, grid)
}
