import { holders, type Roster } from '../../domain/roster.ts'

/** Who keeps a 社 or a 十户联防, nearest first; somebody on leave is stood in for. */
export const keepersOf = (roster: Roster, grid: string): string[] => holders(roster, 'keeper', grid)
