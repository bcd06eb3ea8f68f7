import { occasionWords, spiritSheet, stateWords } from './words.ts'
import type { LedgerSheet } from '../measure.ts'

export const spiritLedger: LedgerSheet = {
  ...spiritSheet,
  async rows(desk) {
    return (await desk.spirit.list({})).map((t) => [t.number, occasionWords[t.occasion].name, t.text, stateWords[t.status], t.openedAt])
  },
}
