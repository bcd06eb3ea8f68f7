/** The township's numerals, for the patterns of this room. */
export { NUMBER, readNumber } from '../domain/numerals.ts'

const DIGIT = /\d/u
const NO_DIGITS = /\D/gu

export const hasDigit = (text: string): boolean => DIGIT.test(text)
/** 139-0000-5555 as it is dialled. */
export const digitsOf = (text: string): string => text.replace(NO_DIGITS, '')
