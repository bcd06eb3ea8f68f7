import { monthOf, type Span } from '../domain/span.ts'

/** 2026-11 or 2026 as a span of days; null for anything else. */
export function spanOfPeriod(period: string): Span | null {
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(period)) return monthOf(period)
  if (!/^\d{4}$/u.test(period)) return null
  return { from: monthOf(`${period}-01`).from, to: monthOf(`${period}-12`).to }
}
