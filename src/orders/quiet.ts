import { DAY_MS, later } from '../domain/durations.ts'
import { type Conversation, groupIn } from '../domain/notice.ts'
import type { Desk } from '../ports/desk.ts'
import { inGroupOnly, quietOver, quiet as quietWords } from '../wording/replies.ts'
import { privately } from './answer.ts'
import { CADRES, type CallOf, type Command, type Reply } from './define-command.ts'
import { nothing } from './talk.ts'

/** Null outside of groups, where there is nothing to silence. */
function isQuiet(desk: Pick<Desk, 'now' | 'roster'>, conversation: Conversation): boolean | null {
  const group = desk.roster.groups.get(groupIn(conversation) ?? '')
  return group ? group.quietUntil !== null && group.quietUntil > desk.now : null
}

async function setQuiet(call: CallOf<'roster' | 'setQuiet'>, until: Date | null, words: string): Promise<Reply[]> {
  const { desk, spoken } = call
  const group = desk.roster.groups.get(groupIn(spoken.conversation) ?? '')
  if (!group) return privately(inGroupOnly)
  await desk.setQuiet(group.id, until)
  return privately(words)
}

/** A funeral, a wedding: any cadre of the group may silence the bot for a day; emergencies pass. */
export const quiet: Command = {
  name: '机器人安静',
  for: CADRES,
  ticket: 'none',
  fits: nothing,
  now: async ({ desk, spoken }) => isQuiet(desk, spoken.conversation) === false,
  example: '机器人安静',
  help: '红白事，让机器人一天不在群里说话',
  run: (call) => setQuiet(call, later(call.desk.now, DAY_MS), quietWords),
}

export const speakAgain: Command = {
  name: '机器人恢复',
  for: CADRES,
  ticket: 'none',
  fits: nothing,
  now: async ({ desk, spoken }) => isQuiet(desk, spoken.conversation) === true,
  example: '机器人恢复',
  help: '又可以在群里说话了',
  run: (call) => setQuiet(call, null, quietOver),
}
