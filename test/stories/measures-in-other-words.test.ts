import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { one, type Scene, startScene } from '../support/measure-scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await startScene()
})
afterAll(() => scene.town.close())

const told = async (who: keyof Scene['people'], text: string) => (await scene.tell(scene.people[who], text)).replace(/（周.）/gu, '')

describe('a line of figures', () => {
  it.each([
    ['执法 10月 治安案件 2 交通违法 30 整改通知书 4', /10月治安案件2起、交通违法30人次、整改通知书4份，记下了/u],
    ['执法 10月 交警 交通违法30 酒驾2', /10月交通违法30人次、酒驾醉驾2人次，记下了/u],
    ['执法 治安案件 3，纠纷调处 5，9月', /9月治安案件3起、纠纷调处5起，记下了/u],
    ['执法 上月 派出所 治安案件：1、市监所 检查 8', /治安案件1起（原来是2）、监督检查8次，记下了/u],
    ['执法 9月份治安案件4起交通违法12人次', /9月治安案件4起（原来是3）、交通违法12人次，记下了/u],
    ['执法 8月 2起治安案件 7起纠纷', /8月治安案件2起、纠纷调处7起，记下了/u],
    ['执法 去年8月 整改 三份 检查 十二次', /8月整改通知书3份、监督检查12次，记下了/u],
    ['执法 2026年7月 治安 0 交通违法 0', /2026年7月治安案件0起、交通违法0人次，记下了/u],
    ['执法 公安 治安案件是2 7月', /7月治安案件2起（原来是0），记下了/u],
    ['执法 7月 酒驾 1 交通违法 20 治安案件 1', /7月酒驾醉驾1人次、交通违法20人次（原来是0）、治安案件1起（原来是2），记下了/u],
  ])('is stored whole and said back whole: %s', async (text, answer) => {
    expect(await told('duty', text)).toMatch(answer)
  })

  it.each([
    '执法 6月 治安案件 交通违法 30',
    '执法 6月 治安案件 2 交通违法 30 盗窃 4',
    '执法 6月 治安案件 2 治安 3',
    '执法 6月 治安案件 大约两三起 交通违法 30',
    '执法 6月 治安案件 2 交通违法 很多',
  ])('or not at all: %s', async (text) => {
    expect(await told('duty', text)).toContain('一个数都没记')
    expect(await told('duty', '执法 6月 治安案件 9')).not.toContain('原来是')
    await told('duty', '撤销')
  })

  it('is of a month, and the year is looked at by any name', async () => {
    expect(await told('duty', '执法 这个季度 治安案件 2')).toContain('一个月一个月记')
    for (const words of ['今年', '本月', '上季度', '9月']) expect(await told('lead', `执法 ${words}`)).toContain('2026年执法')
  })
})

describe('a lecture asks only for what was not said', () => {
  it.each([
    ['讲堂 法治 12月10日 张法官 讲婚姻家庭 镇文化站', '几点开始'],
    ['法治大讲堂 12月10日下午3点 镇文化站 张法官 民法典', '法治大讲堂：民法典，12月10日下午3点，镇文化站，张法官主讲'],
    ['讲堂 12月11日上午9点 道德 村委会会议室 王老师 孝老爱亲', '道德大讲堂：孝老爱亲，12月11日上午9点，村委会会议室，王老师主讲'],
    ['讲堂 法治 李律师讲土地承包 12月12日15:00 中心小学', '法治大讲堂：土地承包，12月12日下午3点，中心小学，李律师主讲'],
    ['道德讲堂 德育堂 12月13日晚上7点 家风家训 请刘老师主讲', '道德大讲堂：家风家训，12月13日晚上7点，德育堂，刘老师主讲'],
    ['讲堂 法治 反诈骗 派出所王警官 12月14日上午10点 文化广场', '法治大讲堂：反诈骗，12月14日上午10点，文化广场，派出所王警官主讲'],
    ['法治讲堂 12月15日下午2点半 县法院李庭长 民间借贷', '李庭长'],
    ['讲堂 法治 12月16日下午3点 村部 土地纠纷', '谁来讲'],
    ['讲堂 道德 张老师 12月17日下午3点 村部', '讲什么'],
    ['讲堂 12月18日下午3点 村部 张老师 尊老爱幼', '法治讲堂还是道德讲堂'],
    ['讲堂 法治 张法官 讲民法典 镇政府', '哪天讲'],
  ])('%s', async (text, answer) => {
    expect(await told('duty', text)).toContain(answer)
    await told('duty', '讲堂 取消')
  })
})

