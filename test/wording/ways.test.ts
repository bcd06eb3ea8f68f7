import { expect, it } from 'vitest'
import { keysOf } from '../../src/domain/one-of.ts'
import { WAYS, type WayName } from '../../src/domain/ways.ts'
import { wayLines, wayWords } from '../../src/wording/ways.ts'

it('says of each way what it hears and says, costs and needs', () => {
  const told = keysOf<WayName>(WAYS).flatMap((way) => {
    const { name, ...lines } = wayLines(way, { count: 28, lacks: WAYS[way].needs })
    return [name, ...keysOf(lines).map((key) => `  ${wayWords.heads[key]}：${lines[key]}`)]
  })
  expect(told.join('\n')).toMatchInlineSnapshot(`
    "企业微信应用
      听：不进群
      说：和干部一对一，收发都行
      花钱：这一样不单收钱
      要有：镇里的企业微信；一个从外面打得开的网址（https 开头）；在后台填上这台机器上外网的 IP
    会话内容存档
      听：群里的话都听得见，晚几秒
      说：不往群里发
      花钱：按人收钱，存谁的话就给谁买；价钱会变，看管理后台“会话内容存档”那一页
      要有：镇里的企业微信；买好的会话内容存档；每个群里至少有一位买了存档的人；用微信的居民要先点同意，没同意的听不见；到企业微信开发者中心下载存档用的程序库；在后台填上这台机器上外网的 IP
    智能机器人
      听：只听得见@它的话，单独发的照片看不见
      说：自己往群里发；装了企业微信的人也能单独找它说
      花钱：这一样不单收钱
      要有：镇里的企业微信；每个群里先有人@它说一句，它才发得进去
    群机器人
      听：听不见群里的话
      说：自己往群里发
      花钱：这一样不单收钱
      要有：镇里的企业微信；每个群里加一个群机器人，28个群就是28个地址
    居民上报
      听：听不见聊天，居民在群里填的上报表看得见
      说：不往群里发
      花钱：这一样不单收钱
      要有：镇里的企业微信；“居民上报”（政府单位的企业微信才有）；一个从外面打得开的网址（https 开头）；在后台填上这台机器上外网的 IP
    客户群群发
      听：听不见群里的话
      说：消息备好，要群主点一下才发出去，一个群一天一条
      花钱：这一样不单收钱
      要有：镇里的企业微信；群主每天点一次
    微信客服
      听：不进群
      说：居民用微信一对一说事；回话要在居民最后一句话以后48小时里，最多5条
      花钱：这一样不单收钱
      要有：镇里的企业微信；一个从外面打得开的网址（https 开头）；把二维码发到群里、贴到村里
    说事码
      听：不进群
      说：居民用微信扫码，在网页上写一件事，不用加好友
      花钱：这一样不单收钱
      要有：一个从外面打得开的网址（https 开头）；把二维码发到群里、贴到村里
    Wechaty
      听：群里的话都听得见
      说：自己往群里发；也能一对一
      花钱：要向第三方买 token，价钱卖家定；现在还没有找到能放心买的
      要有：一个丢得起的号，因为不是官方办法，号有被封的风险"
  `)
})

it('says what is lacking', () => {
  expect(wayWords.lacking({ way: 'reports', lacks: ['government', 'publicName'] })).toBe(
    '居民上报：还要有“居民上报”（政府单位的企业微信才有）；一个从外面打得开的网址（https 开头）。',
  )
})
