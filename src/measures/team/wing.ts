import { earlier } from '../../domain/durations.ts'
import { dayOf } from '../../domain/moments.ts'
import { isCadre } from '../../domain/people.ts'
import { placeName } from '../../domain/place-name.ts'
import { personName, type Roster, villageOf } from '../../domain/roster.ts'
import type { RecordKind, TeamRecord } from '../../domain/team.ts'
import { line } from '../../wording/digests.ts'
import { roleNames } from '../../wording/names.ts'
import { defineWing } from '../define-wing.ts'
import type { Cell } from '../measure.ts'
import { cadreFile, recordCommands, registerCadre, team } from './orders.ts'
import { teamPages } from './pages.ts'
import { cadresKeptBy, countRecords } from './verbs.ts'
import * as say from './words.ts'

const NAMES = 8
const RECORDS = 30

const GRASPS: readonly (readonly [grasp: string, kinds: readonly RecordKind[]])[] = [
  [say.grasps.training, ['training']],
  [say.grasps.activity, ['activity']],
  [say.grasps.warning, ['warning']],
  [say.grasps.assessment, ['assessment', 'reward']],
  [say.grasps.checkup, ['checkup']],
]

function eventRow(roster: Roster, grasp: string, all: readonly TeamRecord[]): Cell[] {
  const [first] = all
  const names = all.slice(0, NAMES).map((r) => personName(roster, r.person))
  return [grasp, first?.day ?? '', first?.title ?? '', all.length, say.severalNames(names, all.length), first?.basis ?? '']
}

/** 一支队伍服务. */
export const teamWing = defineWing({
  orders: [registerCadre, ...recordCommands, team, cadreFile],
  dayLines: null,
  async monthLines(desk, person, month) {
    const ids = new Set(cadresKeptBy(desk.roster, person).map((p) => p.id))
    const records = (await desk.team.between(`${month}-01`, `${month}-31`)).filter((r) => ids.has(r.person))
    return line(7, say.monthLine(countRecords(records)))
  },
  sheets: [
    /** Every cadre with their line of the register, in the order of the roster and no other. */
    {
      sheet: say.staffSheet,
      columns: say.staffColumns,
      async rows(desk, span) {
        const { roster } = desk
        const checkups = new Map<string, string>()
        for (const r of await desk.team.between('', dayOf(earlier(span.to, 1)))) if (r.kind === 'checkup') checkups.set(r.person, r.day)
        return [...roster.people.values()].filter(isCadre).map((p, i) => {
          const s = roster.staff.get(p.id)
          const offices = p.roles.filter((r) => r.role !== 'resident')
          const village = villageOf(roster, offices[0]?.grid ?? '')
          return [
            ...[i + 1, p.name, village ? placeName(roster, village) : roster.townName],
            [...new Set(offices.map((r) => roleNames[r.role]))].join('、'),
            ...[s?.post ?? '', s ? say.educationWord(s) : '', say.sinceWord(s?.since ?? null), s?.how ?? '', checkups.get(p.id) ?? ''],
          ]
        })
      },
    },
    /** 五抓五促 of a year or a month: what was done, when, for how many. */
    {
      sheet: say.graspSheet,
      columns: say.graspColumns,
      async rows(desk, span) {
        const { roster } = desk
        const [from, to] = [dayOf(span.from), dayOf(earlier(span.to, 1))]
        const rows: Cell[][] = [...roster.staff.values()]
          .filter((s) => s.since !== null && s.since >= from.slice(0, s.since.length) && s.since <= to)
          .toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))
          .map((s) => [
            say.grasps.staff,
            s.since ?? '',
            `${s.post}${say.educationWord(s) ? `，${say.educationWord(s)}` : ''}`,
            1,
            personName(roster, s.person),
            s.how,
          ])
        const records = await desk.team.between(from, to)
        for (const [grasp, kinds] of GRASPS) {
          const events = Map.groupBy(
            records.filter((r) => kinds.includes(r.kind)),
            (r) => `${r.day}\n${r.title}\n${r.basis}`,
          )
          for (const all of events.values()) rows.push(eventRow(roster, grasp, all))
        }
        return rows.map((r, i) => [i + 1, ...r])
      },
    },
  ],
  morning: null,
  jobs: [],
  async keepsOf(desk, { id }) {
    const staff = desk.roster.staff.get(id)
    const records = await desk.team.recordsOf(id, RECORDS)
    return [...(staff ? [say.staffInFile(staff)] : []), ...(records.length > 0 ? [say.recordsInFile(records)] : [])]
  },
  made: [{ word: say.made, count: (desk, { id }) => desk.team.countBy(id) }],
  forgets: {},
  staysWith: null,
  pages: [teamPages],
  held: null,
})
