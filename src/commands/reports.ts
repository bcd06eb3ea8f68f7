import { dayDigest, monthReport, pendingDecision, pendingDecisions, statistics, weekReport } from '../digest/index.ts'
import { readNumber } from '../spoken/numbers.ts'
import { digestEmpty, pendingLines } from '../wording/digests.ts'
import { privately } from './answer.ts'
import { type Command, LEADERS, READERS, type Reply } from './define-command.ts'
import { nothing } from './talk.ts'

const one = (text: string): Reply[] => privately(text)
const base = (name: string, help: string) => ({ name, example: name, help, ticket: 'none' as const })

export const day: Command = {
  ...base('日报', '今天的情况'),
  also: ['今日日报', '今天日报', '今天的日报'],
  for: LEADERS,
  fits: nothing,
  run: async ({ desk, spoken }) => one((await dayDigest(desk, spoken.person)) ?? digestEmpty),
}
export const week: Command = {
  ...base('周报', '这一周的情况'),
  also: ['本周周报', '这周周报'],
  for: LEADERS,
  fits: nothing,
  run: async ({ desk, spoken }) => one(await weekReport(desk, spoken.person)),
}

const MONTH = /^(?:(\d{4})年)?(\S{1,3})月份?$/u

/** 10月, 去年 is not said: the last month of that name, as 2026-10. */
function monthSaid(words: string, now: Date): string | undefined {
  const found = MONTH.exec(words)
  const month = readNumber(found?.[2] ?? '')
  if (!found || month === null || month < 1 || month > 12) return undefined
  const local = new Date(now.getTime() + 8 * 60 * 60_000)
  const year = found[1] ? Number(found[1]) : local.getUTCFullYear() - (month > local.getUTCMonth() + 1 ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}`
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
  also: ['要我定的', '要我定的事'],
  for: LEADERS,
  fits: (words) => /^\S{1,3}(?: ?查看)?$/u.test(words) && readNumber(words.replace(/ ?查看$/u, '')) !== null,
  async run({ desk, spoken }, { rest }) {
    const n = readNumber(rest.replace(/ ?查看$/u, ''))
    if (n !== null) return one(await pendingDecision(desk, spoken.person, n))
    return one(pendingLines(await pendingDecisions(desk, spoken.person)))
  },
}
