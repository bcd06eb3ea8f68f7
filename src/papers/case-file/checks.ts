import { brokenAt, erasedLines, type KeptLine } from '../../domain/history.ts'
import { caseFileWords as words } from '../../wording/case-file.ts'
import { note, type Section, text } from '../paper.ts'

/** One history of the file: whose it is, under which name it was chained, and its lines. */
export interface History {
  what: string
  subject: string
  lines: readonly KeptLine[]
}

/** What the check value is, how one checks it, and what it was when this was printed. */
export const checkSection = (histories: readonly History[], printedAt: Date): Section => ({
  title: words.checking,
  blocks: [
    text(words.checkWhat),
    text(words.checkHow),
    {
      is: 'table',
      head: words.checkHead,
      widths: [2, 1.2, 6, 2],
      rows: histories.map(({ what, subject, lines }) => [
        what,
        String(lines.length),
        // In groups of eight it can be read aloud and compared.
        (lines.at(-1)?.hash ?? '').replace(/(.{8})(?=.)/gu, '$1 '),
        wholeness(subject, lines),
      ]),
    },
    note(words.printedOn(printedAt)),
  ],
})

function wholeness(subject: string, lines: History['lines']): string {
  const broken = brokenAt(subject, lines)
  const erased = erasedLines(lines)
  if (broken !== null) return words.broken(broken)
  return erased > 0 ? words.wholeButErased(erased) : words.whole
}
