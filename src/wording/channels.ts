/** Why something was not sent: for the record and the operator's page. */
export const unreachable = '还没有能发到的办法'
export const tooLate = '过时了，再说没有用'
export const onlyPartly = '前面的一段没有发出去'
export const holderGone = '发送时程序断了，不知道发没发出去'
export const noAnswer = '没有等到回音，不知道发没发出去'
export const ourFault = '程序自己出错，详情在日志里'

export const forwardThis = (group: string): string => `请把下一条发到“${group}”，发好回“已发”。`
export const tapThis = (group: string): string => `发到“${group}”的消息备好了，请在企业微信里点“发送”，发好回“已发”。`

/** How somebody is called who wrote and stands on no roster. What they call themselves proves nothing. */
export const strangerName = (name: string | null): string => `${name ?? '居民'}（未认）`

export const groupLost = (group: string, why: string): string =>
  `发不进“${group}”了（${why}），在群里说的话都没有发出去。请看一下机器人还在不在群里。`
