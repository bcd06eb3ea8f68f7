import { DAY_MS } from '../../domain/durations.ts'
import { dayNumber, dayOf } from '../../domain/moments.ts'
import { hasRoleOver, townNode } from '../../domain/roster.ts'
import { lastYear, monthName } from '../../domain/span.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import type { Call, Command, Reply } from '../../orders/define-command.ts'
import { NUMBER, readNumber } from '../../reading/numbers.ts'
import { notYours } from '../../wording/replies.ts'
import { compareYear, countedNames, figuresOf, lastToldMonth, namesOffice, readCounted, recordFigures } from './verbs.ts'
import * as say from './words.ts'

const MONTH = new RegExp(`(?:(\\d{4})年|(去年|今年))?(${NUMBER})月份?`, 'u')
const LAST = /上个?月/u
const COUNT = new RegExp(`(?:^|[\\s，,：:=是为])(${NUMBER}) ?(?:起|人次|份|次|件|例)?$`, 'u')
const BELOW_ZERO = /(?:^|[\s，,：:=是为])[-−负] ?\d/u
/** In the first days of a month people tell of the one that is over. */
const FIRST_DAYS = 10

/** 6月, 2025年6月, 去年6月, 上月: as 2026-06, never a month to come. */
function monthIn(text: string, now: Date): { month: string; rest: string } {
  const thisMonth = monthName(now)
  const before = monthName(new Date(now.getTime() - (Number(dayOf(now).slice(8)) + 1) * DAY_MS))
  if (LAST.test(text)) return { month: before, rest: text.replace(LAST, ' ') }
  const found = MONTH.exec(text)
  const number = readNumber(found?.[3] ?? '')
  if (!found || number === null || number < 1 || number > 12)
    return { month: dayNumber(now) >= 0 && Number(dayOf(now).slice(8)) <= FIRST_DAYS ? before : thisMonth, rest: text }
  const named = `${found[1] ?? thisMonth.slice(0, 4)}-${String(number).padStart(2, '0')}`
  const month = found[2] === '去年' || (!found[1] && named > thisMonth) ? lastYear(named) : named
  return { month, rest: text.replace(found[0], ' ') }
}

async function show(call: Call): Promise<Reply[]> {
  const { desk } = call
  const until = await lastToldMonth(desk, monthName(desk.now))
  const { rows } = await compareYear(desk, until)
  return privately(
    say.table(
      until,
      rows.map((c) => say.comparedWords(c, until)),
    ),
  )
}

/** 执法 派出所 治安案件 2 6月: one figure of one month; said again it corrects, and the answer tells what it was before. */
export const enforcement: Command = {
  name: '执法',
  also: ['执法数据', '执法数字', '执法情况'],
  for: ['duty', 'leader'],
  ticket: 'none',
  fits: (words, _scene, apart) => apart && (readCounted(words) !== null || namesOffice(words)),
  example: '执法 派出所 治安案件 2',
  help: '记每月执法数，和去年比',
  async run(call, { rest }) {
    const { desk, spoken } = call
    if (rest === '') return show(call)
    const town = townNode(desk.roster)
    if (!(['duty', 'leader'] as const).some((role) => hasRoleOver(desk.roster, spoken.person, role, town)))
      return privately(notYours('记执法数', '镇值班', null))
    const code = readCounted(rest)
    if (!code) return privately(say.whatCounts(countedNames()))
    const { month, rest: words } = monthIn(rest, desk.now)
    const count = readNumber(COUNT.exec(words.trim())?.[1] ?? '')
    if (BELOW_ZERO.test(words)) return privately(say.notBelowZero)
    if (count === null) return askFor(call, `执法 ${rest} %s`, say.howMany(code), 'number')
    if (month > monthName(desk.now)) return privately(say.how)
    const before = (await figuresOf(desk, month, month)).find((f) => f.code === code)?.count ?? null
    await recordFigures(desk, spoken.person, [{ code, month, count }])
    return privately(say.recorded(code, month, count, before))
  },
}
