import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

// Wednesday, 2026-11-25, nine o'clock.
let cast: Cast
let number: string
beforeAll(async () => {
  cast = await startCast()
  await cast.town.say(cast.group, cast.residents[0]?.id ?? '', '三社路口的路灯不亮了')
  await cast.town.settle()
  const [ticket] = await cast.town.tickets()
  number = ticket?.number ?? ''
  await cast.tell(cast.secretary, `转 ${number} ${cast.mediator.name}`)
})
afterAll(() => cast.close())

const owner = async () => (await cast.town.ticket(number)).owner?.name
const last = async (who: { id: string }) => cast.town.lastWord(who.id)

describe('a leave that begins later', () => {
  it('moves nothing yet, and tells whoever is to stand in', async () => {
    expect(await cast.tell(cast.mediator, `请假 下周一到下周三 ${cast.clerk.name}代`)).toBe(
      `记下了，您11月30日（周一）到12月2日（周三）请假，${cast.clerk.name}代。到那天再把手上的事转给${cast.clerk.name}，不休了回“销假”。`,
    )
    expect(await last(cast.clerk)).toBe(`${cast.mediator.name}11月30日（周一）到12月2日（周三）请假，到时请您代办，那天再告诉您。`)
    expect(await owner()).toBe(cast.mediator.name)
  })

  it('begins when work begins on its first day, and both are told', async () => {
    await cast.town.clockTo('2026-11-30T08:29:00+08:00')
    expect(await owner()).toBe(cast.mediator.name)
    await cast.town.clockTo('2026-11-30T08:31:00+08:00')
    expect(await owner()).toBe(cast.clerk.name)
    expect(await cast.words(cast.mediator)).toContain(`今天起您请假到12月2日（周三），手上1件转给${cast.clerk.name}了，回来自动转回。`)
    expect(await cast.words(cast.clerk)).toContain(`${cast.mediator.name}请假到12月2日（周三），请您代办，手上1件先转给您。回“待办”看。`)
  })

  it('ends by itself after its last day', async () => {
    await cast.town.clockTo('2026-12-03T09:00:00+08:00')
    expect(await owner()).toBe(cast.mediator.name)
  })

  it('is off with 销假 before it has begun', async () => {
    expect(await cast.tell(cast.mediator, `明天起请假3天 ${cast.clerk.name}代`)).toContain('您12月4日（周五）到12月8日（周二）请假')
    expect(await cast.tell(cast.mediator, '销假')).toBe('好，12月4日（周五）到12月8日（周二）的假不请了。')
    expect(await last(cast.clerk)).toBe(`${cast.mediator.name}不请假了，不用您代了。`)
    await cast.town.clockTo('2026-12-04T09:00:00+08:00')
    expect(await owner()).toBe(cast.mediator.name)
    expect(await cast.tell(cast.mediator, '销假')).toBe('您现在没有请假。')
  })

  it('is taken back by 撤销 as well, and by saying other days', async () => {
    await cast.tell(cast.mediator, `请假 12月9日到12月11日 ${cast.clerk.name}代`)
    expect(await cast.tell(cast.mediator, '撤销')).toContain('已撤销')
    expect(await cast.tell(cast.mediator, '销假')).toBe('您现在没有请假。')
    await cast.tell(cast.mediator, `请假 12月9日到12月11日 ${cast.clerk.name}代`)
    await cast.tell(cast.mediator, `请假 12月10日到12月11日 ${cast.clerk.name}代`)
    await cast.town.clockTo('2026-12-09T09:00:00+08:00')
    expect(await owner()).toBe(cast.mediator.name)
    await cast.town.clockTo('2026-12-10T09:00:00+08:00')
    expect(await owner()).toBe(cast.clerk.name)
    await cast.tell(cast.mediator, '销假')
    expect(await owner()).toBe(cast.mediator.name)
  })

  it('asks for another when who stands in is to be away then, and for the last day when none was said', async () => {
    await cast.tell(cast.clerk, `请假 12月14日到12月15日 ${cast.secretary.name}代`)
    expect(await cast.tell(cast.mediator, `请假 12月14日 ${cast.clerk.name}代`)).toBe(
      `${cast.clerk.name}也请假到12月15日（周二），请换一个人代。回名字就行。`,
    )
    expect(await cast.tell(cast.mediator, cast.secretary.name)).toContain('您12月14日（周一）请假')
    await cast.tell(cast.mediator, '销假')
    expect(await cast.tell(cast.mediator, `请假 12月21日起 ${cast.secretary.name}代`)).toBe('到哪天？回个日子就行，比如“周五”。')
    expect(await cast.tell(cast.mediator, '12月22日')).toContain('您12月21日（周一）到12月22日（周二）请假')
  })
})
