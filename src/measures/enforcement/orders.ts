import { DAY_MS, earlier } from '../../domain/durations.ts'
import { dayOf } from '../../domain/moments.ts'
import { hasRoleOver, townNode } from '../../domain/roster.ts'
import { monthName, spanOfPeriod } from '../../domain/span.ts'
import { privately } from '../../orders/answer.ts'
import { askFor } from '../../orders/ask-for.ts'
import type { CallOf, Command, Reply } from '../../orders/define-command.ts'
import { NUMBER, readNumber } from '../../reading/numbers.ts'
import { isPeriod, readPeriod } from '../../reading/period.ts'
import { notYours } from '../../wording/replies.ts'
import type { CountedCode } from './facts.ts'
import { compareYear, countedIn, countedNames, figuresOf, lastToldMonth, namesOffice, readCounted, recordFigures } from './verbs.ts'
import * as say from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'执法', true> {}
}

const COUNT = new RegExp(`(?:^|[\\s，,：:=是为])?(${NUMBER}) ?(?:起|人次|份|次|件|例|个)?`, 'u')
const BELOW_ZERO = /(?:^|[\s，,：:=是为])[-−负] ?\d/u
/** Between figures, and of whom they are. */
const GLUE = new RegExp(`${[...say.officeNames, '[\\s，,、；;。：:的有是为和]'].join('|')}`, 'gu')
/** In the first days of a month people tell of the one that is over. */
const FIRST_DAYS = 10

/** The month that is told of, never one to come; null for a quarter or a year, of which nothing is told. */
function monthIn(text: string, now: Date): { month: string | null; rest: string } {
  const said = readPeriod(text, now)
  if (said) return { month: said.kind === 'month' ? said.period : null, rest: said.rest }
  const day = Number(dayOf(now).slice(8))
  return { month: monthName(day <= FIRST_DAYS ? earlier(now, FIRST_DAYS * DAY_MS) : now), rest: text }
}

/** A line of figures, whole: 治安案件 2 交通违法 30, the number behind its name or, where all do, before it. Null where something is left over. */
function figuresIn(text: string): { code: CountedCode; count: number | null }[] | null {
  const { before, said } = countedIn(text)
  // 2起治安案件 30人次交通违法: what stands behind a name is the next one's.
  const first = COUNT.exec(before)
  const ahead = first !== null && !COUNT.test(said.at(-1)?.behind ?? '')
  const words = ahead ? [before, ...said.map((s) => s.behind)] : [...said.map((s) => s.behind), before]
  const counts = words.slice(0, said.length).map((w) => COUNT.exec(w))
  const left = words.map((w, i) => w.replace(counts[i]?.[0] ?? '', ' ').replace(GLUE, ''))
  if (left.some((w) => w !== '')) return null
  return said.map(({ code }, i) => ({ code, count: readNumber(counts[i]?.[1] ?? '') }))
}

/** The year so far, or up to the end of what is named. */
async function show({ desk }: CallOf<'cases' | 'now'>, period: string | null): Promise<Reply[]> {
  const last = period === null ? null : monthName(earlier(spanOfPeriod(period)?.to ?? desk.now, 1))
  const until = last && last < monthName(desk.now) ? last : await lastToldMonth(desk, monthName(desk.now))
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
  fits: (words, _scene, apart) => (apart && (readCounted(words) !== null || namesOffice(words))) || isPeriod(words),
  example: '执法 派出所 治安案件 2',
  help: '记每月执法数，和去年比',
  async run(call, { rest }) {
    const { desk, spoken } = call
    if (rest === '' || isPeriod(rest)) return show(call, readPeriod(rest, desk.now)?.period ?? null)
    const town = townNode(desk.roster)
    if (!(['duty', 'leader'] as const).some((role) => hasRoleOver(desk.roster, spoken.person, role, town)))
      return privately(notYours('记执法数', '镇值班', null))
    if (!readCounted(rest)) return privately(say.whatCounts(countedNames()))
    const { month, rest: words } = monthIn(rest, desk.now)
    if (BELOW_ZERO.test(words)) return privately(say.notBelowZero)
    if (month === null) return privately(say.oneMonth)
    const said = figuresIn(words)
    const [only, second] = said ?? []
    if (only && !second && only.count === null) return askFor(call, `执法 ${rest} %s`, say.howMany(only.code), 'number')
    const figures = (said ?? []).flatMap(({ code, count }) => (count === null ? [] : [{ code, month, count }]))
    const isWhole = figures.length > 0 && figures.length === said?.length && new Set(figures.map((f) => f.code)).size === figures.length
    if (!isWhole) return privately(say.notWhole(countedIn(words).said.map((s) => s.code)))
    const known = new Map((await figuresOf(desk, month, month)).map((f) => [f.code, f.count]))
    await recordFigures(desk, spoken.person, figures)
    return privately(
      say.recorded(
        month,
        figures.map((f) => ({ ...f, before: known.get(f.code) ?? null })),
      ),
    )
  },
}
