import { isCadre } from '../domain/people.ts'
import { helpText } from '../wording/help.ts'
import { privately } from './answer.ts'
import { type Call, type Command, isFor } from './define-command.ts'

/** What answers a question is no command of its own, but help names it while there is something to answer. */
const answersNow = async ({ desk, spoken }: Call): Promise<{ example: string; help: string }[]> => {
  const open = await desk.questions(spoken.person.id)
  return [
    ...(open.some((q) => q.what === 'extension') ? [{ example: '同意 / 不同意', help: '答复延期' }] : []),
    ...(open.some((q) => q.what === 'isMatter') ? [{ example: '是 / 不是', help: '答复要不要登记' }] : []),
  ]
}

/** Only what this person may say now; behind it a command's name, its own line. */
export const helpAbout = (commands: readonly Command[]): Command => ({
  name: '帮助',
  also: ['怎么用', '能说什么', '使用说明', '使用帮助', 'help'],
  for: 'anyone',
  ticket: 'none',
  fits: (words) => commands.some((c) => c.name === words),
  example: '帮助',
  help: '看看能说什么',
  async run(call, { rest }) {
    const { person } = call.spoken
    const lines: { example: string; help: string }[] = []
    // What is one's daily work comes first.
    const order = isCadre(person) ? commands.toSorted((a, b) => Number(a.for === 'anyone') - Number(b.for === 'anyone')) : commands
    for (const c of order) {
      if (c.unlisted || !isFor(c.for, person) || (rest !== '' && c.name !== rest)) continue
      if (rest !== '' || !c.now || (await c.now(call))) lines.push({ example: c.example, help: c.help })
    }
    return privately(helpText([...(rest === '' ? await answersNow(call) : []), ...lines], isCadre(person)))
  },
})
