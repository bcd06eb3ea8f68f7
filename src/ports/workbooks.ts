/** One thing in a workbook that must be put right, and where it stands. */
export interface WorkbookFault {
  sheet: string | null
  row: number | null
  /** Header of the column: 电话. */
  column: string | null
  /** The same place as a spreadsheet says it: C5. */
  cell: string | null
  message: string
}

/** What a workbook that somebody has sent would mean. */
export type WorkbookSeen =
  | { is: 'unreadable' | 'refused'; why: readonly string[] }
  | { is: 'faults'; faults: readonly WorkbookFault[] }
  | { is: 'unchanged'; summary: readonly string[] }
  | {
      is: 'ready'
      summary: readonly string[]
      replaces: 'nothing' | 'sample' | 'township'
      /** How much of each kind is new, different or gone. */
      counts: readonly string[]
      named: readonly string[]
      /** Nothing is wrong with it, but somebody will miss something, or is handed something. */
      remarks: readonly string[]
    }

export interface LookedAt {
  id: string
  /** The file's name, as whoever sent it calls it. */
  name: string
  seen: WorkbookSeen
}

/** The township's workbook, out and in. */
export interface Workbooks {
  /** An empty one, to be filled in. */
  template(): Promise<Uint8Array>
  /** Looks and changes nothing. */
  look(name: string, bytes: Uint8Array): Promise<void>
  /** What was looked at last; null: nothing, or too long ago. */
  last(): LookedAt | null
  /**
   * Applies what was looked at under this id. `sample`: said that the sample may go. `changed`: the township is not as it was
   * when somebody looked, and is to be looked at again.
   */
  apply(id: string, sample: boolean): Promise<'applied' | 'gone' | 'changed' | 'sample-asked'>
}
