import type { Roster } from '../../domain/roster.ts'
import { placeName } from '../../tickets/facts.ts'
import { audienceOf } from './words.ts'

/** Whom groups reach, in words: the village of a village's group, the name of any other. */
export const audienceName = (roster: Roster, groups: readonly string[]): string =>
  audienceOf(
    groups.flatMap((id) => {
      const group = roster.groups.get(id)
      return group ? [group.kind === 'village' ? placeName(roster, group.grid) : group.name] : []
    }),
  )
