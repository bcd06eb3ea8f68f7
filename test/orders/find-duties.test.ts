import { describe, expect, it } from 'vitest'
import { findDuties, namedDuties } from '../../src/orders/find-duties.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

describe('the duty list asked in everyday words', () => {
  it.each([
    ['娃上户口要啥', 'H-HUKOU'],
    ['医保咋交', 'H-MEDINS'],
    ['低保怎么申请', 'H-DIBAO'],
    ['请问合疗报销要带什么材料', 'H-MEDINS'],
    ['身份证丢了咋补', 'H-ID'],
    ['老板跑了工钱没给找谁', 'H-JOB'],
    ['路灯坏了找谁', 'V-LAMP'],
    ['灯泡不亮了', 'V-LAMP'],
    ['庄基咋批', 'H-HOUSEPLOT'],
    ['残疾证去哪办', 'H-DISABLE'],
    ['儿子不给养老人', 'H-ELDER'],
    ['房子漏雨能不能修', 'H-DANGER'],
    ['退伍军人有啥优待证', 'H-VETERAN'],
    ['自来水停了多久能修', 'V-WATER'],
    ['地界石被挪了', 'N-BOUND'],
  ])('%s', (asked, code) => {
    expect(findDuties(sampleDuties, asked)[0]?.code).toBe(code)
  })

  it.each(['今天天气好', '吃了吗', '呵呵'])('has nothing for %s', (asked) => {
    expect(findDuties(sampleDuties, asked)).toEqual([])
  })
})

describe('what names a line of the list', () => {
  it.each([
    ['低保', 'H-DIBAO'],
    ['户口', 'H-HUKOU'],
    ['医保', 'H-MEDINS'],
    ['路灯', 'V-LAMP'],
    ['宅基地', 'H-HOUSEPLOT'],
    ['合疗', 'H-MEDINS'],
    ['五保户', 'H-WUBAO'],
  ])('%s is %s', (words, code) => {
    expect(namedDuties(sampleDuties, words).map((d) => d.code)).toContain(code)
  })

  it('finds nothing for other words', () => {
    expect(namedDuties(sampleDuties, '发群里了')).toEqual([])
    expect(namedDuties(sampleDuties, '')).toEqual([])
  })

  it.each(['今天天气好', '路上小心', '水果摊'])('never guesses: %s', (words) => {
    expect(namedDuties(sampleDuties, words)).toEqual([])
  })

  it('puts the likeliest first', () => {
    expect(namedDuties(sampleDuties, '路灯不亮')[0]?.code).toBe('V-LAMP')
  })
})
