const LONGEST = 16
const SHORTEST = 3

const SURNAME = '王李张刘陈杨赵黄周吴徐孙胡朱郭罗宋郑谢韩唐冯董曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴汪姜范崔梁'
/** Persons are not named in a title: 老王, 李大爷, 张建国家. */
const PERSONS: readonly RegExp[] = [
  new RegExp(`[老小][${SURNAME}](?:头)?家?`, 'gu'),
  new RegExp(
    `[${SURNAME}](?:大爷|大妈|大娘|大叔|大婶|婶子?|叔|伯|哥|嫂子?|姐|奶奶|爷爷|支书|书记|主任|村长|文书|会计|社长|队长|组长|老师|医生|大夫|师傅|老板|某某?|寡妇|老汉)`,
    'gu',
  ),
  new RegExp(
    `[${SURNAME}](?![庄家]|[\\p{Script=Han}][沟湾庄村社坪坝坡梁家])[\\p{Script=Han}]{1,2}(?=家|把|说|和|跟|欠|打|骂|拿|他|她|不让|不还)`,
    'gu',
  ),
]
const NUMBERS =
  /\d{6,}[\dXx]*|\d+(?:\.\d+)?\s*(?:元|块钱?|万元?|千元?|百元)|[一二三四五六七八九十百千万两几]+(?:多)?(?:块钱?|元|万元)|链接|https?:\S+|@\S+/gu
const GREETING =
  /^(?:你们?好|您好|大家好|各位(?:领导|乡亲|邻居|干部)?好?|尊敬的[\p{Script=Han}]{0,6}(?:领导|书记|县长|镇长|市长|省长)?|领导们?好?|请问(?:一?下)?|问一?下|麻烦(?:问一?下|看一?下|问问|您|你们)?|(?:老)?(?:支书|书记|文书|主任|社长|队长|网格员|干部)(?=[,，、 :：你您好]|在)(?:在吗?)?|哎呀?|唉|喂|那个|我(?:想|要)?(?:问|反映|说|咨询)(?:一?下|个事|个情况)?|反映(?:一?下|个)?(?:情况|问题)?|说个事|跟大家说一?下|求助|快来人啊?|救命啊?|咋回事(?:嘛|啊)?|能不能(?:给)?|可以(?:要求)?|希望(?:能|政府|领导)?|恳?请(?:求|问)?(?:政府|领导|相关部门|有关部门)?)[，,。：:!\s、]*/u
const FILLER =
  /真的是|真是|实在(?:是)?|简直|太(?!阳)|又(?:是)?|都(?!市)|还(?:是)?(?!钱|款|给|债|我)|已经|一直|老是|总是|天天|到底|究竟|好像|就是|这个|那个|怎么办|该怎么办|咋办|怎么处理|了|吗|呢|啊|呀|嘛|吧|哦|哩|咧|(?<![什怎那这])么|的(?!士|确)|得很|死了|实在|非常|特别|麻烦|请|谢谢|气人|烦人|气死|可恶|讨厌|缺德|不要脸|[\s"“”'‘’!?…~]/gu
/** Clauses that speak of feelings, waiting or asking and not of the thing. */
const EMPTY = /^(?:怎么办|咋办|咋整|谁管|有人管吗?|没人管|气人|受不了|急|在线等|谢谢|快点|说了(?:好)?几次|反映.{0,4}次)$/u

const clean = (clause: string): string => {
  let rest = clause.replace(NUMBERS, '')
  for (const form of PERSONS) rest = rest.replace(form, '')
  return rest.replace(FILLER, '')
}

function withoutGreeting(text: string): string {
  let rest = text
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(GREETING, '')
  }
  return rest
}

/** Cut where a word of place or thing ends rather than in the middle of a phrase, when that leaves enough. */
function cut(title: string): string {
  const chars = Array.from(title)
  if (chars.length <= LONGEST) return title
  return chars
    .slice(0, LONGEST)
    .join('')
    .replace(/[和把被在给跟从到让就也很不没的与及]$/u, '')
}

/** A title fit to be read aloud: the clause that tells the thing, without greetings, feelings, persons and sums. */
export function titleOf(text: string, words: readonly string[], places: readonly string[], short: string | null): string {
  const clauses = text
    .split(/[，,。；;！!？?\n]/u)
    .map((c) => withoutGreeting(c.trim()))
    .map(clean)
    .filter((c) => c.length > 1 && !EMPTY.test(c))
  const place = clean(places[0] ?? '')
  const score = (c: string, i: number) =>
    words.filter((w) => c.includes(clean(w) || w)).length * 3 +
    (place !== '' && c.includes(place) ? 2 : 0) +
    (/坏|不亮|停|断|堵|塌|漏|裂|没|不|差|翻|占|打|欠|脏|臭|吵|满|烂/u.test(c) ? 1 : 0) -
    i * 0.6 -
    (c.length > LONGEST ? 1 : 0) -
    (c.length < SHORTEST ? 1.5 : 0)
  const best = clauses.map((c, i) => ({ c, score: score(c, i) })).sort((a, b) => b.score - a.score)[0]?.c ?? ''
  const whole = place !== '' && !best.includes(place) && best.length + place.length <= LONGEST ? `${place}${best}` : best
  if (whole.length >= SHORTEST && whole.length <= LONGEST) return whole
  if (whole.length > LONGEST && short && place) return cut(`${place}${short}`)
  if (whole.length > LONGEST) return cut(whole)
  return cut(`${place}${short ?? ''}`) || cut(clean(whole)) || '一件事'
}
