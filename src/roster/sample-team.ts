import type { GridNode } from '../domain/grid.ts'
import type { Staff, TeamRecord } from '../domain/team.ts'
import type { RosterPerson, Township } from '../domain/township.ts'

const POSTS: Readonly<Record<string, string>> = { secretary: '村党支部书记', clerk: '村文书', mediator: '人民调解员' }

/** Every eighth clerk has a full degree, the others a diploma. */
const educationOf = (post: string, n: number): Pick<Staff, 'education' | 'fullTime'> =>
  post === 'clerk' ? { education: n % 8 === 0 ? 'bachelor' : 'college', fullTime: n % 8 === 0 } : { education: 'senior', fullTime: false }

/** A room for lectures, mediation and the talking day in the town and in each village; a register of the villages' officers; some records. */
export function sampleTeam(grid: readonly GridNode[], people: readonly RosterPerson[]): Pick<Township, 'venues' | 'staff' | 'records'> {
  const staff: Staff[] = []
  const records: TeamRecord[] = []
  for (const p of people) {
    const office = p.roles.find((r) => r.role in POSTS)
    if (!office) continue
    const n = staff.length
    const elected = office.role === 'secretary'
    staff.push({
      ...{ person: p.id, post: POSTS[office.role] ?? '', since: `20${20 + (n % 6)}-0${1 + (n % 9)}`, how: elected ? '换届选举' : '招考' },
      ...educationOf(office.role, Math.floor(n / 3)),
    })
    if (office.grid === 'V01') records.push({ person: p.id, kind: 'checkup', day: '2026-05-20', title: '年度体检', basis: '' })
  }
  const venues = grid
    .filter((node) => node.level === 'town' || node.level === 'village')
    .map((node) => ({
      ...{ id: `${node.id}-M`, name: '德育堂', grid: node.id, address: node.level === 'town' ? '镇政府一楼' : '村部旁' },
      uses: ['lecture' as const, 'mediation' as const, 'sayday' as const],
    }))
  return { venues, staff, records }
}
