const ME_TOO =
  /^(\+1|＋1|加一|同问|同求|一样|我也一样|我们?(家|这|这边|这里|社|那)?也(是|一样|有|没|不|坏|停|遇到)\S{0,8}|我家也\S{0,8}|俺家也\S{0,8}|都一样|我们?这边?也\S{0,8}|同上)[。.!！~，, ]*$/u
const FOLLOW =
  /(还是?(没|不)(人|修|好|弄|管|来|办|解决|通|有|动静|行|亮|修好)|怎么(还|又)(没|不)|咋还(没|不)|催一下|催催|啥时候(能)?(修|办|来|弄)|什么时候(能)?(修|办|来|弄|解决)|有没有(人|结果|消息)|又(坏|灭|停|漏|堵|断|不亮|不通)了|没(修|弄|办)好|修了(又|还)|昨晚又|反映(过|了)(好)?(几|多)?次|说了(好)?几(次|遍)了)/u
const THANKS = /^(谢谢|感谢|多谢|辛苦了|麻烦了|太好了|谢了|给.{0,6}点赞)/u

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, ' ').trim()

/** +1, 我家也是: not a report of its own. */
export const isMeToo = (text: string): boolean => plain(text).length <= 14 && ME_TOO.test(plain(text))

/** Talks about something told before, without saying anew what it is. */
export const isFollowUp = (text: string): boolean => plain(text).length <= 40 && FOLLOW.test(plain(text))

export const isThanks = (text: string): boolean => plain(text).length <= 30 && THANKS.test(plain(text))
