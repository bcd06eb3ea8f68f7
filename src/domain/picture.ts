import { z } from 'zod'

/** One day of a trend, named as it is to stand under the axis: 11/24. */
const TrendDay = z.object({ day: z.string(), opened: z.number().int().nonnegative(), done: z.number().int().nonnegative() })

/**
 * A picture as what it tells, not as its pixels: it is written with the notice that carries it, in a few hundred bytes, and
 * drawn when somebody looks at it or a channel sends it. Widths and heights are the drawer's.
 */
export const Picture = z.discriminatedUnion('kind', [
  /** The leader's days side by side: what came in, what was done. */
  z.object({ kind: z.literal('trend'), title: z.string(), days: z.array(TrendDay).min(1).max(31) }),
  /** A card to keep: a heading, who or what it is about in large, some lines, a foot. */
  z.object({ kind: z.literal('card'), heading: z.string(), name: z.string(), lines: z.array(z.string()).max(8), foot: z.string() }),
  /** A plot to scale: corners in metres, the lengths of its sides, where north is (degrees counter-clockwise from the x-axis; null: nobody looked). */
  z.object({
    kind: z.literal('sketch'),
    title: z.string(),
    corners: z.array(z.tuple([z.number(), z.number()])).min(3),
    sides: z.array(z.number()),
    north: z.number().nullable(),
    lines: z.array(z.string()).max(4),
  }),
  /** An address to be scanned. */
  z.object({ kind: z.literal('code'), title: z.string(), address: z.string(), foot: z.string() }),
])
export type Picture = z.infer<typeof Picture>
export type Trend = Extract<Picture, { kind: 'trend' }>
export type Sketch = Extract<Picture, { kind: 'sketch' }>
export type Card = Extract<Picture, { kind: 'card' }>
export type Code = Extract<Picture, { kind: 'code' }>

/** How a picture is kept beside photos until it is drawn. */
export const PICTURE_TYPE = 'application/vnd.shuoshi.picture+json'

/** A kept picture's bytes as what it tells. */
export const readPicture = (bytes: Uint8Array): Picture => Picture.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
