import { describe, expect, it } from 'vitest'
import { evidenceIn } from '../../src/classify/evidence.ts'

describe('evidence', () => {
  it.each([
    ['院坝边那根自来水管漏了', 'plain', ['自来水', '漏了']],
    ['邻居砌墙占了我半尺地', 'plain', ['邻居', '占了']],
    ['低保停了两个月', 'plain', ['低保', '停了']],
    ['停水了', 'partly', ['停水']],
    ['宅基地的事', 'partly', ['宅基地']],
    ['老婆的手机呢', 'little', ['老婆']],
    ['晚上吃啥', 'none', []],
  ])('of %s is %s: %s', (text, strength, words) => {
    expect(evidenceIn(text)).toMatchObject({ strength, words })
  })

  it.each(['小时候路灯坏了没人管', '电视上说桥塌了', '路灯修好了'])('in %s tells of another time, of a screen, of what is over', (text) => {
    expect(evidenceIn(text).against).toBe(true)
  })

  it('takes the longest phrase at a place, and each word once', () => {
    expect(evidenceIn('高龄补贴停发').words).toEqual(['高龄补贴', '停发'])
  })
})
