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

/** One plain way to say a line of the lexicon: the first of each choice, nothing for what may be missing. */
function saidOnce(line: string): string {
  let said = line.replace(/\(\?<?[!=][^()]*(?:\([^()]*\)[^()]*)*\)/gu, '')
  said = firstChoice(said)
  while (/\([^()]*\)/u.test(said))
    said = said.replace(/\(([^()]*)\)([?*+]?)/u, (_, inner: string, many: string) =>
      many === '?' || many === '*' ? '' : firstChoice(inner),
    )
  return said
    .replace(/\[([^\]])[^\]]*\]([?*]?)/gu, (_, first: string, many: string) => (many ? '' : first))
    .replace(/\.\{\d+,\d+\}|…/gu, '')
    .replace(/[^?]\?/gu, '')
    .replace(/[\^$\\]/gu, '')
    .trim()
}

/** Up to the first bar that stands in no brackets. */
function firstChoice(pattern: string): string {
  let depth = 0
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at]
    if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    else if (sign === '|' && depth === 0) return pattern.slice(0, at)
  }
  return pattern
}

/** Each choice of a line that stands in no brackets. */
function choicesOf(pattern: string): string[] {
  const first = firstChoice(pattern)
  return first === pattern ? [pattern] : [first, ...choicesOf(pattern.slice(first.length + 1))]
}

const sayings = DANGER_WORDS.flatMap(({ danger, plain }) =>
  plain.lines
    .filter((line) => !/^-?[a-z-]+(?: & |$)/u.test(line))
    .flatMap((line) => choicesOf(line).map((choice) => [danger, saidOnce(choice)] as const)),
)

describe('every plain entry of the lexicon', () => {
  it.each(sayings)('%s: %s', (danger, said) => {
    const { looked } = lookForDanger(said)
    expect(looked?.level).toBe('plain')
    const found = looked?.danger ?? danger
    // A line may say a graver danger as well, but never a public one for what is nobody's to hear.
    if (atHome(danger)) expect(atHome(found)).not.toBeNull()
    else expect(found).toBe(danger)
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
