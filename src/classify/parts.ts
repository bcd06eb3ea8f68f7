import { withoutEdges } from '../reading/marks.ts'
import { wordsBeside } from '../reading/named-words.ts'

const said = wordsBeside(import.meta.url, 'parts')

/** 再一个, 还有个事, 第二个: a turn to something else, said aloud. */
const TURN = said('turn', 'anywhere', 'gu')
const OPENS = said('opens')
const LEADS = said('leads')

/** The parts of one message, each perhaps a matter of its own; one part where nobody turns. */
export function partsOf(text: string): string[] {
  const parts = text.split(TURN).map((p) => withoutEdges(p.replace(LEADS, '').replace(OPENS, '').replace(OPENS, '')))
  const told = parts.filter((p) => p !== '')
  return told.length > 1 ? told : [text]
}

/** Whether a line begins with such a turn: 再一个我问一下. */
export const turnsToAnother = (line: string): boolean => LEADS.test(line.trim())
