import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName } from '../../domain/roster.ts'
import type { Ticket } from '../../domain/ticket.ts'
import { caseFileWords as words } from '../../wording/case-file.ts'
import { fullDay } from '../../wording/dates.ts'
import { kindNames } from '../../wording/names.ts'
import { pagesOf } from '../../wording/papers.ts'
import { note, type Paper, type Section } from '../paper.ts'
import { checkSection, type History } from './checks.ts'
import { matterFile, type PapersDesk } from './matter.ts'
import { agreements, asked, course, register, result, signing, spoken, talks, visits } from './matter-sections.ts'

interface Cover {
  title: string
  rows: readonly (readonly [string, string])[]
  sections: readonly (Section | null)[]
  histories: readonly History[]
  masked: boolean
}

/** Cover, contents, what the file holds in its order, and at the end how it is checked. */
export function bound(
  desk: Pick<PapersDesk, 'now' | 'roster'>,
  reader: Person | null,
  { title, rows, sections, histories, masked }: Cover,
): Paper {
  const parts = [...sections.filter((s) => s !== null), checkSection(histories, desk.now)]
  const printed = [
    [words.cover.printed, fullDay(desk.now)],
    [words.cover.reader, reader?.name ?? words.office],
  ] as const
  return {
    title,
    issuer: desk.roster.townName,
    cover: 'page',
    lead: [{ is: 'facts', rows: [...rows, ...printed] }, ...(masked ? [note(words.masked)] : [])],
    contents: {
      title: words.contents,
      head: words.contentsHead,
      check: words.checkShort(histories[0]?.lines.at(-1)?.hash ?? ''),
    },
    sections: parts.map((part, i) => ({ ...part, title: words.numbered(i, part.title) })),
    pages: pagesOf,
  }
}

/** 卷宗 of one matter as this reader may read it; null for whom it is not to be seen in full. `reader` null: the office's own copy. */
export async function caseFile(desk: PapersDesk, reader: Person | null, ticket: Ticket): Promise<Paper | null> {
  const file = await matterFile(desk, reader, ticket)
  if (!file) return null
  const { cover } = words
  return bound(desk, reader, {
    title: words.title,
    rows: [
      [cover.label, ticket.label],
      [cover.about, file.eyes.text(ticket.title)],
      [cover.kind, kindNames[ticket.kind]],
      [cover.where, words.place(placeName(desk.roster, ticket.place))],
      [cover.opened, fullDay(ticket.openedAt)],
      [cover.ended, ticket.endedAt ? fullDay(ticket.endedAt) : words.notEnded],
      [cover.owner, ticket.owner ? personName(desk.roster, ticket.owner) : words.nobody],
    ],
    sections: [
      register(file, desk.roster),
      spoken(file),
      course(file, desk.roster),
      visits(file),
      talks(file),
      agreements(file),
      result(file),
      asked(file),
      signing(words.served, words.signatures),
    ],
    histories: file.histories,
    masked: file.eyes.masked,
  })
}
