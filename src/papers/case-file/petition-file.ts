import { maskNumbers } from '../../domain/mask.ts'
import type { Person } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName } from '../../domain/roster.ts'
import { clocksOf, mayAskUntil, PETITIONS, type Petition, petitionSight } from '../../measures/petitions/facts.ts'
import { basis, clockWords, outcomeWords, stateWords, wayWords } from '../../measures/petitions/words.ts'
import { stepNames } from '../../measures/petitions/words-steps.ts'
import { caseFileWords as words } from '../../wording/case-file.ts'
import { fullDay } from '../../wording/dates.ts'
import { sayLabels } from '../../wording/labels.ts'
import { type Block, type Paper, type Section, text } from '../paper.ts'
import { bound } from './case-file.ts'
import type { PapersDesk } from './matter.ts'
import { moment, signing } from './matter-sections.ts'

const say = words.petition
const dayOr = (at: Date | null): string => (at ? fullDay(at) : words.notYet)
const part = (title: string, blocks: readonly Block[], apart?: true): Section => ({ title, blocks, ...(apart && { apart }) })

/** 卷宗 of a petition, in the order of 信访: null for whom it does not exist. Only those who handle it ever read any of it. */
export async function petitionFile(desk: PapersDesk, reader: Person | null, p: Petition): Promise<Paper | null> {
  if (reader && petitionSight(desk.roster, reader, p) !== 'all') return null
  const label = sayLabels.petition(p.number)
  const lines = await desk.cases(PETITIONS).history(p.id)
  const name = (id: string | null) => (id ? personName(desk.roster, id) : words.nobody)
  const { cover } = words
  return bound(desk, reader, {
    title: words.petitionTitle,
    rows: [
      [cover.label, label],
      [cover.about, maskNumbers(p.demands[0]?.text ?? p.text)],
      [cover.where, words.place(p.village ? placeName(desk.roster, p.village) : '')],
      [cover.opened, fullDay(p.receivedAt)],
      [cover.ended, p.endedAt ? fullDay(p.endedAt) : words.notEnded],
      [cover.owner, name(p.lead)],
    ],
    sections: [
      registered(p, label, name),
      part(say.text, [text(maskNumbers(p.text))]),
      clocks(p, desk),
      demands(p),
      visited(p, name),
      promised(p, name),
      answered(p, lines.findLast((e) => e.what === 'answered')?.note ?? null),
      reviewed(p),
      p.handedTo && part(say.handedOver, [text(say.handed(p.handedTo.office, p.handedTo.reference, fullDay(p.handedTo.at)))]),
      courseOf(lines, name),
      signing(say.served, say.signatures),
    ],
    histories: [{ what: label, subject: `${PETITIONS.measure}:${p.id}`, lines }],
    masked: false,
  })
}

type Name = (id: string | null) => string

const registered = (p: Petition, label: string, name: Name): Section => {
  const { rows } = say
  const said: readonly (readonly [string, string])[] = [
    [rows.label, label],
    [rows.receivedAt, fullDay(p.receivedAt)],
    [rows.way, wayWords[p.way]],
    [rows.petitioner, p.petitioner.name],
    [rows.people, say.people(p.people)],
    [rows.registrar, name(p.registrar)],
    [rows.lead, name(p.lead)],
    [rows.handlers, p.handlers.map((id) => name(id)).join('、') || words.nobody],
    [rows.acceptedAt, dayOr(p.acceptedAt)],
    [rows.noticedAt, dayOr(p.noticedAt)],
    [rows.answeredAt, dayOr(p.answeredAt)],
    [rows.state, stateWords[p.status]],
  ]
  return part(say.register, [{ is: 'facts', rows: said }], true)
}

const clocks = (p: Petition, { calendar }: Pick<PapersDesk, 'calendar'>): Section =>
  part(say.clocks, [
    {
      is: 'table',
      head: say.clockHead,
      widths: [3, 3, 3, 2],
      rows: clocksOf(p, calendar).map((c) => [clockWords[c.code], basis(c), fullDay(c.due), c.done ? say.done : say.open]),
    },
  ])

const demands = (p: Petition): Section =>
  part(say.demands, [
    {
      is: 'table',
      head: say.demandHead,
      widths: [1, 5, 2.6, 4],
      rows: p.demands.map((d, i) => [
        String(i + 1),
        maskNumbers(d.text),
        d.outcome ? outcomeWords[d.outcome] : say.undecided,
        maskNumbers(d.explanation ?? ''),
      ]),
    },
  ])

const visited = (p: Petition, name: Name): Section =>
  part(
    say.visits,
    p.visits.length > 0 ? p.visits.map((v) => text(say.visit(moment(v.at), name(v.by), maskNumbers(v.said)))) : [text(words.none)],
  )

const promised = (p: Petition, name: Name): Section | null =>
  p.promises.length > 0
    ? part(say.promises, [
        {
          is: 'table',
          head: say.promiseHead,
          widths: [5, 2, 2.6, 2.6],
          rows: p.promises.map((d) => [maskNumbers(d.text), name(d.by), fullDay(d.due), dayOr(d.kept)]),
        },
      ])
    : null

function answered(p: Petition, said: string | null): Section {
  const until = mayAskUntil(p)
  if (!p.answeredAt) return part(say.answer, [text(say.noAnswer)])
  return part(say.answer, [
    text(say.answeredOn(fullDay(p.answeredAt))),
    ...(said ? [text(maskNumbers(said))] : []),
    ...(until ? [text(say.mayAsk(fullDay(until)))] : []),
  ])
}

const reviewed = (p: Petition): Section | null =>
  p.reviews.length > 0
    ? part(say.reviews, [
        {
          is: 'table',
          head: say.reviewHead,
          widths: [2, 3, 3],
          rows: p.reviews.map((r) => [clockWords[r.step], fullDay(r.askedAt), dayOr(r.answeredAt)]),
        },
      ])
    : null

const courseOf = (lines: Awaited<ReturnType<ReturnType<PapersDesk['cases']>['history']>>, name: Name): Section =>
  part(say.course, [
    {
      is: 'table',
      head: words.courseHead,
      widths: [3.2, 2.4, 1.8, 5],
      rows: lines
        .filter((e) => e.what in stepNames)
        .map((e) => [moment(e.at), stepNames[e.what] ?? '', e.by ? name(e.by) : words.byItself, e.note ? maskNumbers(e.note) : '']),
    },
  ])
