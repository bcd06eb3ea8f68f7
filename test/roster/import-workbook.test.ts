import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Township } from '../../src/domain/township.ts'
import { importWorkbook } from '../../src/roster/import-workbook.ts'
import { sampleTownship } from '../../src/roster/sample.ts'
import { writeWorkbook } from '../../src/roster/write.ts'
import { smallTownship } from './small-township.ts'

let dir = ''
let good = ''
let bad = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'import-'))
  good = join(dir, 'good.xlsx')
  bad = join(dir, 'bad.xlsx')
  await writeWorkbook(smallTownship(), good, { exampleOnly: false })
  await writeWorkbook({ ...smallTownship(), households: [] }, bad, { exampleOnly: false })
})
afterAll(() => rm(dir, { recursive: true, force: true }))

/** A desk drawer with one township in it, and all that was said over it. */
function drawer(active: { township: Township; sample: boolean } | null) {
  const it = {
    active,
    applied: 0,
    said: [] as string[],
    open: [] as { label: string; owner: string | null; place: string; village: string }[],
  }
  const run = (file: string, options: { commit?: boolean; yes?: boolean; answer?: boolean } = {}) =>
    importWorkbook({
      file,
      commit: options.commit ?? false,
      replaceSample: options.yes ?? false,
      say: (line) => it.said.push(line),
      ...(options.answer !== undefined && { ask: async () => options.answer ?? false }),
      store: {
        active: async () => it.active,
        openMatters: async () => it.open,
        apply: async (township) => {
          it.active = { township, sample: false }
          it.applied += 1
        },
      },
    })
  return { it, run }
}

describe('importing a workbook', () => {
  it('shows what would change and changes nothing without being told to', async () => {
    const { it: desk, run } = drawer(null)
    expect(await run(good)).toBe(0)
    expect(desk.applied).toBe(0)
    expect(desk.said.slice(0, 9)).toMatchInlineSnapshot(`
      [
        "小河镇：2 个村，4 个人，1 个群，4 项事务。表格没有问题。",
        "网格：1个镇、2个村、1个社、1个十户联防，网格员1名，都有人管。",
        "导入后会有这些变化：",
        "镇：新增 1",
        "网格：新增 5",
        "住户：新增 1",
        "人员：新增 4",
        "群：新增 1",
        "事务：新增 4",
      ]
    `)
    expect(desk.said.at(-1)).toBe('现在只是看一看，什么都没有改。要导入请加上 --commit。')
  })

  it('changes nothing when the same file comes a second time', async () => {
    const { it: desk, run } = drawer(null)
    expect(await run(good, { commit: true })).toBe(0)
    expect(await run(good, { commit: true })).toBe(0)
    expect(desk.applied).toBe(1)
    expect(desk.said.at(-1)).toBe('没有变化，不用导入。')
    expect(desk.active?.township).toEqual(smallTownship())
  })

  it('refuses a workbook with faults and never asks the store', async () => {
    const { it: desk, run } = drawer({ township: sampleTownship(), sample: true })
    expect(await run(bad, { commit: true, yes: true })).toBe(1)
    expect(desk.applied).toBe(0)
    expect(desk.said).toMatchInlineSnapshot(`
      [
        "表里有 1 处要改，什么都没有导入：",
        "人员 第4行“住户编号”（D4）：“住户”表里没有编号“H1”，请改成已有的编号，或先在那张表加一行；没有就空着。",
      ]
    `)
  })

  it.each([
    ['refuses without a word of confirmation', {}, 1, 0, '还没有导入。确定换掉样例，请在命令后面再加上 --yes。'],
    ['refuses when the answer is no', { answer: false }, 1, 0, '好的，没有导入，样例还在用。'],
    ['goes on when the answer is yes', { answer: true }, 0, 1, '已导入，全部生效。'],
    ['goes on when it was confirmed beforehand', { yes: true }, 0, 1, '已导入，全部生效。'],
  ])('%s to replace the sample', async (_, options, code, applied, last) => {
    const { it: desk, run } = drawer({ township: sampleTownship(), sample: true })
    expect(await run(good, { commit: true, ...options })).toBe(code)
    expect(desk.applied).toBe(applied)
    expect(desk.said).toContain('现在用的是样例数据。这次导入会换掉样例，样例里的人、群和试过的事都不再使用。')
    expect(desk.said.at(-1)).toBe(last)
  })

  it('refuses the workbook of another town when a real one is served', async () => {
    const { it: desk, run } = drawer({ township: sampleTownship(), sample: false })
    expect(await run(good, { commit: true, yes: true })).toBe(1)
    expect(desk.applied).toBe(0)
    expect(desk.said.at(-1)).toBe(
      '现在用的是鸡峰镇，编号是“jifeng”，表里镇的编号是“town”，没有导入。请把表里镇的编号改成“jifeng”，别的镇请另设数据库。',
    )
  })

  it('says so when there is no such file', async () => {
    const { it: desk, run } = drawer(null)
    expect(await run('nowhere.xlsx')).toBe(1)
    expect(desk.said.at(-1)).toBe('找不到文件 nowhere.xlsx，请核对文件名和位置。')
  })
})
