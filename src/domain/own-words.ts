import { plainWidth, visible } from './visible.ts'

/** Shorter words anybody says by themselves. */
const SHORTEST = 12

const bare = (text: string): string => plainWidth(visible(text)).replace(/[\s\p{P}]+/gu, '')

/** Whether somebody only passed on what we gave them to post (群发, by hand), whole or a part of it. */
export function isOwnWords(text: string, said: readonly string[]): boolean {
  const words = bare(text.replace(/^（\d+\/\d+）/u, ''))
  return words.length >= SHORTEST && said.some((it) => bare(it).includes(words))
}
