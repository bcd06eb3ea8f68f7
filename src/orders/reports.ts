import {
  dayDigest,
  dayPicture,
  monthPicture,
  monthReport,
  pendingDecision,
  pendingDecisions,
  statistics,
  weekPicture,
  weekReport,
} from '../digest/index.ts'
import type { OrderName } from '../domain/order-name.ts'
import type { Picture } from '../domain/picture.ts'
import { readNumber } from '../reading/numbers.ts'
import { isPeriod, readPeriod } from '../reading/period.ts'
import { digestEmpty, pendingLines } from '../wording/digests.ts'
import { pictureNames } from '../wording/pictures.ts'
import { privately } from './answer.ts'
import { LEADERS, type PlainOrder, READERS, type Reply } from './define-command.ts'
import { nothing } from './talk.ts'

/** As many decisions as one message holds. */
const LISTED = 15

const one = (text: string): Reply[] => privately(text)
const withPicture = (text: string, name: string, picture: Picture | null): Reply[] => [
  { text, where: 'private', ...(picture && { picture: { name, tells: picture } }) },
]
const base = (name: OrderName, help: string) => ({ name, sort: 'looks' as const, example: name, help, ticket: 'none' as const })

export const day: PlainOrder = {
  ...base('日报', '今天的情况'),
  for: LEADERS,
  fits: nothing,
  async run({ desk, spoken }) {
    const text = await dayDigest(desk, spoken.person)
    if (!text) return one(digestEmpty)
    return withPicture(text, pictureNames.day, await dayPicture(desk, spoken.person))
  },
}
export const week: PlainOrder = {
  ...base('周报', '这一周的情况'),
  for: LEADERS,
  fits: nothing,
  run: async ({ desk, spoken }) =>
    withPicture(await weekReport(desk, spoken.person), pictureNames.week, await weekPicture(desk, spoken.person)),
}

export const month: PlainOrder = {
  ...base('月报', '这个月的情况，和去年同月比'),
  for: LEADERS,
  fits: (words) => isPeriod(words, 'month'),
  async run({ desk, spoken }, { rest }) {
    const month = readPeriod(rest, desk.now)?.period
    return withPicture(await monthReport(desk, spoken.person, month), pictureNames.month, await monthPicture(desk, spoken.person, month))
  },
}
export const figures: PlainOrder = {
  ...base('统计', '这个月的数'),
  for: READERS,
  fits: nothing,
  run: async ({ desk, spoken }) => one(await statistics(desk, spoken.person)),
}
export const pending: PlainOrder = {
  ...base('待定', '等您定的事'),
  for: LEADERS,
  fits: (words) => /^\S{1,3}(?: ?查看)?$/u.test(words) && readNumber(words.replace(/ ?查看$/u, '')) !== null,
  async run({ desk, spoken }, { rest }) {
    const n = readNumber(rest.replace(/ ?查看$/u, ''))
    if (n !== null) return one(await pendingDecision(desk, spoken.person, n))
    const { first, tickets } = await pendingDecisions(desk, spoken.person, LISTED)
    return one(pendingLines(first, tickets.length))
  },
}
