import { toPerson } from '../../domain/notice.ts'
import type { Person } from '../../domain/people.ts'
import { clocksOf, isOpen, type Petition } from './facts.ts'
import type { Desk } from '../../ports/desk.ts'
import * as say from './words.ts'
import { type Changed, change } from './change.ts'

const tell = (desk: Desk, p: Petition, person: string, occasion: string, text: string) =>
  desk.notify([
    { key: `petition:${p.id}:${p.version}:${occasion}:${person}`, to: toPerson(person), ticket: null, occasion: 'petition', text },
  ])

/** 包案: one leader answers for it. Never somebody it is about (art. 28). */
export async function nameLead(desk: Desk, by: Person, p: Petition, lead: Person): Promise<Changed> {
  if (p.about.includes(lead.id)) return { refused: 'about', petition: p, name: lead.name }
  const changed = await change(desk, p, by, 'leadNamed', { lead: lead.id }, lead.name)
  if ('refused' in changed || lead.id === by.id) return changed
  const next = clocksOf(changed.petition, desk.calendar).find((c) => !c.done)
  await tell(desk, changed.petition, lead.id, 'lead', say.youLead(p.number, next?.due ?? null, desk.now))
  return changed
}

export async function addHandler(desk: Desk, by: Person, p: Petition, handler: Person): Promise<Changed> {
  if (p.about.includes(handler.id)) return { refused: 'about', petition: p, name: handler.name }
  const handlers = [...new Set([...p.handlers, handler.id])]
  const changed = await change(desk, p, by, 'handlerNamed', { handlers }, handler.name)
  if (!('refused' in changed)) await tell(desk, changed.petition, handler.id, 'handler', say.youHandle(p.number))
  return changed
}

/** Whoever it turns out to be about leaves it at once, silently; what waits to be said to them is not said. */
export async function nameAbout(desk: Desk, by: Person, p: Petition, about: Person): Promise<Changed> {
  if (!isOpen(p)) return { refused: 'closed', petition: p }
  const changes = {
    about: [...new Set([...p.about, about.id])],
    handlers: p.handlers.filter((id) => id !== about.id),
    lead: p.lead === about.id ? null : p.lead,
  }
  return change(desk, p, by, 'aboutNamed', changes)
}
