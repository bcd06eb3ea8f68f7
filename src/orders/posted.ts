import { saidId } from '../domain/message-ref.ts'
import type { Question } from '../ports/question.ts'
import { wasPosted } from '../speaking/decide-post.ts'
import { nothingToPost, postedNow } from '../wording/binding.ts'
import { privately } from './answer.ts'
import { CADRES, type Command } from './define-command.ts'
import { nothing } from './talk.ts'

/** 已发: what was handed over to be tapped or forwarded is in the group now. The quoted one, else the one that waits longest. */
export const posted: Command = {
  name: '已发',
  for: CADRES,
  ticket: 'none',
  fits: nothing,
  now: async ({ desk, spoken }) => (await desk.questions(spoken.person.id)).some((q) => q.what === 'toPost'),
  example: '已发',
  help: '要转发到群里的发好了',
  async run({ desk, spoken }) {
    const open = (await desk.questions(spoken.person.id)).filter((q): q is Question<'toPost'> => q.what === 'toPost')
    const quoted = open.find((q) => spoken.quote === saidId(q.id) || spoken.quote === saidId(`${q.id}:text`))
    const question = quoted ?? open.at(-1)
    if (!question) return privately(nothingToPost)
    await desk.answered(question.id)
    await wasPosted(desk.speech, question.data.message)
    return privately(postedNow(question.data.group, open.length - 1))
  },
}
