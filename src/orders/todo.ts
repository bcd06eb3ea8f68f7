import * as say from '../wording/replies.ts'
import { privately } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'
import { listed, listOfVillage } from './find.ts'
import { SHOWN } from './look.ts'
import { nothing } from './talk.ts'

export const todo: Command = {
  name: '待办',
  sort: 'looks',
  for: CADRES,
  ticket: 'none',
  fits: nothing,
  example: '待办',
  help: '看手上还有哪些',
  async run(call) {
    const { desk, spoken } = call
    const ofVillage = listOfVillage(call.text)
    if (ofVillage) return listed(call, ofVillage)
    const query = { owner: spoken.person.id, statuses: ['open', 'waiting'] as const }
    const count = await desk.countTickets(query)
    const mine = (await desk.tickets({ ...query, limit: 200 })).sort((a, b) => a.completeBy.getTime() - b.completeBy.getTime())
    const lines = mine.slice(0, SHOWN).map((t) => say.todoLine(t, desk.now))
    return privately([say.todoHead(count), ...lines, ...(count > SHOWN ? [say.more(count - SHOWN)] : [])].join('\n'))
  },
}
