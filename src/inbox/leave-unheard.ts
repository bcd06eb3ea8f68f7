import { UNHEARD } from '../domain/clerk-list.ts'
import { groupIn } from '../domain/notice.ts'
import { readShared } from '../domain/shared.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { listWhenQuiet } from './list-up.ts'

/** A voice of which the ear could bring no recording: only who spoke is known, and when. */
export const isUnheard = ({ text, conversation }: Heard): boolean =>
  groupIn(conversation) !== null && readShared(text)?.kind === '语音' && !text.includes('\n')

type LeaveDesk = Pick<Desk, 'now' | 'settings' | 'newId' | 'openReport' | 'addToReport' | 'closeReport' | 'addDue' | 'dueOf'>

/** Nobody here can listen, and its speaker is not asked to type: with the next list the clerk reads that somebody spoke. */
export async function leaveUnheard(desk: LeaveDesk, heard: Heard): Promise<void> {
  const { conversation, person, at } = heard
  if (groupIn(conversation) === null) return
  const id = desk.newId()
  await desk.openReport({ id, conversation, person, openedAt: at, closesAt: at })
  await desk.addToReport(id, heard, at, null)
  await desk.closeReport(id, null, UNHEARD)
  await listWhenQuiet(desk, conversation)
}
