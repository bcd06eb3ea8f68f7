// 回“接”“转 姓名”或“不受理 原因”: the words the bot asks for, so that one need not type them.
const ASKED = /回((?:“[^”]+”(?:、|，|或|和)?)+)/gu
/** What stands for something that only the speaker knows. */
const BLANK = /\s*(?:姓名|原因|日期|几天|三天|两天|〔[^〕]*〕).*$/u
const MOST = 4

/** What may be answered to a message of the bot: the words, and what of them is typed already. */
export function answersIn(message) {
  if (!message?.from.bot) return []
  const words = [...message.text.matchAll(ASKED)].flatMap(([, asked]) => [...asked.matchAll(/“([^”]+)”/gu)].map(([, w]) => w))
  return [...new Set(words)].slice(0, MOST).map((word) => ({ word, typed: BLANK.test(word) ? `${word.replace(BLANK, '')} ` : word }))
}
