import { NUMBER } from '../domain/numerals.ts'

/** The township's numerals, for the patterns of this room. */
export { NUMBER, readNumber } from '../domain/numerals.ts'

const NUMERAL = new RegExp(NUMBER, 'u')
const DIGIT = /\d/u
const NO_DIGITS = /\D/gu

/** 7 as well as 七. */
export const hasNumeral = (text: string): boolean => NUMERAL.test(text)
export const hasDigit = (text: string): boolean => DIGIT.test(text)
/** 139-0000-5555 as it is dialled. */
export const digitsOf = (text: string): string => text.replace(NO_DIGITS, '')
