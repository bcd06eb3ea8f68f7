import { withoutMarks } from './marks.ts'
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
const PARTICLES = /(?:[啊呀呢哩咧哦噢嘛吧啦呗哈哎唉诶]|(?<!没)了)+$/u

/** What is asked, at the end of the line. */
const ASKED: readonly RegExp[] = said.each('asked')
const PUSHED = said('pushed')
const PUSHED_THING = said('pushed-thing')

/** 你家娃的事, 接水管的人: somebody is asked after. */
const PERSON = said('person')
/** 水管漏了一地，啥时候能修 tells a trouble. */
const TROUBLE = said('trouble')

/** 查路灯, by who may not search. */
const LOOKED = said('looked')

/** What may stand before it: 我报的那个路灯, 咱三社的水管. */
const OWN = said('own')
const HERE = said('here')
/** 都几天了，咋还没动静. */
const DAYS = said('days')
const THAT = said('that', 'start')
const MATTER = said('matter')
const OUR_PLACE = said('our-place', 'start')
const OF = said('of', 'start')
const YET = said('yet', 'end')

function thingOf(before: string): { thing: string; own: boolean } {
  let rest = before.replace(DAYS, '').replace(HERE, '')
  const own = OWN.test(rest) && !OUR_PLACE.test(rest)
  if (own) rest = rest.replace(OWN, '')
  rest = rest.replace(HERE, '').replace(THAT, '').replace(HERE, '')
  return {
    thing: rest.replace(MATTER, '').replace(OF, '').replace(YET, ''),
    own,
  }
}

/** 路灯修得咋样了, 修了没, 啥时候修, 到哪一步了, 快点啊; null for whatever tells something or asks after something else. */
export function readAsking(text: string): Asking | null {
  const words = withoutMarks(text).replace(PARTICLES, '')
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
