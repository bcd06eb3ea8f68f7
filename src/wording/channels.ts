import type { ChannelName } from '../domain/capability.ts'
import { isOneOf, keysOf } from '../domain/one-of.ts'

/** Why something was not sent: for the record and the operator's page. */
export const unreachable = '还没有能发到的办法'
export const tooLate = '过时了，再说没有用'
export const onlyPartly = '前面的一段没有发出去'
export const holderGone = '发送时程序断了，不知道发没发出去'
export const noAnswer = '没有等到回音，不知道发没发出去'

export const forwardThis = (group: string): string => `请把下一条发到“${group}”，发好回“已发”。`
export const tapThis = (group: string): string => `发到“${group}”的消息备好了，请在企业微信里点“发送”，发好回“已发”。`

/** To whoever answers for a matter, when its reporter cannot be reached. */
export const tellByMouth = (name: string, text: string): string => `给${name}的这条消息发不过去，请打电话或当面转告：${text}`

/** To the same, when all that was left on the page behind a 说事码 is a telephone. */
export const tellByPhone = (name: string, phone: string, text: string): string => `请给${name}打个电话（${phone}），告诉一声：${text}`

/** How somebody is called who wrote and stands on no roster. What they call themselves proves nothing: short, one line, no mention. */
export const strangerName = (name: string | null): string =>
  `${(name ?? '').replace(/[\p{C}<>@【】（）()\s]+/gu, '').slice(0, 12) || '居民'}（未认）`

export const groupLost = (group: string, why: string): string =>
  `发不进“${group}”了（${why}），在群里说的话都没有发出去。请看一下机器人还在不在群里。`

/** What an errcode of WeCom means to an operator; the number says the rest. */
const CODE_WORDS: Readonly<Record<string, string>> = {
  busy: '企业微信忙',
  'stale-token': '换了新的令牌还是不认',
  credentials: '企业 ID 或密钥不对',
  environment: '没有权限、应用停用，或这台机器的 IP 不在可信名单里',
  rate: '发得太快，被要求等一等',
  'recipient-gone': '这个人不在了，或不在应用的可见范围里',
  'group-gone': '群没有了，或机器人不在群里',
  content: '内容不合规定',
  media: '图片没有被接受',
  'window-over': '过了可以答复的时间',
  'archive-closed': '会话内容存档没有开通，或到期了',
}
export const whyCode = (kind: string, errcode: number): string => `${CODE_WORDS[kind] ?? '没见过的错误'}（${errcode}）`
export const whyNoAnswer = (code: string): string => `没有得到回答（${code}）`
export const pictureKind = '图片不是 JPEG 或 PNG'
export const pictureTooBig = '图片太大'
export const noPicturesHere = '这里发不了图片'
export const noKey = '没有群机器人的地址'
export const noOwner = '不知道该由谁来点发送'
export const massRefused = '群发没有备好，可能今天的次数用完了'
export const notAMember = '这个人不在应用的可见范围里'
export const givenUp = '看过，不再发了'

/** Wechaty, whose login may go at any time. */
export const scanNeeded = '要用手机扫码登录，二维码在下面'
export const scanInTerminal = 'Wechaty 要登录，请用手机扫码；二维码也在“/status”页上。'
export const loginSlow = '等了很久没有登录上'
export const loggedOut = '账号退出了登录'
export const silentGateway = '没有动静了，正在重连'
export const standsStill = '另一台机器在用这个账号'
export const restsAtNight = '夜里重连一次，腾出内存'
export const gapOfProcess = '程序没有在运行'
export const gatewaySlow = (behind: number): string => {
  const minutes = Math.round(behind / 60_000)
  const span = minutes < 60 ? `${minutes}分钟` : `${Math.round(minutes / 6) / 10}小时`
  return `网关的时钟慢了约${span}，话照收到的时间听着，请把那台机器的时间校准`
}
export const gatewayAway = '连不上网关，正在重连'
export const gatewayRefused = '网关不认令牌，请看 WECHATY_TOKEN'
export const channelDown = 'Wechaty 没有连着'
export const unknownFault = (fault: string): string => `出错（${fault}）`
export const maybeSaid = (fault: string): string => `说的时候出错，不知道发没发出去（${fault}）`
export const placeNotFound = '找不到这个群或这个人'
export const removedFromGroup = '机器人被移出了群'
export const notInstalled = (name: string): string => `没有装 ${name} 或装得不对，请运行 npm install ${name}`

export const channelNames: Record<ChannelName, string> = {
  'wecom-robot': '群机器人',
  'wecom-bot': '智能机器人',
  'wecom-app': '企业微信应用',
  'wecom-appchat': '应用群',
  'wecom-kf': '微信客服',
  'wecom-mass': '客户群群发',
  'wecom-archive': '会话存档',
  wechaty: 'Wechaty',
  form: '说事码',
  'by-hand': '人工转发',
}
export const channelWord = (name: string): string => (isOneOf(keysOf(channelNames), name) ? channelNames[name] : name)
