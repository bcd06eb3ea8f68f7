// npm run forget -- WHO [--commit]: somebody is forgotten by the operator, at their wish; without --commit it says what would go.
import { keepErased } from '../src/backup/erasure-record.ts'
import { holdsOffice } from '../src/domain/people.ts'
import { CASE_FATES } from '../src/measures/index.ts'
import type { Desk } from '../src/ports/desk.ts'
import type { Erased, Whom } from '../src/ports/forgetting.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { unfinishedOf } from '../src/tickets/forget-person.ts'
import { forgetProgram as words } from '../src/wording/forget.ts'
import { atTownsDesk, refuse } from './at-towns-desk.ts'

const WISH = 'operator'

/** Thrown so that nothing of a trial is kept. */
class OnlyATrial extends Error {
  found: Found
  constructor(found: Found) {
    super('nothing was written')
    this.found = found
  }
}

interface Found {
  name: string
  erased: Erased | null
  town: string
  at: Date
}

/** By id, name or telephone; or by the number of a matter that a cadre wrote down for them. A sentence where that is nobody, or several. */
async function meant(desk: Desk, said: string): Promise<{ whom: Whom; name: string } | string> {
  const people = [...desk.roster.people.values()].filter((p) => [p.id, p.name, p.phone].includes(said))
  const [person, second] = people
  if (second)
    return words.several(
      said,
      people.map((p) => p.id),
    )
  if (person) return holdsOffice(person) ? words.office(person.name) : { whom: { person: person.id }, name: person.name }
  const [ticket] = (await desk.tickets({ words: said })).filter((t) => t.label === said)
  return ticket?.through ? { whom: { matter: ticket.id }, name: ticket.through.name } : words.nobody(said)
}

async function forgotten(desk: Desk, said: string, commit: boolean): Promise<Found | string> {
  const one = await meant(desk, said)
  if (typeof one === 'string') return one
  const open = await unfinishedOf(desk, one.whom)
  if (open.length > 0) return words.open(one.name, open)
  const found = { name: one.name, erased: await desk.forget(one.whom, WISH, CASE_FATES), town: desk.town, at: desk.now }
  if (!commit) throw new OnlyATrial(found)
  return found
}

async function run(said: string, commit: boolean, config: Config): Promise<number> {
  const done = await atTownsDesk(config, (desk) => forgotten(desk, said, commit)).catch((fault: unknown) => {
    if (fault instanceof OnlyATrial) return { result: fault.found }
    throw fault
  })
  if (!done) return refuse(words.noTown)
  if (typeof done.result === 'string') return refuse(done.result)
  const { name, erased, town, at } = done.result
  if (!erased) return refuse(words.nobody(said))
  if (commit) await keepErased(config.backup.dir, [{ town, id: erased.id, whom: erased.whom, at, wish: WISH }])
  console.log(commit ? words.did(name) : words.would(name))
  for (const [table, count] of Object.entries(erased.gone)) console.log(words.row(table, count))
  console.log(words.stays(erased.matters))
  if (!commit) console.log(words.dry)
  return 0
}

const said = process.argv.slice(2).find((a) => !a.startsWith('--'))
const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) console.error(fault)
else if (said === undefined) console.error(words.usage)
process.exitCode = 'faults' in config || said === undefined ? 1 : await run(said, process.argv.includes('--commit'), config)
