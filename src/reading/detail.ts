const WHEN =
  /啥时候|什么时候|几时|几点|哪里|哪儿|哪个|谁家|(?:大?前|昨|今|当)(?:天|晚|夜|早|儿|日)|早上|早晨|清早|上午|中午|下午|晚上|夜里|半夜|凌晨|现在|如今|这会儿?|(?:\d+|[一二两三四五六七八九十半几多好])+个?多?(?:天|日|小时|钟头|晚上?|夜|星期|礼拜|周|月|年|分钟)多?|(?:\d+|[零一二三四五六七八九十]+)(?:点|月|号|日)(?:半|钟)?|以来|开始|一直|老是|总是/gu
const FILL =
  /没有|没得|那段|这段|跟前|旁边|附近|[的地得了着过还又再就都也在从打起到至很这那里上下边头面儿处没呢啊呀吧嘛哦哎，,。.！!？?~、\s]/gu
/** 停, 灭, 黑: a word that says of what was told before that it lasts. */
const MOST = 1

/** 三社路口, 三社从昨晚停到现在: where and since when, and nothing that could be told apart from what was said before it. */
export function isOnlyDetail(words: string, places: readonly string[]): boolean {
  let rest = words
  for (const place of [...places].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(place, '')
  return /[\p{L}\p{N}]/u.test(words) && Array.from(rest.replace(WHEN, '').replace(FILL, '')).length <= MOST
}
