import { spanSum } from '../digest/index.ts'
import { yearOf } from '../domain/moments.ts'
import { spanOfPeriod } from '../domain/span.ts'
import { isPeriod, readPeriod } from '../reading/period.ts'
import { ledgerPeriod, ledgerSum } from '../wording/ledger.ts'
import { type Command, LEADERS } from './define-command.ts'
import { withFile } from './with-file.ts'

const CSV = /\s*csv$/iu

/** 台账 本月, 台账 上季度: what it holds, and the workbook; with 表 or CSV behind it, one table for other programs. */
export const ledger: Command = {
  name: '台账',
  for: LEADERS,
  ticket: 'none',
  fits: (words) => isPeriod(words.replace(CSV, '').trim()),
  example: '台账 11月',
  help: '台账的表格',
  async run(call, { rest }) {
    const { desk, spoken } = call
    const form = CSV.test(rest) ? 'csv' : 'xlsx'
    const period = readPeriod(rest.replace(CSV, '').trim(), desk.now)?.period ?? String(yearOf(desk.now))
    const span = spanOfPeriod(period)
    if (!span) return []
    const sum = await spanSum(desk, spoken.person, span)
    const said = ledgerSum({ period: ledgerPeriod(period), ...sum })
    return withFile(call, said, { kind: 'ledger', period, form })
  },
}
