import { moveTicket } from '../tickets/move-ticket.ts'
import { teach } from '../tickets/teach.ts'
import { notAMatter } from '../wording/replies.ts'
import { act, privately } from './answer.ts'
import { CADRES, type Command, isAddressed } from './define-command.ts'

/** Somebody only talked: closed in one word, the group hears nothing, and the reader of sentences learns from it. */
export const notMatter: Command = {
  name: '不是事',
  sort: 'lets-go',
  keeps: 'words',
  for: CADRES,
  ticket: 'mine',
  // 不是事 is also what people say to each other: no trouble.
  alsoTalk: true,
  move: 'notMatter',
  fits: (_words, scene, apart) => apart && isAddressed(scene),
  example: '不是事 7',
  help: '只是说说，不用办',
  async run(call, { ticket, rest }) {
    const { desk, spoken } = call
    return act(
      call,
      async () => {
        const moved = await moveTicket(desk, spoken.person, ticket, 'notMatter', { ...(rest !== '' && { note: rest }) })
        if ('refused' in moved) return moved
        // What the group has not heard yet it will not hear.
        await desk.suppress({ ticket: ticket.id, occasions: ['opened'] }, '不是事')
        const { text, sensitivity } = ticket
        await teach(desk, spoken.person, { source: 'not-a-matter', text, kind: 'none', duty: null, sensitivity })
        return moved
      },
      (t) => privately(notAMatter(t), t),
    )
  },
}
