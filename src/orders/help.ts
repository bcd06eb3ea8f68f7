import type { OrderName } from '../domain/order-name.ts'
import { isCadre } from '../domain/people.ts'
import { helpOf, helpText } from '../wording/help.ts'
import { privately } from './answer.ts'
import { type Call, type CallOf, type Command, isAddressed, isFor, type PlainOrder } from './define-command.ts'
import { dutyList } from './duty-list.ts'
import { ordersFor } from './everyday.ts'
import { findDuties } from './find-duties.ts'
import { mayNow } from './may-now.ts'

/** What answers a question is no command of its own, but help names it while there is something to answer. */
const answersNow = async ({ desk, spoken }: CallOf<'questions'>): Promise<{ example: string; help: string }[]> => {
  const open = await desk.questions(spoken.person.id)
  return [
    ...(open.some((q) => q.what === 'extension') ? [{ example: '同意 / 不同意', help: '答复延期' }] : []),
    ...(open.some((q) => q.what === 'isMatter') ? [{ example: '是 / 不是', help: '答复要不要登记' }] : []),
  ]
}

const isOfUse = async (call: Call, command: Command): Promise<boolean> =>
  (!command.move || (await mayNow(call, command.move))) && (!command.now || (await command.now(call)))

/** What people say most, the first of it first; the rest is one word away. */
const DAILY: readonly OrderName[] = [
  '待定',
  '日报',
  '待办',
  '督办',
  '接',
  '办结',
  '进展',
  '转',
  '派',
  '延期',
  '挂账',
  '销假',
  '请假',
  '进度',
  '撤回',
  '不公开',
  '登记',
  '查',
  '+1',
  '清单',
]
const MOST = 6
const MORE = '更多'
const LONGEST = 8

/** Only what this person may say now; behind it a command's name, its own line, a topic with all its words, or 更多 for the rest. */
export const helpAbout = (commands: readonly Command[]): PlainOrder => ({
  name: '帮助',
  sort: 'looks',
  for: 'anyone',
  ticket: 'none',
  fits: (words, scene, apart) =>
    words === MORE ||
    commands.some((c) => c.name === words || c.topic === words) ||
    (apart && isAddressed(scene) && words.length <= LONGEST && (ordersFor(words, commands).length > 0 || scene.namesDuty(words))),
  example: '帮助',
  help: '看看能说什么',
  async run(call, { rest }) {
    const { person } = call.spoken
    const mine = commands.filter((c) => !c.unlisted && isFor(c.for, person))
    const ofTopic = commands.filter((c) => rest !== '' && c.topic === rest && isFor(c.for, person))
    if (ofTopic.length > 0) return privately(helpText(ofTopic, isCadre(person)))
    const about = mine.find((c) => c.name === rest)
    if (about) return privately(helpOf(about.example, about.help))
    const [duty] = rest === '' || rest === MORE ? [] : findDuties(call.desk.roster.duties.values(), rest)
    const meant = ordersFor(rest, mine).slice(0, MOST)
    const asked =
      duty && meant.every((c) => c.name === dutyList.name)
        ? [{ ...dutyList, example: `${dutyList.name} ${duty.short || duty.name}` }]
        : meant
    const [one, other] = asked
    if (one && !other) return privately(helpOf(one.example, one.help))
    if (one) return privately(helpText(asked, isCadre(person)))
    const ofUse: Command[] = []
    for (const c of mine) if (await isOfUse(call, c)) ofUse.push(c)
    const daily = DAILY.flatMap((name) => ofUse.find((c) => c.name === name) ?? []).slice(0, MOST)
    const others = ofUse.filter((c) => !daily.includes(c))
    if (rest !== MORE) {
      const lines = [...(await answersNow(call)), ...daily]
      return privately(helpText(lines, isCadre(person), others.length > 0))
    }
    const topics = Map.groupBy(others, (c) => c.topic)
    const named = [...topics].flatMap(([topic, some]) =>
      topic ? [{ example: `帮助 ${topic}`, help: some.map((c) => c.name).join('、') }] : [],
    )
    return privately(helpText([...(topics.get(undefined) ?? []), ...named], isCadre(person)))
  },
})
