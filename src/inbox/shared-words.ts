/** What stands in every line says nothing of what it is about. */
const COMMON =
  /[\s\p{P}\p{S}A-Za-z\d]|我们?|你们?|他们?|她|人家|大家|咱|这个?|那个?|这达|那达|阿达|哪里?|啥|什么|怎么|咋|阿么|的|了|着|过|呢|啊|吗|嘛|呀|哩|么|吧|就是?|都|也|还|又|再|很|太|不|没有?|莫有?|在|是|有|说|看|来|去|要|给|把|叫|让|到|上|下|里|个|一下?|一哈|今儿?|明儿?|天|年|人|家/gu

const STICKER = /\[\p{Script=Han}{1,6}\]/gu

/** The runs of two characters that are left of a text. */
function wordsIn(text: string): Set<string> {
  const found = new Set<string>()
  for (const piece of text.replace(STICKER, ' ').normalize('NFKC').replace(COMMON, ' ').split(' '))
    for (let i = 0; i + 2 <= piece.length; i++) found.add(piece.slice(i, i + 2))
  return found
}

/** How many words of one text stand in another: 班车那个也给问一哈 speaks of 班车到沟门就掉头. */
export function sharedWords(one: string, other: string): number {
  const words = wordsIn(other)
  return [...wordsIn(one)].filter((w) => words.has(w)).length
}
