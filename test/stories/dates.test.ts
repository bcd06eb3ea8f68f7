import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { one, type Scene, startScene } from '../support/measure-scene.ts'

let scene: Scene
let tell: Scene['tell']
let people: Scene['people']
let label: string
let owner: Scene['residents'][number]

/** A Wednesday morning, 2026-11-25. */
beforeAll(async () => {
  scene = await startScene()
  ;({ tell, people } = scene)
  await scene.say(one(scene.residents), '三社路口的路灯不亮了')
  const ticket = one(await scene.town.tickets(`village=${encodeURIComponent('坪头村')}`))
  label = ticket.number
  owner = one(await scene.town.people(`q=${ticket.owner?.id}`))
})
afterAll(() => scene.town.close())

const statusNow = async () => (await scene.town.ticket(label)).status

describe('a wait until a day', () => {
  it('is asked about where no day was said in itself, and 是 takes the one that is offered', async () => {
    expect(await tell(owner, `挂账 ${label} 过了年 等钱`)).toBe('“过了年”是2027年2月9日（周二）吗？回“是”，不是就回个日子。')
    expect(await statusNow()).toBe('open')
    expect(await tell(owner, '是')).toContain('挂账到2027年2月9日（周二）')
    await tell(owner, `恢复 ${label}`)
  })

  it('takes another day than the one that was offered', async () => {
    expect(await tell(owner, `挂账 ${label} 28年1月5日 等钱`)).toContain('2028年1月5日（周三）吗')
    expect(await tell(owner, '12月5日')).toContain('挂账到12月5日（周六）')
    await tell(owner, `恢复 ${label}`)
    expect(await tell(owner, `挂账 ${label} 10日 等配件`)).toContain('12月10日（周四）吗')
    expect(await tell(owner, '不是')).toContain('那是哪一天')
    expect(await tell(owner, '12月12日')).toContain('挂账到12月12日（周六）')
    await tell(owner, `恢复 ${label}`)
  })

  it.each([
    ['外后天 等配件', '“外后天”是哪一天'],
    ['大大大后天 等配件', '“大大大后天”是哪一天'],
    ['下月初 等钱', '“下月初”是哪一天'],
    ['十来天 等钱', '“十来天”是哪一天'],
    ['本月20号 等配件', '“本月20号”已经过了'],
    ['2025年3月1日 等钱', '“2025年3月1日”已经过了'],
    ['两三个月 等钱', '吗？回“是”'],
    ['明年年底 等钱', '2027年12月31日（周五）吗'],
    ['农历八月十五 等钱', '2027年9月15日（周三）吗'],
    ['周一二 等配件', '“周一二”是哪一天'],
  ])('%s is asked about', async (words, answer) => {
    expect(await tell(owner, `挂账 ${label} ${words}`)).toContain(answer)
    expect(await statusNow()).toBe('open')
  })

  it.each([
    ['等3.5吨沙子 后天', '11月27日（周五）'],
    ['一两周 等配件', '12月9日（周三）'],
    ['大大后天 等配件', '11月29日（周日）'],
    ['本月28号 等配件', '11月28日（周六）'],
    ['廿八号 等配件', '11月28日（周六）'],
    ['3-5天 等配件', '12月2日（周三）'],
    ['两个半月 等钱', '2027年2月9日（周二）'],
    ['周末 等人', '11月29日（周日）'],
    ['12月10日到12日 等配件', '12月12日（周六）'],
    ['腊月初八 等钱', '2027年1月15日（周五）'],
  ])('%s is said back in full', async (words, day) => {
    expect(await tell(owner, `挂账 ${label} ${words}`)).toContain(`挂账到${day}`)
    await tell(owner, `恢复 ${label}`)
  })
})

describe('more time', () => {
  it('is counted to the end of what was said', async () => {
    expect(await tell(owner, `延期 ${label} 1.5天 等配件`)).toMatch(/想延到12月\d+日（周.），已请/u)
    expect(await tell(people.secretary, '同意')).toMatch(/同意延到12月\d+日（周.）/u)
    expect(await tell(owner, `延期 ${label} 十几天 等配件`)).toContain('“十几天”是哪一天')
    expect(await tell(people.lead, `督办 ${label} 明年六月底`)).toContain('2027年6月30日（周三）吗')
    expect(await tell(people.lead, '下周五')).toContain('12月4日（周五）前办')
  })
})

describe('leave', () => {
  it.each([
    ['请假1.5天', '11月26日（周四）'],
    ['请假一两周', '12月9日（周三）'],
    ['请假到本月28号', '11月28日（周六）'],
    ['请假两三天', '11月27日（周五）'],
    ['请假一天半', '11月26日（周四）'],
  ])('%s ends on that day', async (words, day) => {
    expect(await tell(owner, `${words} ${people.clerk.name}代`)).toContain(`请假到${day}`)
    await tell(owner, '销假')
  })

  it.each(['请假几天', '请假十来天', '请假到过了年', '请假到外后天', '请假到明年五月'])('%s is asked about', async (words) => {
    expect(await tell(owner, `${words} ${people.clerk.name}代`)).toMatch(/是哪一天|吗？回“是”/u)
    expect(await tell(owner, '后天')).toContain('11月27日（周五）')
    await tell(owner, '销假')
  })
})

describe('what was done', () => {
  it.each([
    ['上周五 防汛演练', '11月20日（周五）'],
    ['大前天 防汛演练', '11月22日（周日）'],
    ['上个月15号 防汛演练', '10月15日（周四）'],
    ['廿号 防汛演练', '11月20日（周五）'],
    ['周一 防汛演练', '11月23日（周一）'],
    ['二〇二六年十月八日 防汛演练', '10月8日（周四）'],
  ])('on %s is written down on that day', async (words, day) => {
    expect(await tell(people.clerk, `记培训 ${owner.name} ${words}`)).toContain(`记下了：${day}培训“防汛演练”`)
  })

  it.each(['上个月 防汛演练', '月底 防汛演练', '前几天 防汛演练', '下周五 防汛演练'])('on %s is asked about', async (words) => {
    expect(await tell(people.clerk, `记培训 ${owner.name} ${words}`)).toContain('是哪一天')
    expect(await tell(people.clerk, '昨天')).toContain('11月24日（周二）培训“防汛演练”')
  })
})
