import { apiErrors } from '../wording/api.ts'

/** What may well be asked for and cannot be had: a status, and a sentence for each thing that is wrong. */
export class Refused {
  readonly status: 400 | 403 | 404 | 429
  readonly errors: readonly string[]

  constructor(status: Refused['status'], ...errors: string[]) {
    this.status = status
    this.errors = errors
  }
}

/** What the library found, a sentence for each field. */
export const unreadable = ({ issues }: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): Refused =>
  new Refused(400, ...issues.map(({ path, message }) => apiErrors.field(String(path[0] ?? ''), message)))
