import { dayDigest, dayTrend, monthReport, pendingDecision, pendingDecisions, statistics, weekReport } from '../digest/index.ts'
import { readNumber } from '../reading/numbers.ts'
import { digestEmpty, pendingLines } from '../wording/digests.ts'
import { pictureNames } from '../wording/pictures.ts'
import { privately } from './answer.ts'
import { type Command, LEADERS, READERS, type Reply } from './define-command.ts'
import { MONTH, monthSaid } from './month-said.ts'
import { nothing } from './talk.ts'

const one = (text: string): Reply[] => privately(text)
const base = (name: string, help: string) => ({ name, example: name, help, ticket: 'none' as const })

export const day: Command = {
  ...base('日报', '今天的情况'),
  also: ['今日日报', '今天日报', '今天的日报'],
  for: LEADERS,
  fits: nothing,
  async run({ desk, spoken }) {
    const text = await dayDigest(desk, spoken.person)
    if (!text) return one(digestEmpty)
    const trend = await dayTrend(desk, spoken.person)
    return [{ text, where: 'private', ...(trend && { picture: { name: pictureNames.trend, tells: trend } }) }]
  },
}
export const week: Command = {
  ...base('周报', '这一周的情况'),
  also: ['本周周报', '这周周报'],
  for: LEADERS,
  fits: nothing,
  run: async ({ desk, spoken }) => one(await weekReport(desk, spoken.person)),
}

export const month: Command = {
  ...base('月报', '这个月的情况，和去年同月比'),
  also: ['本月月报', '这个月月报'],
  for: LEADERS,
  fits: (words) => MONTH.test(words),
  run: async ({ desk, spoken }, { rest }) => one(await monthReport(desk, spoken.person, monthSaid(rest, desk.now))),
}
export const figures: Command = {
  ...base('统计', '这个月的数'),
  also: ['统计一下', '本月统计'],
  for: READERS,
  fits: nothing,
  run: async ({ desk, spoken }) => one(await statistics(desk, spoken.person)),
}
export const pending: Command = {
  ...base('待定', '等您定的事'),
  also: ['要我定的', '要我定的事', '要我定的有哪些', '等我定的', '待定有哪些'],
  for: LEADERS,
  fits: (words) => /^\S{1,3}(?: ?查看)?$/u.test(words) && readNumber(words.replace(/ ?查看$/u, '')) !== null,
  async run({ desk, spoken }, { rest }) {
    const n = readNumber(rest.replace(/ ?查看$/u, ''))
    if (n !== null) return one(await pendingDecision(desk, spoken.person, n))
    return one(pendingLines(await pendingDecisions(desk, spoken.person)))
  },
}
