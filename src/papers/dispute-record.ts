import { maskNumbers } from '../domain/mask.ts'
import type { Sketch } from '../domain/picture.ts'
import type { DisputeRecord, Measurement } from '../measures/ruler/facts.ts'
import { paper as words } from '../measures/ruler/words-record.ts'
import { draw } from '../pictures/draw.ts'
import { pagesOf } from '../wording/papers.ts'
import { type Block, note, type Paper, type PaperPicture, type Section, text } from './paper.ts'

/** Width and height of a PNG stand in its first bytes. */
const sizeOf = (png: Uint8Array): { width: number; height: number } => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

export async function sketchPicture(tells: Sketch): Promise<PaperPicture> {
  const bytes = await draw(tells)
  return { type: 'png', bytes, ...sizeOf(bytes) }
}

/** What was measured on the ground, with the plot to scale, and what both sides say to it. */
export const measured = (m: Measurement, by: string, sketch: PaperPicture): Block[] => [
  text(words.measuredBy(by, m.openedAt)),
  text(words.present(m.present)),
  text(`${words.how(m)}${words.bearing(m)}`),
  {
    is: 'table',
    head: words.cornersHead,
    widths: [1, 2, 2, 1, 2],
    rows: m.figure.corners.map((_, i) => words.corner(m, i)),
  },
  text(words.result(m)),
  text(`${words.around(m)}${words.disputed(m)}`),
  { is: 'picture', picture: sketch, caption: words.sketch },
  text(words.word(words.first, m.first)),
  text(words.word(words.second, m.second)),
]

type Mediated = DisputeRecord['mediations'][number]

export const mediated = ({ mediation: m, mediator, role, names }: Mediated): Block[] => [
  text(words.mediationHead(m, mediator, role)),
  ...m.record.map((r) => text(words.sitting(r.at, names.get(r.by) ?? mediator, maskNumbers(r.text)))),
  text(words.state(m)),
  ...(m.status === 'failed' || m.status === 'refused' ? [text(words.otherWays)] : []),
]

/** What both promised, and what the law makes of it; nothing where they did not agree. */
export const agreed = ({ mediation: m }: Mediated): Block[] =>
  m.agreement
    ? [
        ...words.items(m).map((item) => text(maskNumbers(item))),
        ...m.performances.map((p) => text(words.performance(maskNumbers(p.text), p.due, p.done))),
        text(words.effect(m)),
        ...(words.confirmation(m) === '' ? [] : [text(words.confirmation(m))]),
      ]
    : []

/** The record of one dispute: what was measured, drawn, said and agreed, with room to sign. */
export async function disputeRecord(record: DisputeRecord, sketches: readonly Sketch[]): Promise<Paper> {
  const plots: Section[] = []
  for (const [i, { measurement, by }] of record.measurements.entries()) {
    const sketch = sketches[i]
    if (sketch) plots.push({ title: words.measured(measurement), blocks: measured(measurement, by, await sketchPicture(sketch)) })
  }
  const talks = record.mediations.flatMap((m): Section[] => [
    { title: words.mediated(m.mediation), blocks: mediated(m) },
    ...(m.mediation.agreement ? [{ title: words.agreement(m.mediation), blocks: agreed(m) }] : []),
  ])
  return {
    title: words.title,
    issuer: words.heading(record.label, record.township, record.village),
    cover: 'head',
    lead: [text(words.matter(record.title, record.place, record.openedAt))],
    contents: null,
    sections: [
      ...[...plots, ...talks].map((part, i) => ({ ...part, title: words.numbered(i, part.title) })),
      {
        title: words.signing,
        blocks: [
          { is: 'signatures', lines: words.signatures(record.mediations.at(-1)?.role ?? null) },
          note(words.printed(record.printedAt)),
          ...record.checks.map(({ what, hash }) => note(words.check(what, hash))),
        ],
      },
    ],
    pages: pagesOf,
  }
}
