import { describe, expect, it } from 'vitest'
import { createClassifier } from '../../src/classify/classify.ts'
import { DANGER_WORDS } from '../../src/classify/lexicon.ts'
import { lookForDanger } from '../../src/classify/look-for-danger.ts'
import { atHome } from '../../src/domain/judgement.ts'
import { sampleDuties } from '../../src/roster/duty-list.ts'

const { judge } = createClassifier({ duties: sampleDuties, places: [] })

describe('the lexicon of danger', () => {
  it('looks first behind doors, then in public', () => {
    const doors = DANGER_WORDS.map(({ danger }) => atHome(danger) !== null)
    expect(doors).toEqual([...doors].sort((a, b) => Number(b) - Number(a)))
  })

  it('calls whatever is wrong with a body behind doors what it is, whatever else the words resemble', () => {
    expect(lookForDanger('我婆跌到灶房了 叫着不应 锅里还着火着').looked).toMatchObject({ danger: 'elder', level: 'plain' })
  })
})

describe('what only sounds like it', () => {
  it.each([
    '没着火 是锅里的油烟',
    '电视里那个房塌了 人压在底下',
    '前年发大水 我们站在房顶上过了一夜',
    '要是再下 河就涨上来了',
    '三爷说他年轻时一拳打死过狼',
    '火已经灭了 人都好着',
    '杀猪呢 血流了一盆',
    '给我大烧纸去了 火灭净才回来的',
    '游戏里又叫人一刀砍死了',
    '洋芋跌到三毛 要人命呢',
    '我们已经到桥头了 正往你那里走',
    '明天演练 看见冒烟不要怕',
  ])('%s: nobody is called, nobody is asked to look', (text) => {
    expect(judge(text)).toMatchObject({ danger: null, hint: null })
  })
})

describe('what is only hinted at', () => {
  it.each(['药瓶子都准备好了', '我去河边坐一会 你们别找', '脸上青一块紫一块 没脸见人'])('%s: a look, and no siren', (text) => {
    const { danger, hint } = judge(text)
    expect(danger).toBeNull()
    expect(hint).not.toBeNull()
  })
})
