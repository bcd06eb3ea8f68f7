/** Longer messages are cut before anything looks at them: what matters is said at the beginning. */
const LONGEST = 1000

/** One way of writing for all: full-width signs, spaces and line ends as people's phones make them. */
export const tidy = (text: string): string =>
  text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .slice(0, LONGEST)
    .replace(/[\p{Cs}\p{Cc}]/gu, (c) => (c === '\n' ? '\n' : ' '))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s*\n\s*/gu, '\n')
    .trim()
