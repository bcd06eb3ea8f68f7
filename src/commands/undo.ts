import { undoLast } from '../tickets/undo.ts'
import { changedSince, nothingToUndo, undone } from '../wording/replies.ts'
import { privately } from './answer.ts'
import type { Command } from './define-command.ts'

export const undo: Command = {
  name: '撤销',
  also: ['取消刚才的', '反悔'],
  for: 'anyone',
  ticket: 'none',
  example: '撤销',
  help: '收回十分钟内刚做的一步',
  async run(call) {
    const result = await undoLast(call.desk, call.spoken.person)
    if ('refused' in result) return privately(result.refused === 'changed-since' ? changedSince : nothingToUndo)
    return privately(undone(result.words), result.ticket ?? undefined)
  },
}
