/** The log, for what an operator may want to count: kinds and codes, never words, ids of people or addresses. */
export interface Diary {
  info(fields: Readonly<Record<string, string | number>>, what: string): void
  warn(fields: Readonly<Record<string, string | number>>, what: string): void
  /** What should not happen. */
  fault(what: string, thrown: unknown): void
}
