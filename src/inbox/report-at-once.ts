import type { Judgement } from '../domain/judgement.ts'
import type { Desk, Heard } from '../ports/desk.ts'

export type AtOnceDesk = Pick<Desk, 'newId' | 'openReport' | 'addToReport' | 'closeReport'>

/** A report of one line that ends with it: nothing more is waited for. */
export async function reportAtOnce(desk: AtOnceDesk, heard: Heard, judgement: Judgement | null, outcome: string): Promise<void> {
  const { conversation, person, at } = heard
  const id = desk.newId()
  await desk.openReport({ id, conversation, person, openedAt: at, closesAt: at })
  await desk.addToReport(id, heard, at, judgement)
  await desk.closeReport(id, judgement, outcome)
}
