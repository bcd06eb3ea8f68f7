import type { Duty, Evidence, Mode } from '../../domain/duty.ts'
import type { DutyField } from './facts.ts'
import type { Role } from '../../domain/people.ts'
import { readLimit } from '../../reading/limit.ts'

const FIELDS: readonly (readonly [words: string, field: DutyField])[] = [
  ['责任人|负责人|谁负责|谁管', 'owner'],
  ['协办|配合', 'coOwners'],
  ['首次回应|回应', 'respond'],
  ['办结时限|办理时限|时限|期限|办结', 'complete'],
  ['办理方式|方式', 'mode'],
  ['办结前要有|证据', 'evidence'],
  ['先议', 'deliberate'],
  ['办理步骤|步骤|流程|怎么办', 'procedure'],
  ['要带材料|材料|要带', 'papers'],
  ['去哪里办|地方|地点|去哪里', 'where'],
  ['依据', 'basis'],
  ['常用说法|说法|俗称', 'words'],
]
const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/网格员|社长/u, 'keeper'],
  [/文书|会计/u, 'clerk'],
  [/支书|书记|主任/u, 'secretary'],
  [/调解/u, 'mediator'],
  [/值班/u, 'duty'],
  [/领导|包村/u, 'leader'],
]
const MODE_WORDS: Record<string, Mode> = { 直办: 'direct', 领办: 'led', 联办: 'joint', 督办: 'supervised' }
const EVIDENCE_WORDS: Record<string, Evidence> = { 照片: 'photo', 走访: 'visit', 议事: 'talk' }
const SPLIT = /[、，,；;\s]+/u
const NONE = /^(?:没有|不用|无|取消)$/u
const FORM = new RegExp(`^(.+?)[\\s，,]*的?(${FIELDS.map(([words]) => words).join('|')})(?:改成|改为|换成|是|为|[:：\\s])*\\s*(.+)$`, 'u')

export interface DutyOrder {
  what: string
  field: DutyField
  value: string
}

/** 路灯 时限 5天, 路灯的责任人改成文书. */
export function readDutyOrder(text: string): DutyOrder | null {
  const found = FORM.exec(text)
  const field = FIELDS.find(([words]) => words.split('|').includes(found?.[2] ?? ''))?.[1]
  const [what, value] = [found?.[1]?.trim(), found?.[3]?.trim()]
  return field && what && value ? { what, field, value } : null
}

const roleOf = (said: string): Role | null => ROLE_WORDS.find(([form]) => form.test(said))?.[1] ?? null

/** The line with the field as said, or null where the words cannot be understood. */
export function withField(duty: Duty, { field, value }: Pick<DutyOrder, 'field' | 'value'>): Duty | null {
  switch (field) {
    case 'owner': {
      const owner = roleOf(value)
      return owner && { ...duty, owner }
    }
    case 'coOwners': {
      const roles = NONE.test(value) ? [] : value.split(SPLIT).map(roleOf)
      return roles.some((r) => r === null) ? null : { ...duty, coOwners: roles.flatMap((r) => r ?? []) }
    }
    case 'respond':
    case 'complete': {
      const limit = readLimit(value)
      return limit && { ...duty, [field]: limit }
    }
    case 'mode': {
      const mode = MODE_WORDS[value]
      return mode ? { ...duty, mode } : null
    }
    case 'evidence': {
      const wanted = NONE.test(value) ? [] : value.split(SPLIT).map((w) => EVIDENCE_WORDS[w])
      return wanted.some((e) => e === undefined) ? null : { ...duty, evidence: wanted.flatMap((e) => e ?? []) }
    }
    case 'deliberate':
      return /^[是否]$/u.test(value) ? { ...duty, deliberate: value === '是' } : null
    case 'words':
      return { ...duty, words: [...new Set([...duty.words, ...value.split(SPLIT)])] }
    case 'procedure':
    case 'papers':
    case 'where':
    case 'basis':
      return { ...duty, [field]: value }
    default:
      return field satisfies never
  }
}
