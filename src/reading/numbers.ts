/** The township's numerals, for the patterns of this room. */
export { NUMBER, readNumber } from '../domain/numerals.ts'
