/** Every column a ledger of matters may have, in the order it has where a township names none of its own. */
export const LEDGER_COLUMNS = [
  ...(['serial', 'label', 'openedAt', 'village', 'she', 'reporter', 'phone', 'source', 'kind', 'duty', 'dutyCode', 'summary'] as const),
  ...(['owner', 'coOwners', 'mode', 'respondBy', 'respondedAt', 'completeBy', 'resolvedAt', 'inTime', 'delays'] as const),
  ...(['result', 'solved', 'satisfaction', 'remarks'] as const),
] as const
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number]
