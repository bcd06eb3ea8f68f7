import ExcelJS from 'exceljs'
import type { MonthFigure } from '../measures/enforcement/facts.ts'
import { readCounted } from '../measures/enforcement/verbs.ts'
import { enforcementProgram as say } from '../measures/enforcement/words.ts'

const HEADERS = { office: '单位', item: '项目', month: '月份', count: '数量' } as const

/** The office's own table of monthly figures, or what is wrong with it, row by row. */
export async function readFigures(file: string): Promise<{ figures: MonthFigure[] } | { faults: string[] }> {
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.readFile(file)
  } catch {
    return { faults: [say.unreadable(file)] }
  }
  const [sheet] = workbook.worksheets
  const columns = new Map<string, number>()
  sheet?.getRow(1).eachCell((cell, at) => columns.set(cell.text.trim(), at))
  if (!sheet || !Object.values(HEADERS).every((h) => columns.has(h))) return { faults: [say.noHeader] }
  const faults: string[] = []
  const figures: MonthFigure[] = []
  sheet.eachRow((line, row) => {
    const cell = (header: string) => line.getCell(columns.get(header) ?? 1)
    const text = (header: string) => cell(header).text.trim()
    if (row === 1 || Object.values(HEADERS).every((h) => text(h) === '')) return
    const code = readCounted(`${text(HEADERS.office)}${text(HEADERS.item)}`)
    const month = monthOf(cell(HEADERS.month).value, text(HEADERS.month))
    const count = /^\d+$/u.test(text(HEADERS.count)) ? Number(text(HEADERS.count)) : null
    if (!code) faults.push(say.fault(row, 'item'))
    if (!month) faults.push(say.fault(row, 'month'))
    if (count === null) faults.push(say.fault(row, 'count'))
    if (code && month && count !== null) figures.push({ code, month, count })
  })
  return faults.length > 0 ? { faults } : { figures }
}

/** 2026-06, 2026年6月, 2026.6, or a cell that Excel made a date of. */
function monthOf(value: ExcelJS.CellValue, text: string): string | null {
  if (value instanceof Date) return value.toISOString().slice(0, 7)
  const found = /^(\d{4})[年.\-/](\d{1,2})月?$/u.exec(text)
  const month = Number(found?.[2])
  return found && month >= 1 && month <= 12 ? `${found[1]}-${String(month).padStart(2, '0')}` : null
}
