import { spanSum } from '../digest/index.ts'
import { yearOf } from '../domain/moments.ts'
import { spanOfPeriod } from '../domain/span.ts'
import { SHEET_COUNT } from '../ledger/sheets.ts'
import { isPeriod, readPeriod } from '../reading/period.ts'
import { ledgerPeriod, whereLedger } from '../wording/ledger.ts'
import { privately } from './answer.ts'
import { type Command, LEADERS } from './define-command.ts'

/** 台账 10月, 台账 上季度: what it holds and how one gets it, for a chat that carries no files. */
export const ledger: Command = {
  name: '台账',
  for: LEADERS,
  ticket: 'none',
  fits: (words) => isPeriod(words),
  example: '台账 11月',
  help: '台账有多少，表格怎么拿',
  async run({ desk, spoken }, { rest }) {
    const period = readPeriod(rest, desk.now)?.period ?? String(yearOf(desk.now))
    const span = spanOfPeriod(period)
    if (!span) return []
    const sum = await spanSum(desk, spoken.person, span)
    return privately(whereLedger({ period: ledgerPeriod(period), ...sum }, SHEET_COUNT, period))
  },
}
