/** What is plain as it stands, and Chinese punctuation: half-width letters would be foreign among what is quoted back to people. */
const NOT_PLAIN = /[^\u0020-\u007e\u3001\u3002\u4e00-\u9fff，！？：；（）…～]/gu

/** How Excel writes what XML cannot hold: _x000D_. */
const ESCAPED = /_x([\dA-Fa-f]{4})_/gu
const LINE = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu
/** Looks like a blank, whatever it is called: U+3000, U+00A0, U+2005, the fillers of Korean, an empty braille cell. */
const BLANK = /[\p{Zs}\u115f\u1160\u2800\u3164\uffa0]/gu
/** Parts of one emoji hold together by two marks that are worth nothing anywhere else. */
const IN_EMOJI =
  '(?<=\\p{Extended_Pictographic}\\ufe0f?\\p{EMod}?)\\u200d(?=\\p{Extended_Pictographic})|(?<=\\p{Extended_Pictographic})\\ufe0f'
const HIDDEN = new RegExp(`(${IN_EMOJI}|[\\n\\t])|[\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cf}\\ufff9-\\ufffd]`, 'gu')

/**
 * A text without what nobody sees: marks of direction and of width, joiners, soft hyphens, controls. People copy them along
 * with names and numbers, and what is kept with them is never found again. Blanks of every kind are plain ones.
 */
export const visible = (text: string): string =>
  text
    .replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(LINE, '\n')
    .replace(BLANK, ' ')
    .replace(HIDDEN, (_, kept: string | undefined) => kept ?? '')

/** Letters, digits and signs in their plain form: １３９, ⽔, ㈱. Chinese punctuation stays. */
export const plainWidth = (text: string): string => text.replace(NOT_PLAIN, (c) => c.normalize('NFKC'))

/** A name as it is looked for: 王　芳 is set in two columns with 欧阳建国, and is still 王芳. */
export const plainName = (text: string): string =>
  plainWidth(visible(text))
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()
