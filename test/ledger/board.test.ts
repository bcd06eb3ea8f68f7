import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { writeBoard } from '../../src/ledger/write-board.ts'

it('a sheet for the village’s board shows nobody’s number, and what is no number of a person', async () => {
  const rows = [
    [1, '救助', '周大爷 电话13900001234 领800元', '2026-11-24', '是', '身份证620123198803072416'],
    [2, '修路', '第三批 12000 元', '2026-11-25', '否', ''],
  ]
  const workbook = new ExcelJS.Workbook()
  const bytes = await writeBoard({
    title: '坪头村村务公开',
    columns: ['序号', '类别', '内容', '结果', '日期', '备注'],
    widths: [],
    rows,
    foot: [],
  })
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const cells: string[] = []
  workbook.worksheets[0]?.eachRow((row) => cells.push(JSON.stringify(row.values)))
  const all = cells.join('\n')
  expect(all).toContain('周大爷 电话139****1234 领800元')
  expect(all).toContain('620123********2416')
  expect(all).toContain('第三批 12000 元')
})
