import { z } from 'zod'
import { DAY_MS, later } from '../../domain/durations.ts'

const Body = z.object({ advance: z.string().optional(), to: z.iso.datetime({ offset: true }).optional() })
const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u
const UNITS_MS = [7 * DAY_MS, DAY_MS, 3_600_000, 60_000, 1000]
const YEAR_MS = 366 * DAY_MS

/** Milliseconds of an ISO 8601 duration such as PT30M or P1D, or null. */
function durationMs(text: string): number | null {
  const match = DURATION.exec(text)
  if (!match || text.endsWith('P') || text.endsWith('T')) return null
  return match.slice(1).reduce((sum, part, i) => sum + Number(part ?? 0) * (UNITS_MS[i] ?? 0), 0)
}

/** Where the clock is to go; `to` is null when it is only asked. */
export function readTarget(body: unknown, now: Date): { to: Date | null } | { error: string } {
  const parsed = Body.safeParse(body)
  if (!parsed.success) return { error: '要 {advance: "PT30M"} 或 {to: "2026-11-27T09:00:00+08:00"}' }
  const { advance, to } = parsed.data
  if (advance === undefined && to === undefined) return { to: null }
  if (advance !== undefined && to !== undefined) return { error: 'advance 和 to 只能写一个' }
  const ms = advance === undefined ? null : durationMs(advance)
  const target = to !== undefined ? new Date(to) : ms === null ? null : later(now, ms)
  if (!target) return { error: 'advance 要像 PT30M、P1D 这样写' }
  if (target < now) return { error: '时钟只能往前拨' }
  return target.getTime() - now.getTime() > 2 * YEAR_MS ? { error: '一次最多拨两年' } : { to: target }
}
