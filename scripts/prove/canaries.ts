const SYLLABLES = ['鹮', '鸰', '鹀', '鹟', '鹨', '鹡', '鹩', '鹪', '鸫', '鸲', '鸻', '鹬']
const PARTS = ['坨', '垴', '峁', '塬', '坳', '湫', '堌', '圪', '垭', '岇', '崾', '坬']
const CANARY = new RegExp(`[${SYLLABLES.join('')}][${PARTS.join('')}][${SYLLABLES.join('')}][${PARTS.join('')}]`, 'gu')

/** Characters that nobody says together, and for each number others. */
export const canaryOf = (n: number): string =>
  `${SYLLABLES[n % 12] ?? ''}${PARTS[Math.floor(n / 12) % 12] ?? ''}${SYLLABLES[Math.floor(n / 144) % 12] ?? ''}${PARTS[Math.floor(n / 1728) % 12] ?? ''}`

export const canariesIn = (text: string): string[] => [...new Set([...text.matchAll(CANARY)].map(([it]) => it))]
