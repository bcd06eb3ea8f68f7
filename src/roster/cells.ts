import { LEDGER_COLUMNS } from '../domain/ledger-column.ts'
import type { Township } from '../domain/township.ts'
import type { Field, SheetKey } from './sheets.ts'
import {
  EDUCATION_WORDS,
  EVIDENCE_WORDS,
  FULL_TIME,
  GROUP_WORDS,
  KIND_WORDS,
  LEDGER_WORDS,
  LEVEL_WORDS,
  limitWord,
  MODE_WORDS,
  RECORD_WORDS,
  ROLE_WORDS,
  SAME_DAY,
  USE_WORDS,
  wordOf,
} from './vocabulary.ts'

type Cells = { [K in SheetKey]: Record<Field<K>, string>[] }

const list = (words: readonly string[]): string => words.join('、')
const yesNo = (yes: boolean): string => (yes ? '是' : '否')

/** A township as the texts of the workbook's cells; `checkWorkbook` reads the same back. */
export const cellsOf = (t: Township): Cells => ({
  grid: t.grid.map((n) => ({
    id: n.id,
    parentId: n.parentId ?? '',
    level: wordOf(LEVEL_WORDS, n.level),
    name: n.name,
    short: n.short ?? '',
    aliases: list(n.aliases),
  })),
  households: t.households.map(({ id, grid }) => ({ id, grid })),
  people: t.people.map((p) => ({
    id: p.id,
    name: p.name,
    phone: p.phone ?? '',
    household: p.household ?? '',
    onRoster: yesNo(p.onRoster),
    account: p.account ?? '',
  })),
  roles: t.people.flatMap((p) => p.roles.map((r) => ({ person: p.id, role: wordOf(ROLE_WORDS, r.role), grid: r.grid }))),
  groups: t.groups.map(({ id, name, kind, grid }) => ({ id, name, kind: wordOf(GROUP_WORDS, kind), grid })),
  members: t.groups.flatMap((g) => g.members.map((person) => ({ group: g.id, person }))),
  duties: t.duties.map((d) => ({
    ...{ code: d.code, kind: wordOf(KIND_WORDS, d.kind), topic: d.topic, name: d.name, short: d.short, words: list(d.words) },
    owner: wordOf(ROLE_WORDS, d.owner),
    coOwners: list(d.coOwners.map((role) => wordOf(ROLE_WORDS, role))),
    mode: wordOf(MODE_WORDS, d.mode),
    respond: limitWord(d.respond),
    complete: limitWord(d.complete),
    evidence: list(d.evidence.map((it) => wordOf(EVIDENCE_WORDS, it))),
    deliberate: yesNo(d.deliberate),
    ...{ procedure: d.procedure, papers: d.papers, where: d.where, basis: d.basis },
  })),
  venues: (t.venues ?? []).map(({ id, name, grid, uses, address }) => ({
    ...{ id, name, grid, address },
    uses: list(uses.map((use) => wordOf(USE_WORDS, use))),
  })),
  staff: (t.staff ?? []).map((s) => ({
    ...{ person: s.person, post: s.post, since: s.since ?? '', how: s.how },
    education: s.education ? `${s.fullTime ? FULL_TIME : ''}${wordOf(EDUCATION_WORDS, s.education)}` : '',
  })),
  records: (t.records ?? []).map((r) => ({ ...r, kind: wordOf(RECORD_WORDS, r.kind) })),
  ledger: (t.ledger ?? LEDGER_COLUMNS).map((column, i) => ({ order: String(i + 1), column: wordOf(LEDGER_WORDS, column) })),
})

const firstWords = (words: Record<string, readonly string[]>): string[] => Object.values(words).flatMap((known) => known.slice(0, 1))
const LIMITS = ['15分钟', '2工作时', '24小时', '1工作日', '3工作日', '5工作日', '7工作日', '15工作日', SAME_DAY]

/** Columns whose words can be picked from a list. Limits may be others than the listed ones. */
export const CHOICES: Readonly<Record<string, { words: readonly string[]; strict: boolean }>> = {
  'grid level': { words: firstWords(LEVEL_WORDS), strict: true },
  'people onRoster': { words: ['是', '否'], strict: true },
  'roles role': { words: firstWords(ROLE_WORDS), strict: true },
  'ledger column': { words: firstWords(LEDGER_WORDS), strict: true },
  'groups kind': { words: firstWords(GROUP_WORDS), strict: true },
  'duties kind': { words: firstWords(KIND_WORDS), strict: true },
  'duties owner': { words: firstWords(ROLE_WORDS), strict: true },
  'duties mode': { words: firstWords(MODE_WORDS), strict: true },
  'duties deliberate': { words: ['是', '否'], strict: true },
  'duties respond': { words: LIMITS, strict: false },
  'duties complete': { words: LIMITS, strict: false },
  'staff education': { words: firstWords(EDUCATION_WORDS), strict: false },
  'records kind': { words: firstWords(RECORD_WORDS), strict: true },
}
