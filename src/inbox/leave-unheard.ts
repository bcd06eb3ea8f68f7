import { UNHEARD } from '../domain/clerk-list.ts'
import { groupIn } from '../domain/notice.ts'
import { readShared } from '../domain/shared.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { listWhenQuiet } from './list-up.ts'
import { type AtOnceDesk, reportAtOnce } from './report-at-once.ts'

/** A voice of which the ear could bring no recording: only who spoke is known, and when. */
export const isUnheard = ({ text, conversation }: Heard): boolean =>
  groupIn(conversation) !== null && readShared(text)?.kind === '语音' && !text.includes('\n')

type LeaveDesk = AtOnceDesk & Pick<Desk, 'now' | 'settings' | 'addDue' | 'dueOf'>

/** Nobody here can listen, and its speaker is not asked to type: with the next list the clerk reads that somebody spoke. */
export async function leaveUnheard(desk: LeaveDesk, heard: Heard): Promise<void> {
  if (groupIn(heard.conversation) === null) return
  await reportAtOnce(desk, heard, null, UNHEARD)
  await listWhenQuiet(desk, heard.conversation)
}
