import { toPerson } from '../domain/notice.ts'
import type { Desk, Heard } from '../ports/desk.ts'
import { cannotListen } from '../wording/voices.ts'
import { isOnlyHeard } from './heard-only.ts'
import { leaveUnheard } from './leave-unheard.ts'

type ListenDesk = Pick<Desk, 'roster' | 'notify'> & Parameters<typeof leaveUnheard>[0]

/** Somebody spoke instead of typing: it is written down where that is possible, else the speaker is asked to type, one-to-one. */
export async function listenTo(desk: ListenDesk, heard: Heard): Promise<void> {
  if (desk.settings.hearVoices) {
    await desk.addDue({ key: `hear-voice:${heard.id}`, job: 'hear-voice', at: desk.now, ticket: null, data: { message: heard.id } })
    return
  }
  if (isOnlyHeard(desk, heard)) return leaveUnheard(desk, heard)
  const key = `voice:${heard.id}`
  await desk.notify([{ key, to: toPerson(heard.person), ticket: null, occasion: 'voice', text: cannotListen, answer: true }])
}
