import { undoLast } from '../tickets/undo.ts'
import { changedSince, nothingToUndo, undone } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'
import { nothing } from './talk.ts'

const UNDO_MS = 10 * 60_000

export const undo: Command = {
  name: '撤销',
  also: ['撤消', '取消刚才的', '撤销刚才的', '撤销上一步'],
  for: 'anyone',
  ticket: 'none',
  fits: nothing,
  now: async ({ desk, spoken }) => (await desk.lastAct(spoken.person.id, new Date(desk.now.getTime() - UNDO_MS))) !== null,
  example: '撤销',
  help: '收回十分钟内刚做的一步',
  async run(call) {
    const result = await undoLast(call.desk, call.spoken.person)
    if ('refused' in result) return privately(result.refused === 'changed-since' ? changedSince : nothingToUndo)
    return privately(undone(result.words, result.ticket), result.ticket ?? undefined)
  },
}
