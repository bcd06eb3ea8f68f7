import { wordsBeside } from '../reading/named-words.ts'

const said = wordsBeside(import.meta.url, 'family')

/** 我婆, 他姐夫, 娃, 她: people are spoken of, whatever it is about. */
const OF_PEOPLE = said('of-people')

/** Where somebody's people are spoken of, a village's group hears a number and no more. */
export const speaksOfPeople = (text: string): boolean => OF_PEOPLE.test(text)
