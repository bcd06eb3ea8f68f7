import { type FileWanted, FORMS } from '../domain/file-wanted.ts'
import { holdsOffice, type Person } from '../domain/people.ts'
import { placeName } from '../domain/place-name.ts'
import { villagesOf } from '../domain/roster.ts'
import { ticketOfLabel } from '../measures/ruler/record.ts'
import { mayMeasure } from '../measures/ruler/verbs.ts'
import { caseFileOf } from '../papers/case-file/of-label.ts'
import { writePdf } from '../papers/pdf.ts'
import type { Clock } from '../ports/clock.ts'
import type { Desk } from '../ports/desk.ts'
import type { MakeFile } from '../ports/files.ts'
import type { Store } from '../ports/store.ts'
import { fileGone } from '../wording/files.ts'
import { printDisclosure, printLedger, printRecord } from './printed.ts'

/** Files as they stand when they are sent or opened, for whoever asked and still may have them. */
export const fileMaker =
  (store: Pick<Store, 'atDesk'>, clock: Pick<Clock, 'now'>): MakeFile =>
  (town, { name, for: asked, wanted }) =>
    store.atDesk(town, clock.now(), async (desk) => {
      const reader = desk.roster.people.get(asked)
      const bytes = reader && holdsOffice(reader) ? await bytesOf(desk, reader, wanted) : null
      return bytes ? { file: { name, type: FORMS[formOf(wanted)], bytes } } : { instead: fileGone(name) }
    })

const FORM_OF = { record: 'docx', disclosure: 'xlsx' } as const
const formOf = (wanted: FileWanted): keyof typeof FORMS => ('form' in wanted ? wanted.form : FORM_OF[wanted.kind])

/** The rights are those of the orders 台账, 打印, 村务公开 and 卷宗. */
async function bytesOf(desk: Desk, reader: Person, wanted: FileWanted): Promise<Uint8Array | null> {
  switch (wanted.kind) {
    case 'ledger': {
      const isLeader = reader.roles.some((r) => r.role === 'leader')
      return isLeader ? ((await printLedger(desk, wanted.period, wanted.form, reader))?.bytes ?? null) : null
    }
    case 'record': {
      const ticket = await ticketOfLabel(desk, wanted.label)
      return ticket && mayMeasure(desk, reader, ticket) ? ((await printRecord(desk, wanted.label))?.bytes ?? null) : null
    }
    case 'disclosure': {
      const isTheirs = villagesOf(desk.roster, reader).some((v) => placeName(desk.roster, v) === wanted.village)
      return isTheirs ? ((await printDisclosure(desk, wanted.village, wanted.quarter))?.bytes ?? null) : null
    }
    case 'case-file': {
      const found = await caseFileOf(desk, reader, wanted.label)
      if (!found) return null
      return wanted.form === 'pdf' ? writePdf(found.paper) : (await import('../papers/word.ts')).writeWord(found.paper)
    }
    default:
      return wanted satisfies never
  }
}
