import type { Role } from '../../src/domain/people.ts'

/** What is said one-to-one by somebody who has the lamp at the crossing in hand (坪07), with no number or with several. */
// biome-ignore format: to be read in rows
const ROWS: readonly [role: Role, said: Record<string, string>][] = [
  ['keeper', {
    办结: '路灯那个我刚给换上了新灯泡 亮堂堂的|刚才那个弄利索了|上面那条办完了|把那个路灯给拾掇好了哈|灯亮了 活干完了',
    '办结 7': '第7个弄好了|坪零七办妥了|七号那个灯今天后晌给修起了',
    '办结 7 9': '7跟9都弄完了|坪07、坪09都办好了，帮我一起结了',
    挂账: '先挂着吧 钱没下来|等镇上拨款 先停一停|路灯那个等天暖和了再说|路灯先放下 村上没钱',
    延期: '配件还没到 延到月底吧|路灯那个给我宽限到下礼拜三|材料还没齐，能再宽限三天吗',
    转: '我干不了这个 让张满仓去吧|路灯的事给张满仓办|这个活我腾不开手 李建国替我弄一下|叫小李去把灯修了',
    进展: '电工说明天来装|材料买上了 明天装|正在整理材料，还差一份授权书',
    '进展 7': '坪07备注：本人行动不便，需上门',
    走访: '我到跟前看了 灯杆让车撞歪了',
    这不归我管: '这路灯不是我们社的 不归我',
    不是事: '误会了 灯好着呢',
    待办: '今天到期的有没有|哪个急|给我列一下没弄完的',
    '查 7': '7号报的人电话给一下',
    撤销: '点错了|退回去',
    统计: '我上礼拜办了几个',
  }],
  ['clerk', { '催办 7': '请催一下李建国，坪07快到期了|坪07麻烦提醒李建国抓紧办', '地名 7': '坪07地点写错了，应该是五社' }],
  ['secretary', { '接 7': '7号的事我揽下了', 接: '那个路灯的活我应承下了' }],
  // Nothing of it is an order.
  ['keeper', { 无: '明早八点提醒我去拉垃圾|二社水管爆了|今天天气真冷|灯还没修好呢|今天村上开会呢你们都来一下|别转给王芳 我自己弄|听说路灯修好了' }],
]

export const UNNUMBERED = ROWS.flatMap(([role, rows]) =>
  Object.entries(rows).flatMap(([meant, said]) => said.split('|').map((text) => ({ role, meant, said: text }))),
)
