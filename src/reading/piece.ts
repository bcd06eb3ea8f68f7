import { DAYS } from './day-forms.ts'
import { FEAST_FORMS } from './feast-forms.ts'
import type { Form, Ground, Sense } from './sense.ts'
import { SPANS } from './span-forms.ts'

const FORMS: readonly Form[] = [...DAYS, ...FEAST_FORMS, ...SPANS]
/** What every expression begins with: most places of a text are done with so. */
const BEGINS =
  /[0-9零〇○一二两俩三仨四五六七八九十廿卅百千半上下本这当每月年今明昨去前后大外次隔第改周星礼开入立冬夏农阴旧老正腊闰初除元重小过春清劳端中国节好几多余来近]/u

/** One expression of time by one form. */
export interface Piece {
  end: number
  sense: Sense
}

/** The longest form that begins at a place of a text; its sense is not asked for yet. */
function formAt(text: string, at: number): { end: number; found: RegExpExecArray; read: Form[1] } | null {
  if (!BEGINS.test(text[at] ?? '')) return null
  let best: ReturnType<typeof formAt> = null
  for (const [form, read] of FORMS) {
    form.lastIndex = at
    const found = form.exec(text)
    if (found && found[0] !== '' && at + found[0].length > (best?.end ?? at)) best = { end: at + found[0].length, found, read }
  }
  return best
}

/** Where an expression of time ends that begins at a place of a text. */
export const expressionEnd = (text: string, at: number): number | null => formAt(text, at)?.end ?? null

export function pieceAt(text: string, at: number, ground: Ground): Piece | null {
  const best = formAt(text, at)
  return best && { end: best.end, sense: best.read([...best.found], ground) }
}
