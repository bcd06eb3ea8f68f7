import type { CallOf } from './define-command.ts'

/** Whether the speaker is in the middle of telling something here: a line of it belongs to it. */
export async function isTelling({ desk, spoken }: CallOf<'openReports'>): Promise<boolean> {
  const open = await desk.openReports(spoken.conversation)
  return open.some((r) => r.person === spoken.person.id && r.messages.some((m) => m.text !== ''))
}
