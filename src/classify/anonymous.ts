import { withoutMarks } from '../reading/marks.ts'
import { wordsBeside } from '../reading/named-words.ts'

const said = wordsBeside(import.meta.url, 'anonymous')

/** 别说是我说的, 别提我名字, 不要让人知道是我, 匿名: said together with the matter itself. */
const NO_NAME = said('no-name', 'anywhere', 'gu')
/** 这事, 那个, 啊, 行不行: what may stand around it and tell nothing. */
const AROUND = said('around', 'whole')

export const wantsNoName = (text: string): boolean => text.search(NO_NAME) >= 0

/** What is said besides. */
export const besidesNoName = (text: string): string => withoutMarks(text.replace(NO_NAME, ''))

/** Nothing but that: of what was told before, or is still to be told. */
export const isOnlyNoName = (text: string): boolean => wantsNoName(text) && AROUND.test(besidesNoName(text))
