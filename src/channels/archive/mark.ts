import { z } from 'zod'
import { earlier, MINUTE_MS } from '../../domain/durations.ts'

export const ARCHIVE_MARK = 'archive'
/** What was said before we were there is nobody's to answer; clocks differ a little. */
const FRESH_MS = 2 * MINUTE_MS

const When = z.iso.datetime()
const Shape = z.object({
  seq: z.int(),
  /** From when on the archive is read at all. */
  since: When,
  /** What came too late and was not yet told of: when the first and the last of it was said. */
  late: z.object({ from: When, to: When }).nullable(),
  /** Lines that no key here opens, since when and until when. */
  unopened: z.object({ count: z.int(), since: When, last: When }).nullable(),
})

/** How far the archive was read; kept in one transaction with what was read. */
export type ArchiveMark = z.infer<typeof Shape>

export function readMark(text: string | null, now: Date): ArchiveMark {
  if (text !== null) return Shape.parse(JSON.parse(text))
  return { seq: 0, since: earlier(now, FRESH_MS).toISOString(), late: null, unopened: null }
}

export const withLate = (mark: ArchiveMark, at: Date): ArchiveMark => {
  const said = at.toISOString()
  const { from, to } = mark.late ?? { from: said, to: said }
  return { ...mark, late: { from: said < from ? said : from, to: said > to ? said : to } }
}

export const withUnopened = (mark: ArchiveMark, now: Date): ArchiveMark => {
  const { count, since } = mark.unopened ?? { count: 0, since: now.toISOString() }
  return { ...mark, unopened: { count: count + 1, since, last: now.toISOString() } }
}
