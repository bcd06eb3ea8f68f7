/** As much as a person can check at a glance. */
const LONGEST = 120
/** Nobody speaks these; a listener that writes them has not listened. */
const UNSPOKEN = /https?:|www\.|[@<>{}]|\p{Co}/iu

/** What a listener wrote down, fit to be shown back to the speaker; null when it is nothing anybody could have said. */
export function spokenWords(transcript: string): string | null {
  const words = transcript
    .slice(0, 4 * LONGEST)
    .replace(/[\p{Cf}\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
  if (!/[\p{Script=Han}\p{L}]/u.test(words) || UNSPOKEN.test(words)) return null
  return Array.from(words).slice(0, LONGEST).join('')
}
