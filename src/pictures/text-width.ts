const WIDE_FROM = 0x2e80
const NARROW = 0.58

/** How wide a line is, in its own type size: Latin letters and digits take about half of a character. */
export const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < WIDE_FROM ? NARROW : 1), 0)

/** The text, or as much of it as there is room for. */
export function fitted(text: string, size: number, room: number): string {
  if (widthOf(text) * size <= room) return text
  let kept = ''
  for (const c of text) {
    if (widthOf(`${kept}${c}…`) * size > room) break
    kept += c
  }
  return `${kept}…`
}
