import { wordsBeside } from '../reading/named-words.ts'
import { tidy } from './tidy.ts'

const words = wordsBeside(import.meta.url, 'follow-up')

const END = '[。.!~,\\s啊呀呢哦哩咧嘛吧了的]*'
const US =
  '(?:我|俺|咱)(?:们)?(?:家|屋里|这|这边|这里|这儿|[一二三四五六七八九十]{0,3}社|组|队|村|那|那边|那里|巷子|楼|片|院|住的这边)?(?:里|边|头|门口|门前|屋后|后头|前头|跟前|的)?'
/** 我家的地也浇不上: the speaker's own share of what all have. */
const OURS = '(?:的?(?:地里?|田里?|庄稼|苗子?|水|电|网|信号|灯))?'
/** What somebody adds to it: 我家也是，玻璃都震裂了. */
const ADDED = '(?:[,，].{1,14})?'
/** 我家也没水: short, and 也 right after who is speaking. */
const ME_TOO = new RegExp(
  `^(?:\\+\\s*1|1\\+|加一|加1|\\+\\+1?|同问|同求|同感|一样一样|一样|同样|也一样|同上|附议|算我一个|还有我家?|都一样|(?:都|也)是|${US}${OURS}(?:也|都|同样|一样)[^,。?!]{0,9}${ADDED}|${US}还不是一样|(?:[一二三四五六七八九十]{1,3}|\\d{1,2})(?:社|组|队)也[^,。?!]{0,9})${END}$`,
  'u',
)
const NOT_ME_TOO = /也(?:想|要|去|来了|到了|觉得|同意|认为|收到|知道|吃|祝|在路上|不知道|喜欢|爱)|也是(?:醉|服)/u

const FOLLOW = words('follow')
/** More than this tells something by itself. */
const LONGEST_FOLLOW = 40
/** A first clause no longer than this names nothing of its own. */
const LONGEST_CUE = 8
const LONGEST_ME_TOO = 24

const THANKS =
  /^(?:真是?|太|非常|十分|好的?|嗯+|行|收到|修好了|好了|亮了|通了|来水了|来电了|弄好了|解决了|办好了)?[,。\s]*(?:太|非常|真|真的|十分|衷心)?(?:谢谢|感谢|多谢|谢了|辛苦|麻烦(?:了|你了|您了)|太好了|点(?:个)?赞|为.{1,10}点赞|给.{1,10}点(?:个)?赞)/u
const BUT = words('but')
const LONGEST_THANKS = 40

/** +1, 我家也是, 我们这也没水: the same trouble at the speaker's own place. */
export function isMeToo(text: string): boolean {
  const said = tidy(text).replace(/^@\S+\s*/u, '')
  return said.length <= LONGEST_ME_TOO && ME_TOO.test(said) && !NOT_ME_TOO.test(said)
}

/** 还是没修, 催一下, 又坏了: talks about something told before. */
export function isFollowUp(text: string): boolean {
  const said = tidy(text)
  return said.length <= LONGEST_FOLLOW && FOLLOW.test(said)
}

/** 还是没修，地都干裂了: begins by speaking of what was told before, whatever comes after; 又停电了 names a `thing` of its own. */
export const beginsAsFollowUp = (text: string, things: readonly string[]): boolean => {
  const [first = ''] = tidy(text).split(/[,，。;；!?\n]/u)
  return first.length <= LONGEST_CUE && FOLLOW.test(first) && !things.some((w) => w.length > 1 && first.includes(w))
}

/** Thanks and nothing else that anybody would have to do. */
export function isThanks(text: string): boolean {
  const said = tidy(text)
  return said.length <= LONGEST_THANKS && THANKS.test(said) && !BUT.test(said)
}
