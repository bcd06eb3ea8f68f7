import { wordsBeside } from '../reading/named-words.ts'

const said = wordsBeside(import.meta.url, 'title-clause')

const SURNAME =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭罗宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴汪任姜范梁崔马高林何钟田石孟秦尹史侯邵龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐'
const TITLE =
  '大爷|大妈|大娘|大叔|大婶|婶子?|叔|伯|哥|嫂子?|姐|奶奶|爷爷|支书|书记|主任|村长|文书|会计|社长|队长|组长|老师|医生|大夫|师傅|老板|某某?|寡妇|老汉|头'
/** Persons are not named in a title: 老王家, 李大爷, 张建国家. */
export const PERSON = new RegExp(
  `[老小][${SURNAME}](?:头)?(?:家|两口)?的?|[${SURNAME}](?:${TITLE})家?的?|[${SURNAME}](?![庄家])[\\p{Script=Han}]{1,2}(?=家(?![畜]))家的?`,
  'gu',
)

/** Words that have no place in a title: who speaks, sums and numbers, asking and pleading, feelings, abuse. */
const OUT = said('out')
const TROUBLE = said('trouble')
const TAIL = said('tail')
const HEAD = said('head')
const SHORTEST = 5

/** A clause of the text that tells the trouble by itself with one of these words, short and plain enough to be read aloud; else null. */
export function tellingClause(text: string, words: readonly string[], longest: number): string | null {
  const clauses = text
    .split(/[,，。；;！!？?\n]/u)
    .map((c) => c.trim().replace(HEAD, '').replace(/\s+/gu, ''))
    .map((c) => (/了$/u.test(c) ? c : c.replace(TAIL, '')))
    .filter((c) => {
      const length = Array.from(c).length
      return (
        length >= SHORTEST &&
        length <= longest &&
        /^\p{Script=Han}+$/u.test(c) &&
        TROUBLE.test(c) &&
        !OUT.test(c) &&
        words.some((w) => c.includes(w)) &&
        c.search(PERSON) < 0
      )
    })
  return clauses[0] ?? null
}
