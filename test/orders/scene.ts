import type { Role } from '../../src/domain/people.ts'
import type { Scene } from '../../src/orders/define-command.ts'
import { namedDuties } from '../../src/orders/find-duties.ts'
import { namesAmong, readWhoAtStart } from '../../src/reading/who.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const CADRES = [
  { id: 'k', name: '李建国', titles: ['网格员'], village: '坪头村' },
  { id: 's', name: '王德富', titles: ['支书', '书记', '主任'], village: '坪头村' },
  { id: 'm', name: '王芳', titles: ['调解员'], village: '坪头村' },
  { id: 'z', name: '张满仓', titles: ['网格员'], village: '坪头村' },
  { id: 'l', name: '赵强', titles: ['领导'], village: '' },
]

export const SHORTS = [
  { short: '坪', villageName: '坪头村' },
  { short: '河', villageName: '河湾村' },
  { short: '镇', villageName: '鸡峰镇' },
]

/** A small roster: two villages, four cadres. */
export const sceneOf = (role: Role, place: Partial<Pick<Scene, 'inGroup' | 'quoting' | 'quotingOwn' | 'called'>> = {}): Scene => ({
  person: { id: 'x', name: '某某', phone: null, household: null, roles: [{ role, grid: 'V01' }], onRoster: true },
  inGroup: false,
  quoting: false,
  quotingOwn: false,
  called: false,
  ...place,
  shorts: SHORTS,
  cadreAt: namesAmong(CADRES),
  namesCadre: (words) => !('none' in readWhoAtStart(words, CADRES).who),
  namesDuty: (words) => namedDuties(sampleDuties, words).length > 0,
})
