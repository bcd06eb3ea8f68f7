import { by } from './dates.ts'

/** A sentence that nobody said, tried on the operator's page. */
export const rehearsalWords = {
  /** Who says it, and where. */
  person: '一位村民',
  group: (village: string): string => `${village}便民群`,
  title: '先自己试一件',
  intro: '写一句村民会说的话，看机器人怎么办。只是演一遍：不登记，不占编号，谁也收不到。',
  village: '哪个村',
  sentence: '村民说',
  example: '三社路口的路灯又不亮了',
  more: '试试家里的事、邻里的事、闲话，看它分得清不清：“隔壁占了我家地界”“低保怎么办”“明天赶集去不去”。',
  run: '演一遍',
  becomes: {
    matter: '会登记下来',
    followed: '和已经登记的是同一件，会加进去',
    list: '不当场登记，先列在村文书的单子上',
    question: '拿不准，会问一句',
    answer: '会直接回话',
    look: '不作声，请镇值班看一眼',
    police: '这是派出所的事，会转过去，不登记',
    model: '会先问大模型，再定登不登记',
    talk: '当成闲话，不登记，也不作声',
  },
  lists: (times: readonly string[]): string => `村文书每天${times.join('、')}看单子，回编号才登记。`,
  facts: {
    kind: '哪一类',
    title: '什么事',
    owner: '谁来办',
    respondBy: '先回应',
    completeBy: '办结',
    reason: '怎么看出来的',
  },
  before: (at: Date, now: Date): string => `${by(at, now)}前`,
  nobody: '还没有人：清单上写的责任人，名册里没有',
  privately: '不在群里说，群里只有编号',
  says: '它会这样说',
  saysNothing: '它什么也不说。',
  inGroup: '群里',
  to: (name: string): string => `单独发给${name}`,
  wrong: '写一句话，再点“演一遍”。最多300个字。',
} as const
