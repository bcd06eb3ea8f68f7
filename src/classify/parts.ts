/** 再一个, 还有个事, 第二个: a turn to something else, said aloud. */
const TURN =
  /(?:^|[,，。；;！!？?\s])(?=(?:再一个|再有(?:一个|个)|还有(?:一个|个|一件|件)(?:事|问题)?|还有(?=[^,，。；;！!？?\s]{1,14}也)|另外(?:还有)?(?:一个|个|一件)?|另一个|顺便(?:问|说)(?:一?下)?|对了|(?:第?[二三四]|其[二三])(?:是|个事?|件事?|[、,，：:]))|[2-5][、.．)）](?!\d))/gu
const OPENS = /^(?:两|三|几)(?:个|件)事(?:情)?[,，。:：\s]*|^(?:第?一(?:个|件)?(?:事|是)?|一个(?:事)?是?|一是|其一|1[、.．)）])[,，：:\s]*/u
const LEADS =
  /^[,，。；;\s]*(?:再一个|再有(?:一个|个)|还有(?:一个|个|一件|件)(?:事|问题)?|还有(?=[^,，。；;！!？?\s]{1,14}也)|另外(?:还有)?(?:一个|个|一件)?|另一个|顺便(?:问|说)(?:一?下)?|对了|(?:第?[二三四]|其[二三])(?:是|个事?|件事?|(?=[、,，：:]))|[2-5][、.．)）])[,，、：:\s]*(?:是|就是)?/u

/** The parts of one message, each perhaps a matter of its own; one part where nobody turns. */
export function partsOf(text: string): string[] {
  const parts = text.split(TURN).map((p) =>
    p
      .replace(LEADS, '')
      .replace(OPENS, '')
      .replace(OPENS, '')
      .replace(/^[,，。；;\s]+|[,，；;\s]+$/gu, ''),
  )
  const told = parts.filter((p) => p !== '')
  return told.length > 1 ? told : [text]
}

/** Whether a line begins with such a turn: 再一个我问一下. */
export const turnsToAnother = (line: string): boolean => LEADS.test(line.trim())
