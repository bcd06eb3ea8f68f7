import { readWorkbook, type Sheet } from '../../workbook/read-workbook.ts'
import type { MonthFigure } from './facts.ts'
import { readCounted } from './verbs.ts'
import { enforcementProgram as say } from './words.ts'

const HEADERS = { office: '单位', item: '项目', month: '月份', count: '数量' } as const
/** A title may stand above the headers. */
const HEADERS_WITHIN = 10

/** The office's own table of monthly figures, or what is wrong with it, row by row. */
export async function readFigures(file: string): Promise<{ figures: MonthFigure[] } | { faults: string[] }> {
  const read = await readWorkbook(file)
  if ('refused' in read) return { faults: [say.unreadable(file)] }
  const [sheet] = read.sheets
  const header = sheet && headerOf(sheet)
  if (!header) return { faults: [say.noHeader] }
  const faults: string[] = []
  const figures: MonthFigure[] = []
  for (const { row, cells } of sheet.rows) {
    const text = (name: string) => cells.get(header.columns.get(name) ?? 0) ?? ''
    if (row <= header.row || Object.values(HEADERS).every((h) => text(h) === '') || /^(?:合计|小计|总计)/u.test(text(HEADERS.office)))
      continue
    const code = readCounted(`${text(HEADERS.office)}${text(HEADERS.item)}`)
    const month = monthOf(text(HEADERS.month))
    const count = /^\d+$/u.test(text(HEADERS.count)) ? Number(text(HEADERS.count)) : null
    if (!code) faults.push(say.fault(row, 'item'))
    if (!month) faults.push(say.fault(row, 'month'))
    if (count === null) faults.push(say.fault(row, 'count'))
    if (code && month && count !== null) figures.push({ code, month, count })
  }
  return faults.length > 0 ? { faults } : { figures }
}

function headerOf({ rows }: Sheet): { row: number; columns: Map<string, number> } | null {
  for (const { row, cells } of rows) {
    const columns = new Map([...cells].map(([at, text]) => [text, at]))
    if (row <= HEADERS_WITHIN && Object.values(HEADERS).every((h) => columns.has(h))) return { row, columns }
  }
  return null
}

/** 2026-06, 2026年6月, 2026.6, or a cell that Excel made a date of. */
function monthOf(text: string): string | null {
  const found = /^(\d{4})[年.\-/](\d{1,2})(?:月|[.\-/]\d{1,2}(?: .*)?)?$/u.exec(text)
  const month = Number(found?.[2])
  return found && month >= 1 && month <= 12 ? `${found[1]}-${String(month).padStart(2, '0')}` : null
}
