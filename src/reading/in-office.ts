import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'in-office')

/** Somebody in office, without a title that the roster knows: 在县上上班的人, 公务员, 吃公家饭的. */
const IN_OFFICE = said('in-office')

/** That somebody stands behind it, or in front. */
const BACKED = said('backed')

/** What nobody may do, whoever they are. */
const WRONG = said('wrong')
/** Public money that somebody got who should not have: nobody but one in office can see to that. */
const MISUSED = said('misused')
/** The work, the money or the turn that somebody's kin got. */
const KIN = said('kin')
/** What was put where somebody in office lives, and not where others do. */
const AT_THEIRS = said('at-theirs')
const NEAR = 30

const near = (text: string, one: RegExp, other: RegExp): boolean =>
  [...text.matchAll(new RegExp(one.source, 'gu'))].some((found) =>
    other.test(text.slice(Math.max(0, found.index - NEAR), found.index + found[0].length + NEAR)),
  )

/**
 * Whether somebody in office, or somebody whom one in office protects, is said to have a part in a wrong. Who that is may be
 * unknown; that it is said makes it nobody's business but the one's above.
 */
export const hintsAtOffice = (text: string): boolean =>
  near(text, IN_OFFICE, WRONG) || near(text, BACKED, WRONG) || [MISUSED, KIN, AT_THEIRS].some((it) => it.test(text))
