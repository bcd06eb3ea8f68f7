/** 就是, 对对, 是啊, 可不是, 没错: taking up what somebody else has just said. */
const OPENERS =
  '(?:就是(?:的|啊|呀|嘛|么|哩|呢|说嘛)?|对+(?:的|啊|呀|头|嘛|么|着呢|着哩)?|是(?:的|啊|呀|哩|嘛|么)|可不(?:是)?(?:嘛|吗|么)?|谁说不是(?:呢|嘛)?|(?:说得|说的)(?:对|是)|没错|确实(?:是)?|真的(?:是)?|嗯+|哎+|同感|同样|一样(?:的)?)'
/** Set off from what follows, or followed by whose trouble it is: 就是说 and 就是想问 are neither. */
const AGREES = new RegExp(
  `^(?:${OPENERS}[,，。.!~、\\s]*)*${OPENERS}(?:[,，。.!~、\\s]+|(?=(?:我|俺|咱|额)(?:们|家|屋|这|社|组|队|村)))`,
  'u',
)
/** Of something else after all: a question, or a turn. */
const ELSEWHERE = /^(?:说|想问|问一?下|请问|那个|不知道|对了|但|可是|不过)|[?？]$|(?:吗|么)$/u

/** What follows the agreement, or null where the words agree with nobody or go on to something else. */
export function afterAgreeing(text: string): string | null {
  const opener = AGREES.exec(text.trim())
  if (!opener) return null
  const rest = text.trim().slice(opener[0].length)
  return rest === '' || ELSEWHERE.test(rest) ? null : rest
}
