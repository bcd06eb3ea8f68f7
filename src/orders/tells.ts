import type { CallOf } from './define-command.ts'

/** It reads like a report: then it is one, and no order that went wrong. */
export function tells({ desk, services }: CallOf<'settings'>, words: string): boolean {
  const judged = services.judge(words)
  return judged.danger !== null || judged.hint !== null || (judged.kind !== 'none' && judged.matter >= desk.settings.askAt)
}
