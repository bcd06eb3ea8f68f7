/** What to do about an errcode; wecom-facts of section 9 as data. Judged by the number, never by errmsg, whose text changes. */
export type ErrorClass =
  | 'ok'
  | 'busy'
  | 'stale-token'
  | 'credentials'
  | 'environment'
  | 'rate'
  | 'recipient-gone'
  | 'group-gone'
  | 'content'
  | 'media'
  | 'window-over'
  | 'archive-closed'
  | 'other'

const CODES: readonly (readonly [ErrorClass, readonly number[]])[] = [
  ['ok', [0]],
  // The last three are of the archive's library.
  ['busy', [-1, 6000, 10001, 10002, 10003]],
  ['stale-token', [40014, 42001, 41001, 42009]],
  ['credentials', [40001, 40013, 40091, 40056, 41002, 41004]],
  // Not in the list of trusted addresses, no permission, the app disabled, the service not open for this company.
  ['environment', [60020, 301002, 48002, 60011, 50002, 50003, 853006, 95014, 301042, 301048, 301058]],
  ['rate', [45009, 45011, 45033]],
  ['recipient-gone', [40003, 40031, 40032, 60111, 81013, 82001, 84061]],
  ['group-gone', [40050, 49008, 86001, 86003, 86004, 86005, 86006, 86007, 86008, 90501, 93000, 93001, 93004, 93006, 93008]],
  ['content', [40008, 40033, 40035, 40058, 40063, 44001, 44004, 45002, 45004, 45007, 45008, 45034]],
  ['media', [40004, 40006, 40007, 40009, 40011, 45001, 46004]],
  // The archive's licence is over, or was never begun.
  ['archive-closed', [301052, 301053]],
  ['window-over', [41051, 846605, 846608, 95001, 95013, 95018]],
]

const BY_CODE: ReadonlyMap<number, ErrorClass> = new Map(CODES.flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const)))

export const classOf = (errcode: number): ErrorClass => BY_CODE.get(errcode) ?? 'other'
