import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAs } from './read-as.ts'

const folder = resolve(import.meta.dirname, '..', '..', 'prompts', 'examples')
/** How cadres note what they did: these are orders. */
const NOTES = 'cadre-notes.txt'
const lines = readdirSync(folder)
  .filter((file) => file !== NOTES)
  .flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((l) => !/^[#=]|^\s*$/u.test(l)),
  )
/** Bare words of an order, which find nothing where nothing is in hand. */
const BARE = ['修好了', '弄好了', '办好了', '解决了', '撤了', '一般']
/** 老王的事解决了: of something in the speaker's own hands, or of nothing. */
const OF_SOMEBODY = /的?事(弄好|解决)了/u

/** With a number or a name in them, so they find what is in the speaker's own hands, or nothing. */
const NUMBERED = [
  ...[
    '十七不行 得十八',
    '换了 一百二 师傅说再迟点就成炸弹了 哈哈他吓我',
    '焊好了 六十 还送我一根多的铁丝',
    '行 五十',
    '行，三百八，明儿去抱',
  ],
  ...['天气预报的女子换了，穿蓝的', '按你说的敲了两下，好了，服', '爸的丧事办完了 我明天回单位'],
]

describe('thousands of lines that people wrote about other things', () => {
  it.each(['resident', 'keeper', 'secretary', 'leader'] as const)('hold no order when a %s says them in a group', (role) => {
    expect(lines.length).toBeGreaterThan(3000)
    expect(
      lines.filter(
        (line) => !BARE.includes(line) && !NUMBERED.includes(line) && !OF_SOMEBODY.test(line) && readAs(role, 'group', line) !== null,
      ),
    ).toEqual([])
  })
})
