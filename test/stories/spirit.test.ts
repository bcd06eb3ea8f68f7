import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { one, type Scene, startScene } from '../support/measure-scene.ts'

let scene: Scene
const TEXT = '守得住大山'

beforeAll(async () => {
  scene = await startScene()
})
afterAll(() => scene.town.close())

const days = async (group?: string) => {
  const messages = await scene.town.heardIn(group ?? scene.group)
  return messages.filter((m) => m.from.bot).map((m) => ({ day: Date.parse(m.at), text: m.text }))
}

describe('the library', () => {
  it('rests until a leader says how often', async () => {
    await scene.town.advance('P1D')
    expect(await days()).toEqual([])
  })

  it('is the leaders’, to read and to change in a line', async () => {
    const { tell, people } = scene
    expect(await tell(people.lead, '精神')).toContain(`1 平常：${TEXT}`)
    expect(await tell(people.lead, '精神 添 春耕 种子下地前，先把渠清一清。')).toContain('第12句')
    expect(await tell(people.lead, '精神 改 2 该担的事先站出来。')).toContain('第2句改成')
    expect(await tell(people.lead, '精神 停 3')).toContain('停用了')
    expect(await tell(people.lead, '精神 计划 每三天')).toContain('一个群一周最多一句')
    expect(await tell(people.lead, '精神 计划')).toContain('每个群7天一句')
    expect(await tell(people.clerk, '精神')).not.toContain(TEXT)
  })
})

describe('the plan', () => {
  it('says no two in a week to one group, and not the same one again at once', async () => {
    await scene.town.advance('P17D')
    const said = await days()
    expect(said.length).toBeGreaterThanOrEqual(2)
    for (const [i, one_] of said.entries()) {
      const before = said[i - 1]
      if (before) expect(one_.day - before.day).toBeGreaterThanOrEqual(7 * 86_400_000 - 3_600_000)
    }
    expect(new Set(said.map((s) => s.text)).size).toBe(said.length)
  }, 180_000)

  it('keeps silent beside danger, and where somebody asked for silence', async () => {
    const other = (await scene.town.group('河口村')).id
    const before = (await days()).length
    const elsewhere = (await days(other)).length
    await scene.say(one(scene.residents), '后山塌方了，石头滚到三社路上')
    await scene.town.advance('P9D')
    expect((await days()).filter((d) => !d.text.includes('【')).length).toBe(before)
    expect((await days(other)).length).toBeGreaterThan(elsewhere)
  })

  it('rests when the leaders say so', async () => {
    await scene.tell(scene.people.lead, '精神 计划 停')
    const other = (await scene.town.group('林家沟村')).id
    const before = (await days(other)).length
    await scene.town.advance('P10D')
    expect((await days(other)).length).toBe(before)
  })
})
