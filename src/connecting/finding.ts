/** One part in one line: that it works, or what is missing and where to mend it. */
export interface Finding {
  well: boolean
  line: string
}

export const well = (line: string): Finding => ({ well: true, line })
export const bad = (line: string): Finding => ({ well: false, line })
