/** Why a backup is not restored; nothing has been changed then. */
export type RestoreRefusal =
  | { refused: 'no-backup' }
  | { refused: 'newer'; migration: string }
  | { refused: 'other-key' }
  | { refused: 'not-empty' }
  | { refused: 'damaged'; file: string }
