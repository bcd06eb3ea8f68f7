import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxPerson } from '../../src/ports/sandbox.ts'
import { type Cast, startCast } from '../support/cast.ts'

let cast: Cast
beforeAll(async () => {
  cast = await startCast()
})
afterAll(() => cast.close())

/** Of a village in which nothing is open. */
const idleKeeper = async (): Promise<SandboxPerson> => {
  const [keeper] = await cast.town.people(`role=keeper&village=${encodeURIComponent('河口村')}`)
  if (!keeper) throw new Error('no keeper')
  return keeper
}

describe('help', () => {
  it('is short: what is said most, and one word for the rest', async () => {
    expect(await cast.tell(cast.residents[0] ?? cast.clerk, '帮助')).toMatchInlineSnapshot(`
      "我是说事，帮村里记事、找人办、问结果。有事直接讲就行，不用格式。还可以说：
      进度 7 —— 看看办到哪了
      登记 三社水渠堵了 —— 直接登记一件事，替老人说也行
      +1 7 —— 我家也有这件事
      清单 低保 —— 问一件事找谁、多久、要带什么
      别的回“帮助 更多”。"
    `)
    expect(await cast.tell(await idleKeeper(), '帮助')).toMatchInlineSnapshot(`
      "您现在可以这样说（编号换成自己的，引用那条消息就不用写编号）：
      待办 —— 看手上还有哪些
      请假到周五 小李代 —— 不在的几天，谁代办
      进度 7 —— 看看办到哪了
      登记 三社水渠堵了 —— 直接登记一件事，替老人说也行
      查 路灯 —— 按编号或字眼找，也能“查 在办”“查 超期”
      清单 低保 —— 问一件事找谁、多久、要带什么
      别的回“帮助 更多”。"
    `)
    expect(await cast.tell(cast.leader, '帮助')).toMatchInlineSnapshot(`
      "您现在可以这样说（编号换成自己的，引用那条消息就不用写编号）：
      待定 —— 等您定的事
      日报 —— 今天的情况
      待办 —— 看手上还有哪些
      请假到周五 小李代 —— 不在的几天，谁代办
      进度 7 —— 看看办到哪了
      登记 三社水渠堵了 —— 直接登记一件事，替老人说也行
      别的回“帮助 更多”。"
    `)
  })

  it('tells the rest at 更多, a measure in one line', async () => {
    expect(await cast.tell(cast.residents[0] ?? cast.clerk, '帮助 更多')).toMatchInlineSnapshot(`
      "我是说事，帮村里记事、找人办、问结果。有事直接讲就行，不用格式。还可以说：
      人工 —— 想和人说，请村里打电话
      我的档案 —— 看看存了我的哪些信息
      忘记我 —— 删掉我说过的话和我的信息
      连心卡 —— 我家的网格员是谁，存一张卡
      讲堂 —— 看讲堂安排
      帮助 网格 —— 我的网格、网格
      帮助 说事 —— 说事日、场所
      帮助 榜样 —— 推荐、榜样"
    `)
    expect(await cast.tell(await idleKeeper(), '帮助更多')).toMatchInlineSnapshot(`
      "您现在可以这样说（编号换成自己的，引用那条消息就不用写编号）：
      人工 —— 想和人说，请村里打电话
      统计 —— 这个月的数
      改电话 李建国 13900000000 —— 干部换了电话
      我的档案 —— 看看存了我的哪些信息
      页面 —— 在网页上看事、办事
      卷宗 7 —— 一件事的全部材料，出成文件
      连心卡 —— 我家的网格员是谁，存一张卡
      讲堂 —— 看讲堂安排
      帮助 网格 —— 我的网格、网格、隐患、苗头
      帮助 通知 —— 发通知、撤通知
      帮助 清单 —— 清单记录
      帮助 说事 —— 说事点、回访、说事日、场所
      帮助 信访 —— 转信访
      帮助 丈量调解 —— 丈量、打印、调解记录、调解协议、调解不成、履行、司法确认
      帮助 榜样 —— 推荐、榜样
      帮助 村务 —— 村务公开"
    `)
    const clerk = (await cast.tell(cast.clerk, '帮助 更多')) ?? ''
    expect(clerk.split('\n').filter((l) => l.startsWith('帮助'))).toMatchInlineSnapshot(`
      [
        "帮助 网格 —— 我的网格、网格、换网格员、划转、隐患、苗头",
        "帮助 通知 —— 发通知、撤通知",
        "帮助 队伍 —— 登记干部、记培训、记活动、记警示、记体检、记考核、记奖惩",
        "帮助 清单 —— 清单记录",
        "帮助 说事 —— 说事点、回访、说事日、场所",
        "帮助 信访 —— 转信访",
        "帮助 丈量调解 —— 丈量、打印、调解记录、调解协议、调解不成、履行、司法确认",
        "帮助 榜样 —— 推荐、榜样",
        "帮助 村务 —— 议事会、村务公开",
      ]
    `)
  })

  it('names 移送 only while there is something to hand over', async () => {
    const keeper = await idleKeeper()
    expect(await cast.tell(keeper, '帮助 更多')).not.toContain('移送')
    await cast.town.say(cast.group, cast.residents[0]?.id ?? '', '三社路口的路灯不亮了')
    await cast.town.settle()
    const [ticket] = await cast.town.tickets()
    expect(await cast.tell(await cast.named(ticket?.owner?.name ?? ''), '帮助 更多')).toContain('移送')
  })

  it('tells a topic with all its words', async () => {
    expect(await cast.tell(cast.clerk, '帮助 网格')).toMatchInlineSnapshot(`
      "您现在可以这样说（编号换成自己的，引用那条消息就不用写编号）：
      我的网格 —— 我在哪个网格；干部看自己管的
      网格 三社 —— 一个地方谁管
      换网格员 三社2联户 张三 —— 一个联户或一个社换网格员，在办的一起转
      划转 周德福家 三社2联户 —— 一户划到别的联户
      隐患 三社路口 电线垂下来了 —— 走网格看到的隐患，记下来盯着办
      苗头 —— 反复的、突然多起来的事"
    `)
    expect(await cast.tell(cast.secretary, '帮助 队伍')).toMatchInlineSnapshot(`
      "您现在可以这样说（编号换成自己的，引用那条消息就不用写编号）：
      登记干部 李建国 网格员 大专 2021年3月任职 —— 干部的岗位、学历、任职时间
      记培训 李建国、王芳 11月20日 防汛演练 —— 记一笔，几个人、全体干部都行
      记活动 全体干部 昨天 帮收玉米 —— 记一笔，几个人、全体干部都行
      记警示 全体干部 11月20日 看警示片 —— 记一笔，几个人、全体干部都行
      记体检 全体干部 5月20日 年度体检 —— 记一笔，几个人、全体干部都行
      记考核 李建国 12月30日 称职 依据民主评议 —— 记一笔，几个人、全体干部都行
      记奖惩 王芳 12月30日 优秀调解员 依据镇发文件 —— 记一笔，几个人、全体干部都行
      队伍 —— 干部登记、培训、体检的情况
      档案 李建国 —— 一个干部的登记和记录"
    `)
    expect(await cast.tell(cast.clerk, '帮助 回访')).toContain('回访 7 满意 电话')
  })
})
