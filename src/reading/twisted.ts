/** 亮是亮了, 批是没批: what is granted in this way has a but behind it. */
const GRANTED = /(?![我你他她它这那就可也但])(\p{Script=Han}{1,2})(?:倒|也)?是(?:还?没|不)?\1/u

/** 修没修, 亮不亮: asks; 动不动, 时不时 do not. */
export const EITHER = /(?![时动])(\p{Script=Han})[没不]\1/u

/** 修没修, 报没有报, 真的假的: asks whether it is so; 批是没批 does not, and 行不行 asks for a view. */
export const SO_OR_NOT = /(?<did>[^是还都也就又 没])没(?:有)?\k<did>|真的假的|是真是假/u

/** 不亮 in 亮不亮, 没修 in 修没修: neither is told. */
export const isHalfOfEither = (text: string, at: number): boolean =>
  at > 0 && '没不'.includes(text.charAt(at)) && text[at - 1] === text[at + 1]

/** 问他亮不亮: that was asked of another. */
const ASKED_OF_ANOTHER = /(?<=[问看试瞧][^\s，,。]{0,8})(\p{Script=Han})[没不]\1/gu

/** 都说修好了，可灯泡还没拧上; but 可算修好了. */
const BUT = /(?:^|[\s，,。.；;！!])可(?![以是能算把叫让结销关好归打交作予])/u

/** Whether the very shape of a sentence takes back what its words tell, or asks for it. */
export const isTwisted = (text: string): boolean => [GRANTED, EITHER, BUT].some((shape) => shape.test(text.replace(ASKED_OF_ANOTHER, '')))
