import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
beforeAll(async () => {
  cast = await startCast()
})
afterAll(() => cast.close())

describe('我的档案', () => {
  it('shows a resident their petition, what was said well of them, and what they set going', async () => {
    const [one, two] = cast.residents
    if (!one || !two) throw new Error('nobody')
    await cast.tell(cast.duty, `信访 登记 ${one.name} 征地补偿少算了两分地`)
    await cast.tell(cast.duty, `信访 1 包案 ${cast.mayor.name}`)
    await cast.tell(cast.mayor, '信访 1 受理')
    await cast.tell(cast.mayor, '走访记录 1 家里只有老人，情绪激动')
    await cast.tell(two, `推荐 ${one.name} 好邻居 帮邻居收麦子`)
    await cast.tell(one, `推荐 ${two.name} 好家庭 四代同堂`)
    await cast.tell(one, '三社路口的路灯又不亮了')
    await cast.town.advance('PT2M')
    await cast.tell(one, '不公开')
    expect(await cast.tell(one, '我的档案')).toMatchInlineSnapshot(`
      "您的档案，只发给您一个人：
      姓名：王勇，电话19900000037
      住处：坪头村一社第一联户，户号V01-S1-T1-H1
      身份：坪头村一社居民
      在的群：坪头村便民之声
      反映过的事：1件，坪01
      其中不公开的：1件
      信访：信01，11月25日（周三）来访，已受理，正在办，您说的“征地补偿少算了两分地”
      榜样：榜01，有人推荐您为和睦友好好邻居：“帮邻居收麦子”，等本人答复
      您推荐过的：胡兴旺（榜02）
      问过您还没回的：1句
      和机器人说过的话：10条，最早11月25日（周三）
      有不对的，直接讲给我或找村文书改。
      不想留了，回“忘记我”，先告诉您删哪些、留哪些。"
    `)
    // Nothing of how it is handled.
    expect(await cast.tell(one, '我的档案')).not.toContain('情绪')
  })

  it('shows a cadre what they handle and what they set down', async () => {
    await cast.tell(cast.duty, '执法 派出所 治安案件 2 10月')
    await cast.tell(cast.duty, '讲堂 法治 12月18日下午3点 德育堂 主讲张法官 宅基地怎么批')
    expect(await cast.tell(cast.duty, '我的档案')).toMatchInlineSnapshot(`
      "您的档案，只发给您一个人：
      姓名：赵强，电话19900000004
      住处：鸡峰镇
      身份：鸡峰镇值班
      在的群：鸡峰镇干部群
      反映过的事：没有
      经手的信访：1件
      您记下的：讲堂1，执法数1
      和机器人说过的话：9条，最早11月25日（周三）
      有不对的，直接讲给我或找村文书改。
      不想留了，回“忘记我”，先告诉您删哪些、留哪些。"
    `)
  })

  it('never shows whom a petition is about', async () => {
    const { secretary, duty, residents } = cast
    await cast.tell(duty, `信访 登记 ${residents[3]?.name} 村支书${secretary.name}把低保给了亲戚`)
    const file = await cast.tell(secretary, '我的档案')
    expect(file).not.toContain('信访')
    expect(file).not.toContain('低保')
  })
})
