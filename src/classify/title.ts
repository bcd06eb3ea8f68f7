const LONGEST = 16
const GREETING =
  /^(@\S+\s*)?(你们?好|您好|大家好|各位(领导|乡亲|邻居)?|尊敬的\S{0,8}|领导|请问(一下)?|麻烦(问一?下|看一?下)?|支书|书记|文书|干部|哎呀?|唉|喂|那个|我想(问|反映)一?下|反映一?下|说个事|跟?大家说一?下|求助)[，,。：:！!\s]*/u
const FEELING = /(真是|实在|太|也太|简直|都|又|还|已经|一直|老是|总是|了|吗|呢|啊|呀|嘛|吧|哦|的话|到底|究竟)/gu
/** What is wrong is said with one of these. */
const FAULT = /坏|断|塌|堵|漏|停|坑|裂|垮|倒|不亮|不通|没水|没电|不来|臭|脏|吵|占|挡|淹/u
const PRIVATE = /1\d{10}|\d{15,18}[\dXx]?|\d+(?:\.\d+)?(?:元|块|万)/gu

const cleaned = (clause: string): string =>
  clause
    .replace(PRIVATE, '')
    .replace(FEELING, '')
    .replace(/[\s"“”'‘’]/gu, '')

/** A title fit to be read aloud: the clause that tells the thing, without greetings and feelings. Persons are left out by the caller. */
export function titleOf(text: string, words: readonly string[], places: readonly string[], short: string | null): string {
  let rest = text.replace(/\n/gu, '，')
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(GREETING, '')
  }
  const clauses = rest
    .split(/[，,。；;！!？?]/u)
    .map(cleaned)
    .filter((c) => c.length > 1)
  const scored = clauses.map((c, i) => ({
    c,
    score:
      words.filter((w) => c.includes(w)).length * 3 +
      places.filter((p) => c.includes(p)).length * 2 -
      (FAULT.test(c) ? 0 : 2.5) -
      i * 0.5 -
      (c.length > LONGEST ? 1 : 0),
  }))
  const best = scored.sort((a, b) => b.score - a.score)[0]?.c ?? ''
  const place = places[0] ?? ''
  const title = best.includes(place) || best.length + place.length > LONGEST ? best : `${place}${best}`
  if (title.length >= 3 && title.length <= LONGEST) return title
  if (title.length > LONGEST) return short && place ? `${place}${short}`.slice(0, LONGEST) : title.slice(0, LONGEST)
  return (`${place}${short ?? ''}` || cleaned(text) || '一件事').slice(0, LONGEST)
}
