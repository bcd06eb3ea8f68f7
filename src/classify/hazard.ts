import { EVIDENCE } from './lexicon.ts'
import { everyday, type Sights } from './look-for-danger.ts'

/** 村口桥栏杆断了，危险; 井盖没了，娃娃掉下去咋办: said of a public thing, it cannot wait for the usual days. */
export const isHazard = (text: string, { calm }: Sights): boolean =>
  (EVIDENCE.get('hazard')?.test(everyday(text)) ?? false) &&
  !calm.some((c) => c.name === 'over' || c.name === 'denied' || c.name === 'story')
