import type { Span } from '../domain/span.ts'
import type { PolicyNotice } from '../measures/policy/facts.ts'

export interface Policies {
  nextNumber(): Promise<number>
  add(notice: PolicyNotice): Promise<void>
  change(notice: PolicyNotice): Promise<void>
  byNumber(number: number): Promise<PolicyNotice | null>
  /** Newest first. */
  drafts(): Promise<PolicyNotice[]>
  /** In order of their drafts. */
  within(span: Span): Promise<PolicyNotice[]>
}
