import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { maskNumbers } from '../domain/mask.ts'
import type { Sketch } from '../domain/picture.ts'
import type { DisputeRecord, Measurement } from '../measures/ruler/facts.ts'
import { paper } from '../measures/ruler/words-record.ts'
import { draw } from '../pictures/draw.ts'

/** What a village office has on its machine; Word falls back to it for Chinese anyway. */
const FONT = { ascii: 'Times New Roman', eastAsia: '宋体' }
const SIZE = 24
const SKETCH_WIDTH = 420

const line = (text: string, more: object = {}): Paragraph =>
  new Paragraph({ children: [new TextRun({ text })], spacing: { after: 100 }, ...more })
const heading = (text: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun({ text, bold: true })], spacing: { before: 240, after: 120 } })

function table(rows: readonly (readonly string[])[]): Table {
  const thin = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin },
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          tableHeader: i === 0,
          children: cells.map(
            (text) =>
              new TableCell({
                children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: i === 0 })] })],
              }),
          ),
        }),
    ),
  })
}

/** Width and height of a PNG stand in its first bytes. */
const sizeOf = (png: Uint8Array): { width: number; height: number } => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

async function sketch(tells: Sketch): Promise<Paragraph> {
  const data = await draw(tells)
  const { width, height } = sizeOf(data)
  const transformation = { width: SKETCH_WIDTH, height: Math.round((SKETCH_WIDTH * height) / width) }
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new ImageRun({ type: 'png', data, transformation })] })
}

async function measured(m: Measurement, by: string, picture: Sketch): Promise<(Paragraph | Table)[]> {
  return [
    heading(paper.measured(m)),
    line(paper.measuredBy(by, m.openedAt)),
    line(paper.present(m.present)),
    line(`${paper.how(m)}${paper.bearing(m)}`),
    table([paper.cornersHead, ...m.figure.corners.map((_, i) => paper.corner(m, i))]),
    line(paper.result(m), { spacing: { before: 120, after: 100 } }),
    await sketch(picture),
    line(paper.word(paper.first, m.first)),
    line(paper.word(paper.second, m.second)),
  ]
}

function mediated({ mediation: m, mediator, names }: DisputeRecord['mediations'][number]): Paragraph[] {
  const said = m.record.map((r) => line(paper.sitting(r.at, names.get(r.by) ?? mediator, maskNumbers(r.text))))
  const talk = [heading(paper.mediated(m)), line(paper.mediationHead(m, mediator)), ...said, line(paper.state(m))]
  if (!m.agreement) return [...talk, ...(m.status === 'failed' || m.status === 'refused' ? [line(paper.otherWays)] : [])]
  return [
    ...talk,
    heading(paper.agreement(m)),
    ...paper.items(m).map((item) => line(maskNumbers(item))),
    ...m.performances.map((p) => line(paper.performance(maskNumbers(p.text), p.due, p.done))),
    line(paper.effect(m)),
    line(paper.confirmation(m)),
  ]
}

/** The record of one dispute as a Word document: what was measured, drawn, said and agreed, with room to sign. */
export async function writeDisputeRecord(record: DisputeRecord, sketches: readonly Sketch[]): Promise<Uint8Array> {
  const plots: (Paragraph | Table)[] = []
  for (const [i, { measurement, by }] of record.measurements.entries()) {
    const picture = sketches[i]
    if (picture) plots.push(...(await measured(measurement, by, picture)))
  }
  const document = new Document({
    title: paper.title,
    styles: { default: { document: { run: { font: FONT, size: SIZE } } } },
    sections: [
      {
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: paper.title, bold: true, size: 36 })],
            spacing: { after: 120 },
          }),
          line(paper.heading(record.label, record.township, record.village), { alignment: AlignmentType.CENTER }),
          line(paper.matter(record.title, record.place, record.openedAt)),
          ...plots,
          ...record.mediations.flatMap(mediated),
          ...paper.signatures.map((text) => line(text, { spacing: { before: 300 } })),
          line(paper.printed(record.printedAt), { spacing: { before: 300 } }),
          ...record.checks.map(({ what, hash }) => line(paper.check(what, hash))),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
