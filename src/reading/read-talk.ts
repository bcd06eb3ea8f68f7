/** What is said of a talk: when and where it is to be, what came of it, or that the town is to join. */
export type TalkSaid = 'meeting' | 'result' | 'town'

const TOWN = /^(?:请|让|叫|交|报|到|由|给|转)*镇(?:上|里|政府|领导)?(?:来|也|去|一起|出面|参加|帮忙|调解|定|议|说|处理|解决|一下|吧)*$/u
const RESULT =
  /谈(?:了|过|成|拢|好|妥|崩|不拢|不成)|没谈|说(?:好|妥|过|成|拢|通)|没说(?:拢|成|通|好)|议(?:过|了|成|定|好)|没议|调解(?:好|成|过|了|完)|达成|签了|商量(?:好|过|了)|协商(?:好|过|了|一致)|答应|不答应|同意|不愿|不肯|互不相让|各让|让步|和解|和好|没结果|没成|不成|坐下来/u

/** 镇里 → the town; 谈了没谈拢 → a result; 周五下午村部 → a meeting. */
export function readTalk(words: string): TalkSaid {
  if (TOWN.test(words.replace(/[\s，,。]/gu, ''))) return 'town'
  return RESULT.test(words) ? 'result' : 'meeting'
}
