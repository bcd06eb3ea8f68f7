import type { Duty } from '../domain/duty.ts'

/** What people put around the matter they ask about: 娃上户口要啥, 低保怎么申请, 请问医保咋交. */
const ASKING =
  /[?？。！!]|请问|我想问一?下?|问一?下|想问|(?:怎么|咋|如何)(?:个|样)?(?:办理|办|弄|申请|报|交|补|批|领|查|说)?|(?:该|应该|得)?(?:找|问)(?:谁|哪个|哪里)|(?:要|带|需要|得带|准备)(?:些|点)?(?:啥|什么)(?:材料|证件?|手续|东西)?|去(?:哪里|哪儿|哪)(?:办|交|领)?|在哪(?:里|儿)?(?:办|交|领)?|多(?:久|长时间|少天)|几天|的?(?:手续|流程|材料)|能不能|可不可以|可以吗|行不行|有没有/gu
/** Words of the house for words of the list. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/娃娃|娃(?!哈)/gu, '孩子'],
  [/婆娘|媳妇(?=.*离)/gu, '老婆'],
  [/合作医疗|合疗/gu, '医保'],
  [/手电灯|灯泡/gu, '路灯'],
  [/工钱|血汗钱/gu, '工资'],
  [/庄基|房基/gu, '宅基地'],
  [/(房[子屋顶]?)(?:老是?)?漏(?!雨|水)/gu, '$1漏雨'],
]

const plain = (said: string): string => SYNONYMS.reduce((text, [form, word]) => text.replace(form, word), said.replace(ASKING, ' ')).trim()

const pairs = (text: string): string[] =>
  [...text.replace(/[^\p{Script=Han}]/gu, '')].flatMap((c, i, all) => (all[i + 1] ? [`${c}${all[i + 1]}`] : []))

/** How much of what was asked a line of the list speaks of; long words weigh more than short ones. */
function scoreOf(duty: Duty, said: string): number {
  let score = said.includes(duty.short) && duty.short.length > 1 ? 8 : 0
  for (const word of duty.words) if (word.length > 1 && said.includes(word)) score += word.length * word.length
  const told = `${duty.name}${duty.words.join('|')}`
  for (const pair of new Set(pairs(said))) if (told.includes(pair)) score += 1
  return score
}

const ENOUGH = 1
/** What scores nearly as much as the best is offered beside it. */
const NEAR = 0.75

/** The lines of the list that a question in everyday words is about, the likeliest first. */
export function findDuties(duties: Iterable<Duty>, said: string): Duty[] {
  const all = [...duties]
  const words = plain(said)
  const exact = all.filter((d) => [d.code, d.name, d.short].includes(words) || d.code === words.toUpperCase())
  if (exact.length > 0) return exact
  const scored = all.map((duty) => ({ duty, score: scoreOf(duty, words) })).sort((a, b) => b.score - a.score)
  const best = scored[0]?.score ?? 0
  return best < ENOUGH ? [] : scored.filter((s) => s.score >= best * NEAR).map((s) => s.duty)
}
