import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { one, type Scene, startScene, undated } from '../support/measure-scene.ts'

let scene: Scene

beforeAll(async () => {
  scene = await startScene()
})
afterAll(() => scene.town.close())

/** The ninth of the month after this quarter, a day before the sheet is due, at noon. */
const firstOfNextQuarter = (now: string): string => {
  const [year = 0, month = 1] = now.split('-').map(Number)
  const next = Math.ceil(month / 3) * 3 + 1
  return `${next > 12 ? year + 1 : year}-${String(next > 12 ? 1 : next).padStart(2, '0')}-09T12:00:00+08:00`
}

describe('议事会', () => {
  it('is called with its topics, and says where the law wants a 村民会议', async () => {
    const { tell, people, posts, town, say, residents } = scene
    await say(one(residents), '三社路口的路灯又不亮了')
    const before = (await posts()).length
    expect(await tell(people.secretary, '议事会 三天后 德育堂')).toContain('议什么')
    const said = await tell(people.secretary, '修三社水渠每户出两个工；坪01；红白事从简')
    expect(said).toMatch(/议题3件，会在群里说一声。“修三社水渠每户出两个工”（公益事业和筹资筹劳）要村民会议定（村组法24条）.*提前10天通知/u)
    await town.advance('PT2H')
    expect((await posts()).length).toBe(before + 1)
    expect(undated((await posts()).at(-1) ?? '')).toMatch(
      /^坪头村议事会〔日〕在德育堂开，说修三社水渠每户出两个工、三社.*路灯.*、红白事从简。/u,
    )
  })

  it('keeps attendance, opinion and result, and decides nothing that is not its to decide', async () => {
    const { tell, people, town } = scene
    await town.advance('P3D')
    expect(await tell(people.clerk, '议事会 议1 应到30 实到23')).toContain('应到30，实到23')
    expect(await tell(people.clerk, '议事会 议1 意见 1 大多愿意，两户在外打工')).toContain('记下了')
    expect(await tell(people.clerk, '议事会 议1 结果 1 同意')).toContain('议事会不能直接定，已记成“报村民会议定”')
    expect(await tell(people.clerk, '议事会 议1 结果 2 同意 本周换灯')).toContain('还有1件没有结果')
    expect(await tell(people.clerk, '议事会 议1 结果 3 同意')).toContain('都有结果了')
    expect((await town.ticket('坪01')).history.some((h) => h.note === '议事会：同意，本周换灯')).toBe(true)
    await town.advance('PT20H')
    expect((await scene.posts()).some((p) => p.includes('坪头村议事会的结果') && p.includes('报村民会议定'))).toBe(true)
    expect(await tell(people.supervisor, '议事会 议1')).not.toContain('大多愿意')
  })
})

describe('村务公开', () => {
  it('is a sheet of the quarter from what is on record, with room for what is not', async () => {
    const { tell, people } = scene
    const said = await tell(people.clerk, '村务公开 本季度')
    expect(said).toMatch(/^坪头村\d{4}年第.季度村务公开：从登记里出来\d+行，财务、补贴等由村里补写。\n还没贴出/u)
    expect(await tell(people.supervisor, '村务公开 本季度')).toContain('坪头村')
  })

  it('is reminded of after the quarter until it hangs, and then told in the group', async () => {
    const { tell, people, town, wordsOf } = scene
    const { at } = await (await fetch(`${town.url}/sandbox/api/next-morning`)).json()
    await town.clockTo(firstOfNextQuarter(at))
    expect((await wordsOf(people.clerk)).some((w) => /季度村务公开.*（村组法30条，至少每季一次）/u.test(w))).toBe(true)
    await town.nextMorning()
    expect(await tell(people.supervisor, '村务公开 已贴')).not.toContain('记下了')
    expect(await tell(people.clerk, '村务公开 已贴')).toContain('已贴出')
    expect(await tell(people.clerk, '村务公开 已贴')).toContain('已经记过了')
    await town.advance('PT4H')
    expect((await scene.posts()).at(-1)).toMatch(/村务公开贴在村部公开栏了/u)
  }, 180_000)
})
