import { ECHO_MS } from '../domain/second-ear.ts'
import type { FrontDesk, SaidAlone } from '../ports/front-desk.ts'
import { NOTE_MS } from './callers.ts'
import { sealedRow } from './sealing/seal-rows.ts'
import type { Straight } from './straight.ts'

const WRITE = {
  name: 'write-alone',
  text: `SELECT "writeAlone"($1, $2, $3, $4, $5, $6, $7, make_interval(secs => ${ECHO_MS / 1000}), $8, make_interval(secs => ${NOTE_MS / 1000})) AS away`,
}

/** One statement and one commit for all who speak at once. */
export const frontDeskOf = (straight: Straight): FrontDesk => ({
  async take(said, machine) {
    const keys = await straight.keys()
    const left = new Set<SaidAlone>()
    for (const [town, list] of Map.groupBy(said, (s) => s.town)) {
      const texts = list.map(({ text }) => sealedRow(keys, 'Message', { text }).text)
      const [written] = await straight.ask<{ away: number[] }>(WRITE, [
        town,
        ...[list.map((s) => s.channel), list.map((s) => s.from), list.map((s) => s.id), texts],
        ...[list.map((s) => s.at), list.map((s) => s.saidAt), machine],
      ])
      for (const place of written?.away ?? []) {
        const it = list[place - 1]
        if (it) left.add(it)
      }
    }
    return left
  },
})
