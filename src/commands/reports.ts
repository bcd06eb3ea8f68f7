import { dayDigest, monthReport, pendingDecision, pendingDecisions, statistics, weekReport } from '../digest/index.ts'
import { readNumber } from '../spoken/numbers.ts'
import { digestEmpty, pendingLines } from '../wording/digests.ts'
import { privately } from './answer.ts'
import type { Call, Command, Reply } from './define-command.ts'

const report = (name: string, also: string[], audience: Command['for'], help: string, tell: (call: Call) => Promise<string>): Command => ({
  name,
  also,
  for: audience,
  ticket: 'none',
  example: name,
  help,
  run: async (call): Promise<Reply[]> => privately(await tell(call)),
})

export const day = report(
  '日报',
  ['今日日报', '今天日报'],
  'leader',
  '今天的情况',
  async ({ desk, spoken }) => (await dayDigest(desk, spoken.person)) ?? digestEmpty,
)
export const week = report('周报', ['本周周报'], 'leader', '这一周的情况', ({ desk, spoken }) => weekReport(desk, spoken.person))
export const month = report('月报', ['本月月报'], 'leader', '这个月的情况，和去年同月比', ({ desk, spoken }) =>
  monthReport(desk, spoken.person),
)
export const figures = report('统计', ['统计一下'], 'cadre', '本村这个月的数', ({ desk, spoken }) => statistics(desk, spoken.person))
export const pending: Command = {
  name: '待定',
  also: ['要我定的'],
  for: 'leader',
  ticket: 'none',
  example: '待定',
  help: '等您定的事',
  async run({ desk, spoken }, { ticket, rest }) {
    const n = ticket ? null : readNumber(rest.replace(/\s*查看$/u, ''))
    return privately(n === null ? pendingLines(await pendingDecisions(desk, spoken.person)) : await pendingDecision(desk, spoken.person, n))
  },
}
