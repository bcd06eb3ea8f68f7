import { atHome, type Danger, type Kind } from '../domain/judgement.ts'
import { wordsBeside } from '../reading/named-words.ts'

const said = wordsBeside(import.meta.url, 'rules')

/** The duty that a danger belongs to, whatever else the words say. */
// biome-ignore format: a table
const DANGER_DUTY: Record<Danger, string> = {
  fire: 'V-FIRE', flood: 'V-RIVER', landslide: 'V-LANDSLIDE', gas: 'V-OTHER', collapse: 'V-LANDSLIDE', electric: 'V-WIRE', brawl: 'V-SAFETY',
  accident: 'V-TRAFFIC', missing: 'V-OTHER', violence: 'H-VIOLENCE', selfharm: 'H-MIND', child: 'H-CHILD',
  elder: 'H-SICK', poison: 'H-SICK',
}

const OTHER = 'V-OTHER'

const BETWEEN_NEIGHBOURS = said('between-neighbours')
const OWN_HOUSE = said('own-house')
const BURIED = said('buried')

/**
 * Everybody may be in danger: told aloud, so it is a matter of the village. A blow between two neighbours is theirs,
 * and a house that threatens to come down on its own family is that family's.
 */
export function kindOfDanger(danger: Danger, text: string): Kind {
  if (atHome(danger)) return 'household'
  if (danger === 'brawl' && BETWEEN_NEIGHBOURS.test(text)) return 'neighbour'
  if (danger === 'collapse' && OWN_HOUSE.test(text) && !BURIED.test(text)) return 'household'
  return 'village'
}

const OTHER_DUTY: Partial<Record<Danger, Partial<Record<Kind, string>>>> = {
  brawl: { neighbour: 'N-FIGHT' },
  collapse: { household: 'H-DANGER' },
}
const ON_THE_ROAD = said('on-the-road')

/** Somebody who fainted is no matter of the traffic. */
export const dutyOfDanger = (danger: Danger, kind: Kind, text: string): string =>
  OTHER_DUTY[danger]?.[kind] ?? (danger === 'accident' && !ON_THE_ROAD.test(text) ? OTHER : DANGER_DUTY[danger])
