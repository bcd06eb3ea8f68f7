import { groupIn } from '../domain/notice.ts'
import { quietOver, quiet as quietWords } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'

const DAY_MS = 24 * 60 * 60_000

/** A funeral, a wedding: any cadre of the group may silence the bot for a day; emergencies pass. */
export const quiet: Command = {
  name: '机器人安静',
  also: ['安静', '机器人别说话', '别说话了'],
  for: 'cadre',
  ticket: 'none',
  example: '机器人安静',
  help: '红白事，让机器人一天不在群里说话',
  async run(call) {
    const group = groupIn(call.spoken.conversation)
    if (!group) return []
    await call.desk.setQuiet(group, new Date(call.desk.now.getTime() + DAY_MS))
    return privately(quietWords)
  },
}

export const speakAgain: Command = {
  name: '机器人恢复',
  also: ['机器人说话'],
  for: 'cadre',
  ticket: 'none',
  example: '机器人恢复',
  help: '又可以在群里说话了',
  async run(call) {
    const group = groupIn(call.spoken.conversation)
    if (!group) return []
    await call.desk.setQuiet(group, null)
    return privately(quietOver)
  },
}
