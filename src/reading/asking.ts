import { wordsBeside } from './named-words.ts'

const said = wordsBeside(import.meta.url, 'asking')

/** A plain question after how a matter stands, or a push to get on with it. */
export interface Asking {
  /** What it is about, as typed: 路灯; '' where nothing is named. */
  thing: string
  /** 我的事, 我报的: surely about something of one's own. */
  own: boolean
  /** 快点啊 asks nothing, and among many people may be meant for anybody. */
  push: boolean
}

const LONGEST = 24
const WORK = '(?:办理?|修|弄|处理|解决|换|清|清理|搞|整|落实|维修)'
const MARKS = /[\s，,。.!！~～?？]+/gu
const PARTICLES = /(?:[啊呀呢哩咧哦噢嘛吧啦呗哈哎唉诶]|(?<!没)了)+$/u

/** What is asked, at the end of the line. */
const ASKED: readonly RegExp[] = [
  new RegExp(`${WORK}?(?:得)?(?:咋|怎么|怎|咋个)样(?:了|的)?$`, 'u'),
  /(?:进度|进展|情况)?(?:如何|怎样|咋样)(?:了)?$/u,
  new RegExp(`(?:${WORK}|来人|有人来)(?:好|完|了|过)*(?:没|没有|了没|了没有|了吗|吗|不)$`, 'u'),
  /好了(?:没|没有|吗)$|好没好$/u,
  new RegExp(
    `(?:(?:啥|什么)时候?|几时|多会儿?|哪天)(?:才|能|可以|给|来|有人|就)*(?:${WORK}|来|好|通|亮|有)(?:好|完|人|了|上|下来|到)*$`,
    'u',
  ),
  new RegExp(`(?:现在)?(?:${WORK}|进行|走|到)*(?:到)?(?:哪|什么|啥)(?:儿|里|一)?(?:步|程度|地步)$|${WORK}到(?:哪|哪里|哪儿)$`, 'u'),
  new RegExp(
    `(?:咋|怎么|为啥|为什么|咋个)(?:还|到现在|一直|就|都|还是)*(?:没|不|未)(?:有|见)?(?:人)?(?:${WORK}|来|好|管|动静|消息|下文|理)(?:好|完|人)?$`,
    'u',
  ),
  new RegExp(`有(?:没有)?(?:消息|进展|结果|下文|眉目|着落|回音|信儿?|音信|人(?:${WORK}|管|来|理))(?:了)?(?:没|没有|吗|不)?$`, 'u'),
  /(?:啥|什么|咋个|怎么个)情况$|(?:咋|怎么)说$/u,
  new RegExp(`(?:还|到底|究竟|能|会)*(${WORK}|管|来)不(?:\\1|能)?$`, 'u'),
  /(?:安排|派人|派|报上去|(?:批|办|发|领)(?:下来|到)|批|通|亮|来水|来电|修上|换上)(?:了)?(?:没|没有|吗)$/u,
  /(?:今天|明天|今晚|这两天)(?:能|会)?(?:来|修|办)(?:人)?(?:不|吗|么)$/u,
  /(?:(?:还要|还得|得|要)(?:多久|几天)|(?:多久|几天)(?:能|才能))(?:修|办|弄|好|解决)?(?:好|完)?$/u,
]
const PUSHED =
  /^(?:麻烦|请|能不能|能|再|帮我?|给)*(?:催一?催|催一下|催催|快点|快些|快一点|赶紧|赶快|抓紧|搞快|搞快点|尽快|麻利点|赶紧的|快快|加快)(?:点|些|修|办|弄|处理|解决|一下|吧|来人|来修|去修|来|不|行不行)*$/u
const PUSHED_THING = /^(?:麻烦|请|再|帮我?|给)*(?:催一?催|催一下|催催|催)(.{2,6})$/u

/** 你家娃的事, 接水管的人: somebody is asked after. */
const PERSON = said('person')
/** 水管漏了一地，啥时候能修 tells a trouble. */
const TROUBLE = said('trouble')

/** 查路灯, by who may not search. */
const LOOKED = /^(?:查|查询|查看|查找)(?:一下|下)?(.{1,8})$/u

/** What may stand before it: 我报的那个路灯, 咱三社的水管. */
const OWN = /^(?:我|俺)(?:们|家)?(?:上次|昨天|前天|那天|刚才|之前|前几天)?(?:报|说|反映|登记|提)?(?:上去|过|了)?的?/u
const HERE = /^(?:我们|咱们?|你们|请问|问一下|问下|打听一下|麻烦问下|想问下|这边|这里|村里|村上|现在|到现在|今天)+的?/u
/** 都几天了，咋还没动静. */
const DAYS = /^(?:这?都)?(?:好|过了?)?(?:几|两|三|四|五|十|半|一|多少)(?:天|个?月|周|个?礼拜|个?星期)了?/u
const THAT = said('that', 'start')
const MATTER = /(?:的)?(?:那个|那件|这个)?(?:事情|事儿?|问题|东西|的)$/u

function thingOf(before: string): { thing: string; own: boolean } {
  let rest = before.replace(DAYS, '').replace(HERE, '')
  const own = OWN.test(rest) && !/^我们?(?:村|社|组|队)/u.test(rest)
  if (own) rest = rest.replace(OWN, '')
  rest = rest.replace(HERE, '').replace(THAT, '').replace(HERE, '')
  return {
    thing: rest
      .replace(MATTER, '')
      .replace(/^的/u, '')
      .replace(/(?:现在|到底|究竟|还|都|已经|是|啥时候|有人|有没有人)$/u, ''),
    own,
  }
}

/** 路灯修得咋样了, 修了没, 啥时候修, 到哪一步了, 快点啊; null for whatever tells something or asks after something else. */
export function readAsking(text: string): Asking | null {
  const words = text.replace(MARKS, '').replace(PARTICLES, '')
  if (words === '' || text.length > LONGEST) return null
  if (PUSHED.test(words)) return { thing: '', own: false, push: true }
  const pushed = PUSHED_THING.exec(words)?.[1]
  if (pushed !== undefined) return { thing: thingOf(pushed).thing, own: false, push: true }
  const looked = LOOKED.exec(words)?.[1]
  if (looked !== undefined) return { thing: looked, own: false, push: false }
  for (const form of ASKED) {
    const found = form.exec(words) ?? form.exec(`${words}了`)
    if (!found) continue
    const { thing, own } = thingOf(words.slice(0, found.index))
    return thing.length > 8 || PERSON.test(thing) || TROUBLE.test(thing) ? null : { thing, own, push: false }
  }
  return null
}
