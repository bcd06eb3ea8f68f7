import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/reading/normalise.ts'

describe('the bot called by its name', () => {
  it.each([
    ['@说事 进度', '进度'],
    ['@说事\u2005接 ７', '接 7'],
    ['办结 7 @说事', '办结 7'],
    ['说事 进度', '进度'],
    ['说事，进度', '进度'],
    ['说事：三社的路灯不亮了', '三社的路灯不亮了'],
    ['说事机器人 帮助', '帮助'],
    ['说事', ''],
    ['@说事', ''],
  ])('%s says %s', (typed, text) => {
    expect(normalise(typed)).toMatchObject({ text, mentioned: true })
  })

  it.each(['说事的人多得很', '有事说事', '说事儿呢', '我去说事 你等着', '机器人安静'])('%s calls nobody', (typed) => {
    expect(normalise(typed)).toMatchObject({ text: typed, mentioned: false })
  })
})
