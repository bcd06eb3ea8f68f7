import type { CallOf } from './define-command.ts'

/** It reads like a report: then it is one, and no order that went wrong. `from`: how likely it has to be a matter. */
export function tells({ desk, services }: CallOf<'settings'>, words: string, from = desk.settings.askAt): boolean {
  const judged = services.judge(words)
  return judged.danger !== null || judged.hint !== null || (judged.kind !== 'none' && judged.matter >= from)
}
