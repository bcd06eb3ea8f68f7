import type { Judgement } from '../domain/judgement.ts'
import type { CallOf } from './define-command.ts'

/** What was judged to be a matter at least this likely, or a danger. */
export const isReport = ({ danger, hint, kind, matter }: Judgement, from: number): boolean =>
  danger !== null || hint !== null || (kind !== 'none' && matter >= from)

/** It reads like a report: then it is one, and no order that went wrong. */
export const tells = ({ desk, services }: CallOf<'settings'>, words: string): boolean =>
  isReport(services.judge(words), desk.settings.askAt)
