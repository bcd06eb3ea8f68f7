import { z } from 'zod'

const count = z.number().int().nonnegative()

/** One village among others: a count, and how many of it are to catch the eye. */
const Tile = z.object({ name: z.string(), count, marked: count })

/** Two rows of figures over the same labels; null where there is none: a day to come, a year without record. */
const Chart = z.object({
  title: z.string(),
  shape: z.enum(['lines', 'bars']),
  labels: z.array(z.string()).min(1).max(31),
  now: z.object({ name: z.string(), values: z.array(count.nullable()).max(31) }),
  beside: z.object({ name: z.string(), values: z.array(count.nullable()).max(31) }).nullable(),
})

/**
 * What a leader's message cannot say in words: its villages side by side in the order of the grid, and the course of the time
 * it tells of beside an earlier one. `rest` are the villages for which a phone has no room.
 */
export const ReportPicture = z.object({
  kind: z.literal('report'),
  title: z.string(),
  figures: z.array(z.object({ word: z.string(), count, late: z.boolean() })).max(4),
  villages: z
    .object({ title: z.string(), tone: z.enum(['late', 'done']), tiles: z.array(Tile).max(40), rest: z.string().nullable() })
    .nullable(),
  chart: Chart,
})

/**
 * A picture as what it tells, not as its pixels: it is written with the notice that carries it, in a few hundred bytes, and
 * drawn when somebody looks at it or a channel sends it. Widths and heights are the drawer's.
 */
export const Picture = z.discriminatedUnion('kind', [
  ReportPicture,
  /** A card to keep: a heading, who or what it is about in large, some lines, a foot. `honour`: it is given to somebody. */
  z.object({
    ...{ kind: z.literal('card'), heading: z.string(), name: z.string(), lines: z.array(z.string()).max(8), foot: z.string() },
    honour: z.literal(true).optional(),
  }),
  /** A plot to scale: corners in metres, the lengths of its sides, where north is (degrees counter-clockwise from the x-axis; null: nobody looked). */
  z.object({
    kind: z.literal('sketch'),
    title: z.string(),
    corners: z.array(z.tuple([z.number(), z.number()])).min(3),
    sides: z.array(z.number()),
    /** By side, in their order: what lies behind it, and whether it is fought over. */
    neighbours: z.array(z.string()).optional(),
    disputed: z.array(z.boolean()).optional(),
    north: z.number().nullable(),
    lines: z.array(z.string()).max(4),
  }),
  /** An address to be scanned. */
  z.object({ kind: z.literal('code'), title: z.string(), address: z.string(), foot: z.string() }),
])
export type Picture = z.infer<typeof Picture>
export type Report = z.infer<typeof ReportPicture>
export type Chart = z.infer<typeof Chart>
export type Sketch = Extract<Picture, { kind: 'sketch' }>
export type Card = Extract<Picture, { kind: 'card' }>
export type Code = Extract<Picture, { kind: 'code' }>

/** How a picture is kept beside photos until it is drawn. */
export const PICTURE_TYPE = 'application/vnd.shuoshi.picture+json'

/** A kept picture's bytes as what it tells. */
const readPicture = (bytes: Uint8Array): Picture => Picture.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))

interface Kept {
  type: string
  bytes: Uint8Array
}

/** What is kept as somebody looks at it: a photo as it came, a picture of ours drawn now. */
export const asSeen = async ({ type, bytes }: Kept, draw: (picture: Picture) => Promise<Uint8Array>): Promise<Kept> =>
  type === PICTURE_TYPE ? { type: 'image/png', bytes: await draw(readPicture(bytes)) } : { type, bytes }
