import { describe, expect, it } from 'vitest'
import { dutiesLike } from '../../src/commands/duties-like.ts'
import { placeElsewhere } from '../../src/commands/elsewhere.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

describe('the duty list by everyday words', () => {
  it.each([
    ['低保', 'H-DIBAO'],
    ['户口', 'H-HUKOU'],
    ['医保', 'H-MEDINS'],
    ['路灯', 'V-LAMP'],
    ['宅基地', 'H-HOUSEPLOT'],
    ['合疗', 'H-MEDINS'],
    ['五保户', 'H-WUBAO'],
  ])('%s is %s', (words, code) => {
    expect(dutiesLike(sampleDuties, words).map((d) => d.code)).toContain(code)
  })

  it('finds nothing for other words', () => {
    expect(dutiesLike(sampleDuties, '发群里了')).toEqual([])
    expect(dutiesLike(sampleDuties, '')).toEqual([])
  })
})

describe('where to go instead', () => {
  it.each([
    ['归供电所管', '供电所（95598）'],
    ['已经在法院打官司', '县法院立案庭'],
    ['派出所在查', '派出所（110）'],
    ['不合规定', ''],
  ])('%s → %s', (reason, where) => {
    expect(placeElsewhere(reason)).toBe(where)
  })
})
