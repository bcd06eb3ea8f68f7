import type { KeepDays } from '../domain/retention.ts'
import { holders, personName, type Roster } from '../domain/roster.ts'
import { writeNotices } from '../papers/posters.ts'
import { drawNotice } from '../pictures/draw.ts'
import type { NoticeSheet } from '../pictures/notice.ts'
import type { Desk } from '../ports/desk.ts'
import type { GroupReport } from '../ports/operations.ts'
import type { VillageNotices } from '../ports/village-notices.ts'
import { noticeText, villageNotice } from '../wording/village-notice.ts'

interface Parts {
  /** Null while no town is served. */
  atDesk<T>(run: (desk: Pick<Desk, 'roster'>) => Promise<T>): Promise<T | null>
  groups(): Promise<readonly GroupReport[]>
  keepDays: KeepDays
}

/** The notice of a village as the settings, the roster and the way its group is heard are now. */
export function villageNoticesOf({ atDesk, groups, keepDays }: Parts): VillageNotices {
  const villagesOf = ({ nodes }: Roster) => [...nodes.values()].filter((n) => n.level === 'village')
  async function sheets(only: string | null): Promise<(NoticeSheet & { id: string })[]> {
    const bound = await groups()
    const made = await atDesk(async ({ roster }) =>
      villagesOf(roster)
        .filter((v) => only === null || v.id === only)
        .map(({ id, name: village }) => {
          const [clerk] = holders(roster, 'clerk', id)
          const heard = bound.find((g) => g.state === 'bound' && g.group && roster.groups.get(g.group.id)?.grid === id)
          const facts = { town: roster.townName, village, hears: heard?.hears ?? null, keepDays }
          return { id, ...facts, ...villageNotice({ ...facts, clerk: clerk === undefined ? null : personName(roster, clerk) }) }
        }),
    )
    return made ?? []
  }
  return {
    villages: async () => (await atDesk(async ({ roster }) => villagesOf(roster))) ?? [],
    async text(village) {
      const [sheet] = await sheets(village)
      return sheet ? noticeText(sheet) : null
    },
    async print(village, as) {
      const made = await sheets(village)
      const [first] = made
      return first ? (as === 'pdf' ? writeNotices(made) : drawNotice(first)) : null
    },
  }
}
