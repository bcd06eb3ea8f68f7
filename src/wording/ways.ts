import type { Burden, Circumstances, Cost, GroupKind, Need, OpenWay, Way, WayName } from '../domain/ways.ts'
import { WAYS } from '../domain/ways.ts'
import { channelNames } from './channels.ts'

/** How a kind of group is told from the others by whoever sits in it. */
export const groupKindWords: Readonly<Record<GroupKind, string>> = {
  internal: '内部群：在企业微信里建的，群里每个人都装了企业微信',
  customer: '客户群：在企业微信里建的，居民用微信进来，名字后面带绿色的“@微信”',
  wechat: '微信群：在微信里建的，和企业微信没有关系',
  none: '村里没有群',
}

export const wayNames: Readonly<Record<WayName, string>> = {
  app: channelNames['wecom-app'],
  archive: '会话内容存档',
  bot: channelNames['wecom-bot'],
  robot: channelNames['wecom-robot'],
  reports: '居民上报',
  mass: channelNames['wecom-mass'],
  kf: channelNames['wecom-kf'],
  form: channelNames.form,
  wechaty: channelNames.wechaty,
}

const hears: Readonly<Record<Way['hears'], string>> = {
  all: '群里的话都听得见',
  polled: '群里的话都听得见，晚几秒',
  mention: '只听得见@它的话，单独发的照片看不见',
  reported: '听不见聊天，居民在群里填的上报表看得见',
  none: '听不见群里的话',
}

const posts: Readonly<Record<Way['posts'], string>> = {
  auto: '自己往群里发',
  confirm: '消息备好，要群主点一下才发出去，一个群一天一条',
  none: '不往群里发',
}

/** One-to-one, where a way is for that. */
const alone: Readonly<Partial<Record<WayName, string>>> = {
  app: '和干部一对一，收发都行',
  bot: '装了企业微信的人也能单独找它说',
  kf: '居民用微信一对一说事；回话要在居民最后一句话以后48小时里，最多5条',
  form: '居民用微信扫码，在网页上写一件事，不用加好友',
  wechaty: '也能一对一',
}

const costs: Readonly<Record<Cost, string>> = {
  none: '这一样不单收钱',
  seats: '按人收钱，存谁的话就给谁买；价钱会变，看管理后台“会话内容存档”那一页',
  seller: '要向第三方买 token，价钱卖家定；现在还没有找到能放心买的',
}

const needs: Readonly<Record<Need, string>> = {
  company: '镇里的企业微信',
  publicName: '一个从外面打得开的网址（https 开头）',
  government: '“居民上报”（政府单位的企业微信才有）',
  archive: '买好的会话内容存档',
}

const burdens: Readonly<Record<Burden, (count: number) => string>> = {
  'robot-each': (count) => `每个群里加一个群机器人，${count > 1 ? `${count}个群就是${count}个地址` : '把它的地址填进来'}`,
  'speak-first': () => '每个群里先有人@它说一句，它才发得进去',
  'trusted-ip': () => '在后台填上这台机器上外网的 IP',
  'owner-taps': () => '群主每天点一次',
  consent: () => '每个群里至少有一位买了存档的人；用微信的居民要先点同意，没同意的听不见',
  library: () => '到企业微信开发者中心下载存档用的程序库',
  'post-code': () => '把二维码发到群里、贴到村里',
  'account-at-risk': () => '一个丢得起的号，因为不是官方办法，号有被封的风险',
}

/** What a way is, in the four words that decide: hears, speaks, costs, needs. */
export interface WayLines {
  name: string
  hears: string
  speaks: string
  costs: string
  needs: string
}

/** `lacks`: of what it needs, what is still to be had; everything where nobody has been asked yet. */
export function wayLines(way: WayName, { count, lacks }: Pick<Circumstances, 'count'> & Pick<OpenWay, 'lacks'>): WayLines {
  const it: Way = WAYS[way]
  const inGroups = it.hears !== 'none' || it.posts !== 'none'
  const one = alone[way]
  return {
    name: wayNames[way],
    hears: inGroups ? hears[it.hears] : '不进群',
    speaks: [...(inGroups ? [posts[it.posts]] : []), ...(one === undefined ? [] : [one])].join('；'),
    costs: costs[it.costs],
    needs: [...lacks.map((need) => needs[need]), ...it.burdens.map((burden) => burdens[burden](count))].join('；'),
  }
}

export const wayWords = {
  heads: { hears: '听', speaks: '说', costs: '花钱', needs: '要有' },
  openHead: '你们能接的有这些：',
  noneOpen: '照现在的样子，一样都还接不了。',
  head: (number: number, name: string, official: boolean): string => `${number} ${name}${official ? '' : '（不是官方的）'}`,
  told: (head: string, text: string): string => `  ${head}：${text}`,
  lacking: ({ way, lacks }: Pick<OpenWay, 'way' | 'lacks'>): string =>
    `${wayNames[way]}：还要有${lacks.map((it) => needs[it]).join('；')}。`,
  lackingHead: '下面这些现在还接不了：',
  /** Under every list of ways. */
  foot: '企业要不要认证、外部联系人多了要不要加钱，以企业微信管理后台写的为准，这里不报价。',
} as const
