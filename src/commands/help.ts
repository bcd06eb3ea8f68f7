import { isCadre } from '../domain/people.ts'
import { helpOf, helpText } from '../wording/help.ts'
import { privately } from './answer.ts'
import { type Call, type Command, isFor } from './define-command.ts'
import { mayNow } from './may-now.ts'

/** What answers a question is no command of its own, but help names it while there is something to answer. */
const answersNow = async ({ desk, spoken }: Call): Promise<{ example: string; help: string }[]> => {
  const open = await desk.questions(spoken.person.id)
  return [
    ...(open.some((q) => q.what === 'extension') ? [{ example: '同意 / 不同意', help: '答复延期' }] : []),
    ...(open.some((q) => q.what === 'isMatter') ? [{ example: '是 / 不是', help: '答复要不要登记' }] : []),
  ]
}

const isOfUse = async (call: Call, command: Command): Promise<boolean> =>
  (!command.move || (await mayNow(call, command.move))) && (!command.now || (await command.now(call)))

/** Only what this person may say now; behind it a command's name, its own line. */
export const helpAbout = (commands: readonly Command[]): Command => ({
  name: '帮助',
  also: ['怎么用', '能说什么', '使用说明', '使用帮助', 'help'],
  spoken: [
    '你能干啥',
    '你能干什么',
    '你会干啥',
    '你能做什么',
    '你会啥',
    '能干啥',
    '你是谁',
    '你是干啥的',
    '你是机器人吗',
    '咋用',
    '怎么弄',
  ],
  for: 'anyone',
  ticket: 'none',
  fits: (words) => commands.some((c) => c.name === words || c.topic === words),
  example: '帮助',
  help: '看看能说什么',
  async run(call, { rest }) {
    const { person } = call.spoken
    const mine = commands.filter((c) => !c.unlisted && isFor(c.for, person))
    const ofTopic = commands.filter((c) => rest !== '' && c.topic === rest && isFor(c.for, person))
    if (ofTopic.length > 0) return privately(helpText(ofTopic, isCadre(person)))
    const about = mine.find((c) => c.name === rest)
    if (about) return privately(helpOf(about.example, about.help))
    // What is one's daily work comes first.
    const order = isCadre(person) ? mine.toSorted((a, b) => Number(a.for === 'anyone') - Number(b.for === 'anyone')) : mine
    const lines = await answersNow(call)
    const topics = new Map<string, string[]>()
    for (const c of order) {
      if (!(await isOfUse(call, c))) continue
      if (c.topic) topics.set(c.topic, [...(topics.get(c.topic) ?? []), c.name])
      else lines.push({ example: c.example, help: c.help })
    }
    for (const [topic, names] of topics) lines.push({ example: `帮助 ${topic}`, help: names.join('、') })
    return privately(helpText(lines, isCadre(person)))
  },
})
