import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  LeaderType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { fitted } from './fitted.ts'
import type { Block, Paper, PaperPicture, Section } from './paper.ts'

/** What offices write in; Word puts its own in place where a machine has none. */
const face = (chinese: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: chinese, cs: 'Times New Roman' })
const TEXT = face('仿宋')
const HEADING = face('黑体')
const BLACK = '000000'
/** Half points: 四号, 小四, 小二, 三号, 五号. */
const SIZE = { text: 28, table: 24, title: 36, cover: 56, heading: 32, note: 21 } as const
/** Twentieths of a point: A4 with the margins of an official paper. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1701, bottom: 1417, left: 1531, right: 1474 } }
const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right
/** Pixels of 96 to the inch. */
const PICTURE = { width: 440, height: 331 }
const LABEL = 0.24

type Child = Paragraph | Table

const run = (text: string, more: IRunOptions = {}): TextRun => new TextRun({ text, ...more })
const line = (text: string, more: object = {}, look: IRunOptions = {}): Paragraph =>
  new Paragraph({ children: [run(text, look)], spacing: { after: 80, line: 400 }, ...more })
const bookmarkOf = (i: number): string => `part${i + 1}`

const thin = { style: BorderStyle.SINGLE, size: 4, color: BLACK }
const BORDERS = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin }

const cell = (text: string, share: number, look: IRunOptions, centred: boolean): TableCell =>
  new TableCell({
    width: { size: Math.round(WIDTH * share), type: WidthType.DXA },
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map(
      (part) =>
        new Paragraph({
          ...(centred && { alignment: AlignmentType.CENTER }),
          children: [run(part, { size: SIZE.table, ...look })],
        }),
    ),
  })

const grid = (rows: TableRow[], shares: readonly number[]): Table =>
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: shares.map((s) => Math.round(WIDTH * s)),
    borders: BORDERS,
    rows,
  })

function table({ head, widths, rows }: Extract<Block, { is: 'table' }>): Table {
  const whole = widths.reduce((sum, w) => sum + w, 0)
  const shares = widths.map((w) => w / whole)
  const row = (cells: readonly string[], look: IRunOptions, isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((c, i) => cell(c, shares[i] ?? 0, look, isHead)) })
  return grid([row(head, { font: HEADING }, true), ...rows.map((r) => row(r, {}, false))], shares)
}

const facts = ({ rows }: Extract<Block, { is: 'facts' }>): Table =>
  grid(
    rows.map(
      ([name, value]) =>
        new TableRow({ cantSplit: true, children: [cell(name, LABEL, { font: HEADING }, true), cell(value, 1 - LABEL, {}, false)] }),
    ),
    [LABEL, 1 - LABEL],
  )

const image = ({ type, bytes, ...size }: PaperPicture): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120 },
    children: [new ImageRun({ type, data: bytes, transformation: fitted(size, PICTURE) })],
  })

const signature = (label: string): Paragraph =>
  new Paragraph({
    spacing: { before: 360 },
    tabStops: [{ type: TabStopType.LEFT, position: 6800, leader: LeaderType.UNDERSCORE }],
    children: [run(label), new TextRun({ children: [new Tab()] })],
  })

function childrenOf(block: Block): Child[] {
  switch (block.is) {
    case 'text':
      return block.text.split('\n').map((part) => line(part))
    case 'note':
      return [line(block.text, { spacing: { before: 60, after: 60 } }, { size: SIZE.note })]
    case 'facts':
      return [facts(block), line('')]
    case 'table':
      return [table(block), line('')]
    case 'picture':
      return [image(block.picture), line(block.caption, { alignment: AlignmentType.CENTER }, { size: SIZE.note })]
    case 'signatures':
      return block.lines.map(signature)
    default:
      return block satisfies never
  }
}

const section = ({ title, apart, blocks }: Section, i: number): Child[] => [
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    pageBreakBefore: apart ?? false,
    spacing: { before: 280, after: 140 },
    children: [new Bookmark({ id: bookmarkOf(i), children: [run(title)] })],
  }),
  ...blocks.flatMap(childrenOf),
]

function head({ issuer, title, cover, lead }: Paper): Child[] {
  const centred = { alignment: AlignmentType.CENTER }
  if (cover === 'head')
    return [
      line(title, { ...centred, spacing: { after: 120 } }, { font: HEADING, size: SIZE.title }),
      line(issuer, { ...centred, spacing: { after: 240 } }, { size: SIZE.table }),
      ...lead.flatMap(childrenOf),
    ]
  return [
    line(issuer, { ...centred, spacing: { before: 2400, after: 200 } }, { font: HEADING, size: SIZE.heading }),
    line(title, { ...centred, spacing: { after: 1600 } }, { font: HEADING, size: SIZE.cover }),
    ...lead.flatMap(childrenOf),
  ]
}

function contents({ contents: list, sections }: Paper): Child[] {
  if (!list) return []
  const shares = [0.14, 0.7, 0.16]
  const pages = sections.map(
    ({ title }, i) =>
      new TableRow({
        children: [
          cell(String(i + 1), 0.14, {}, true),
          cell(title, 0.7, {}, false),
          new TableCell({
            width: { size: Math.round(WIDTH * 0.16), type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new PageReference(bookmarkOf(i))] })],
          }),
        ],
      }),
  )
  const top = new TableRow({ tableHeader: true, children: list.head.map((h, i) => cell(h, shares[i] ?? 0, { font: HEADING }, true)) })
  return [
    line(
      list.title,
      { alignment: AlignmentType.CENTER, pageBreakBefore: true, spacing: { after: 240 } },
      { font: HEADING, size: SIZE.title },
    ),
    grid([top, ...pages], shares),
    line(list.check, { spacing: { before: 200 } }, { size: SIZE.note }),
  ]
}

/** The paper as a Word document on A4. */
export async function writeWord(paper: Paper): Promise<Uint8Array> {
  const { page, of, end } = paper.pages
  const foot = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ size: SIZE.note, children: [page, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES, end] })],
      }),
    ],
  })
  const document = new Document({
    title: paper.title,
    creator: paper.issuer,
    styles: {
      default: {
        document: { run: { font: TEXT, size: SIZE.text, color: BLACK } },
        heading1: { run: { font: HEADING, size: SIZE.heading, color: BLACK, bold: false } },
      },
    },
    sections: [
      {
        properties: { page: PAGE, titlePage: paper.cover === 'page' },
        footers: { default: foot },
        children: [...head(paper), ...contents(paper), ...paper.sections.flatMap(section)],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
