import { describe, expect, it } from 'vitest'
import { readPlace } from '../../src/reading/place.ts'
import { sampleTownship } from '../../src/roster/sample.ts'

const nodes = new Map(sampleTownship().grid.map((n) => [n.id, n]))
const read = (text: string, home: string | null = 'V01') => {
  const found = readPlace(nodes, text, home)
  return found && [found.node.id, found.rest]
}

describe('a place as people say it', () => {
  it.each([
    ['三社', ['V01-S3', '']],
    ['3社2联户 张三', ['V01-S3-T2', '张三']],
    ['三社第二联户', ['V01-S3-T2', '']],
    ['河口村二社 李四', ['V02-S2', '李四']],
    ['河口', ['V02', '']],
    ['全镇 医保缴费', ['jifeng', '医保缴费']],
    ['鸡峰镇', ['jifeng', '']],
    ['三社路口 电线垂下来了', ['V01-S3', '路口 电线垂下来了']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each(['天上', '三社'])('is not in %s where no village is known', (text) => {
    expect(read(text, null)).toBeNull()
  })
})
