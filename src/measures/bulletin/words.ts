/** A group's one collected post of the day. A single thing is said as it is. */
export const collectedPost = (place: string, texts: readonly string[]): string =>
  texts.length === 1
    ? (texts[0] ?? '')
    : [`${place}今天有${texts.length}件事告诉大家：`, ...texts.map((t, i) => `${i + 1} ${t}`)].join('\n')