describe('an assembly by its day, its room and its topics', () => {
  it.each([
    ['议事会 12月16日 村委会 路灯选址', '12月16日村委会，议题1件', '路灯选址'],
    ['议事会 12月16日 路灯选址', '12月16日村部，议题1件', '路灯选址'],
    ['议事会 路灯选址 12月16日 村委会', '12月16日村委会，议题1件', '路灯选址'],
    ['议事会 周五 德育堂 水费怎么收', '11月27日德育堂，议题1件', '水费怎么收'],
    ['议事会 12月16日上午9点 村部会议室 修渠出工', '村部会议室，议题1件', '修渠出工'],
    ['议事会 12月16日 说事室 议题 红白事从简', '12月16日说事室，议题1件', '红白事从简'],
    ['议事会 12月16日 垃圾清运费；路灯选址', '12月16日村部，议题2件', '垃圾清运费'],
    ['议事会 12月18日 在文化广场 村规民约修订', '12月18日文化广场，议题1件', '村规民约修订'],
    ['议事会 后天 村委会 说路灯选址', '11月27日村委会，议题1件', '路灯选址'],
    ['议事会 坪头村 12月20日 活动室 议题：修桥；水费', '12月20日活动室，议题2件', '修桥'],
  ])('%s', async (text, planned, topic) => {
    const answer = await told('secretary', text)
    expect(answer).toContain(planned)
    expect(await told('secretary', `议事会 ${/议\d+/u.exec(answer)?.[0]}`)).toContain(topic)
    await told('secretary', '撤销')
  })

  it('asks for what there is to talk about, and for the day, where they were not said', async () => {
    expect(await told('secretary', '议事会 12月16日 村委会')).toContain('议什么')
    expect(await told('secretary', '议事会 村委会 路灯选址')).toMatch(/哪天|几号|日子/u)
    expect(await told('secretary', '12月16日')).toContain('12月16日村委会，议题1件')
  })
})

describe('the ledger of any time', () => {
  it.each([
    ['台账 本月', '2026年11月'],
    ['台账 这个月', '2026年11月'],
    ['台账 上月', '2026年10月'],
    ['台账 上个月的', '2026年10月'],
    ['台账 10月', '2026年10月'],
    ['台账 去年12月', '2025年12月'],
    ['台账 这个季度', '2026年第四季度'],
    ['台账 上季度', '2026年第三季度'],
    ['台账 二季度', '2026年第二季度'],
    ['台账 今年', '2026年'],
    ['台账 去年', '2025年'],
    ['台账', '2026年'],
  ])('%s', async (text, period) => {
    expect(await told('lead', text)).toContain(period)
  })
})

describe('an exemplar', () => {
  it('is one, however often somebody is named for the same', async () => {
    const nominee = one(scene.residents, 3)
    await scene.tell(one(scene.residents, 4), `推荐 ${nominee.name} 好邻居 帮邻居收麦子`)
    expect(await told('clerk', `推荐 ${nominee.name} 好邻居 帮邻居收麦子`)).toContain('已经有人推荐过')
    expect(await told('clerk', `推荐 ${nominee.name} 好家庭 四代同堂`)).toContain('记下了')
  })
})

describe('a petition', () => {
  it.each([
    '信访 徐海燕 征地补偿少算',
    '信访 徐海燕，低保停了没给说法',
    '信访 徐海燕 登记 宅基地被占',
    '信访 登记 徐海燕 医保报不了',
    '信访 王小兵 来访 退耕还林款没发',
  ])('is registered by a leader: %s', async (text) => {
    expect(await told('lead', text)).toMatch(/^【信\d+】/u)
  })
})

it('tells what waits to be talked about at 议题', async () => {
  for (const words of ['议题', '有啥议题', '看议题']) expect(await told('secretary', words)).toMatch(/说事日|等着议/u)
})

describe('help finds an order by everyday words', () => {
  it.each([
    ['帮助 上访', '信访'],
    ['帮助 批地', '清单'],
    ['帮助 量地', '丈量'],
    ['帮助 吵架', '调解'],
    ['帮助 普法', '讲堂'],
    ['帮助 开会', '议事会'],
    ['帮助 公示', '村务公开'],
    ['帮助 暴雨', '发预警'],
    ['帮助 好人好事', '推荐'],
    ['帮助 低保', '清单'],
    ['帮助 换人', '换网格员'],
    ['帮助 导出', '台账'],
  ])('%s', async (text, order) => {
    expect(await told('lead', text)).toContain(order)
  })
})
