/**
 * What one process does, where a township's load is spread over several on one database. `work`: judges, does what is due and speaks;
 * `listening`: what only one may hold, long connections, which it also speaks through, and what is fetched. A `door` does neither: it answers whoever calls, and writes
 * down what it is told.
 */
export const PROCESS_ROLES = ['all', 'door', 'work', 'owner'] as const
export type ProcessRole = (typeof PROCESS_ROLES)[number]

export const DOES: Readonly<Record<ProcessRole, { work: boolean; listening: boolean }>> = {
  all: { work: true, listening: true },
  door: { work: false, listening: false },
  work: { work: true, listening: false },
  owner: { work: false, listening: true },
}
