import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { fitted } from './fitted.ts'
import type { Block, Paper, Section } from './paper.ts'
import { pdfmaker } from './pdfmaker.ts'

const SIZE = { text: 12, table: 10.5, title: 18, cover: 28, issuer: 16, heading: 14, note: 9.5 } as const
/** Points. */
const MARGINS: [number, number, number, number] = [70, 72, 66, 64]
const WIDTH = 595.28 - MARGINS[0] - MARGINS[2]
const PICTURE = { width: 330, height: 228 }
/** All lines to sign on begin at one place. */
const SIGNER = 156
const LABEL = 0.24

const partOf = (i: number): string => `part${i + 1}`
const layout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 4,
  paddingBottom: () => 5,
}

/** Widths of the columns themselves, without what stands between them. */
const columns = (shares: readonly number[]): number[] => {
  const whole = shares.reduce((sum, s) => sum + s, 0)
  return shares.map((s) => (WIDTH * s) / whole - 11)
}

const grid = (shares: readonly number[], body: TableCell[][], heads: number): Content => ({
  table: { widths: columns(shares), headerRows: heads, dontBreakRows: true, body },
  layout,
  fontSize: SIZE.table,
  margin: [0, 4, 0, 10],
})

const centred = (text: string): TableCell => ({ text, bold: true, alignment: 'center' })

function contentOf(block: Block): Content[] {
  switch (block.is) {
    case 'text':
      return [{ text: block.text, margin: [0, 0, 0, 5] }]
    case 'note':
      return [{ text: block.text, fontSize: SIZE.note, margin: [0, 3, 0, 4] }]
    case 'facts':
      return [
        grid(
          [LABEL, 1 - LABEL],
          block.rows.map(([name, value]) => [centred(name), { text: value }]),
          0,
        ),
      ]
    case 'table':
      return [grid(block.widths, [block.head.map(centred), ...block.rows.map((r) => r.map((text) => ({ text })))], 1)]
    case 'picture': {
      const { type, bytes, width, height } = block.picture
      const image = `data:image/${type === 'jpg' ? 'jpeg' : 'png'};base64,${Buffer.from(bytes).toString('base64')}`
      // In points a picture of the same pixels is three quarters as large as on a screen.
      const size = fitted({ width: width * 0.75, height: height * 0.75 }, PICTURE)
      const caption: Content = { text: block.caption, fontSize: SIZE.note, alignment: 'center', margin: [0, 3, 0, 8] }
      return [{ unbreakable: true, stack: [{ image, ...size, alignment: 'center', margin: [0, 6, 0, 0] }, caption] }]
    }
    case 'signatures':
      return block.lines.map(
        (label): Content => ({
          columns: [
            { text: label, width: SIGNER },
            { width: '*', canvas: [{ type: 'line', x1: 0, y1: 15, x2: 220, y2: 15, lineWidth: 0.7 }] },
          ],
          margin: [0, 16, 0, 0],
        }),
      )
    default:
      return block satisfies never
  }
}

function section({ title, apart, blocks }: Section, i: number): Content[] {
  const heading: Content = {
    text: title,
    id: partOf(i),
    bold: true,
    fontSize: SIZE.heading,
    margin: [0, 14, 0, 7],
    headlineLevel: 1,
    ...(apart && { pageBreak: 'before' as const }),
  }
  return [heading, ...blocks.flatMap(contentOf)]
}

function head({ issuer, title, cover, lead }: Paper): Content[] {
  const centre = { alignment: 'center' } as const
  if (cover === 'head')
    return [
      { text: title, bold: true, fontSize: SIZE.title, ...centre, margin: [0, 0, 0, 6] },
      { text: issuer, fontSize: SIZE.table, ...centre, margin: [0, 0, 0, 12] },
      ...lead.flatMap(contentOf),
    ]
  return [
    { text: issuer, bold: true, fontSize: SIZE.issuer, ...centre, margin: [0, 110, 0, 10] },
    { text: title, bold: true, fontSize: SIZE.cover, ...centre, margin: [0, 0, 0, 80] },
    ...lead.flatMap(contentOf),
  ]
}

function contents({ contents: list, sections }: Paper): Content[] {
  if (!list) return []
  const rows = sections.map(({ title }, i): TableCell[] => [
    { text: String(i + 1), alignment: 'center' },
    { text: title },
    { text: [{ pageReference: partOf(i) }], alignment: 'center' },
  ])
  return [
    { text: list.title, bold: true, fontSize: SIZE.title, alignment: 'center', margin: [0, 0, 0, 12], pageBreak: 'before' },
    grid([0.14, 0.7, 0.16], [list.head.map(centred), ...rows], 1),
    { text: list.check, fontSize: SIZE.note, margin: [0, 6, 0, 0] },
  ]
}

/** A heading at the foot of a page, with nothing of its own under it, goes to the next. */
const breaksBefore: NonNullable<TDocumentDefinitions['pageBreakBefore']> = (node, nodes) =>
  node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0

/** The paper as a PDF on A4. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const pdfmake = await pdfmaker()
  const { page, of, end } = paper.pages
  const isCovered = paper.cover === 'page'
  const document = pdfmake.createPdf({
    info: { title: paper.title, author: paper.issuer },
    pageSize: 'A4',
    pageMargins: MARGINS,
    defaultStyle: { font: 'NotoSansSC', fontSize: SIZE.text, lineHeight: 1.25, color: 'black' },
    footer: (current, count) =>
      isCovered && current === 1
        ? ''
        : { text: `${page}${current}${of}${count}${end}`, alignment: 'center', fontSize: SIZE.note, margin: [0, 20, 0, 0] },
    pageBreakBefore: breaksBefore,
    content: [...head(paper), ...contents(paper), ...paper.sections.flatMap(section)],
  })
  return new Uint8Array(await document.getBuffer())
}
