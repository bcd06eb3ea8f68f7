import type { Person } from '../../domain/people.ts'
import { PETITIONS } from '../../measures/petitions/facts.ts'
import { ticketOfLabel } from '../../measures/ruler/record.ts'
import { sayLabels } from '../../wording/labels.ts'
import type { Paper } from '../paper.ts'
import { caseFile } from './case-file.ts'
import type { PapersDesk } from './matter.ts'
import { petitionFile } from './petition-file.ts'

const PETITION = /^信0*(\d+)$/u

/** The file of what people call 坪07 or 信03, as this reader may read it; null where there is none, or none for them. */
export async function caseFileOf(desk: PapersDesk, reader: Person | null, label: string): Promise<{ label: string; paper: Paper } | null> {
  const number = PETITION.exec(label)?.[1]
  if (number !== undefined) {
    const petition = await desk.cases(PETITIONS).byNumber(Number(number))
    const paper = petition && (await petitionFile(desk, reader, petition))
    return petition && paper && { label: sayLabels.petition(petition.number), paper }
  }
  const ticket = await ticketOfLabel(desk, label)
  const paper = ticket && (await caseFile(desk, reader, ticket))
  return ticket && paper && { label: ticket.label, paper }
}
