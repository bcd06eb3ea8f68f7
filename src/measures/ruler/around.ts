import { BEARINGS, type Measurement } from './facts.ts'
import { FACES } from './words.ts'

const letter = (i: number): string => String.fromCharCode(65 + i)
/** AB or BA is the first side of a plot, whichever way somebody walked it. */
export const isSide = (said: string, i: number, count: number): boolean => {
  const [from, to] = [letter(i), letter((i + 1) % count)]
  return said === `${from}${to}` || said === `${to}${from}`
}

const HALF = 45

/** Where a side of a plot faces, in degrees from north; null where nobody looked. Corners run along the base line (x) and to its left (y). */
function facing({ figure: { corners }, bearing }: Pick<Measurement, 'figure' | 'bearing'>, i: number): number | null {
  const [from, to] = [corners[i], corners[(i + 1) % corners.length]]
  if (bearing === null || !from || !to) return null
  const turns = corners.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = corners[(n + 1) % corners.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  const outward = turns > 0 ? [to[1] - from[1], from[0] - to[0]] : [from[1] - to[1], to[0] - from[0]]
  const fromBaseLine = (Math.atan2(outward[1] ?? 0, outward[0] ?? 0) * 180) / Math.PI
  return (((bearing - fromBaseLine) % 360) + 360) % 360
}

/** Degrees from one direction to another, the shorter way round. */
const between = (a: number, b: number): number => Math.abs(((a - b + 540) % 360) - 180)

/** What lies behind a side: as it was told by its letters, or by where it faces. */
export function neighbourAt(m: Pick<Measurement, 'figure' | 'bearing' | 'neighbours'>, i: number): string {
  const byLetters = m.neighbours.find((n) => isSide(n.side, i, m.figure.sides.length))
  if (byLetters) return byLetters.name
  const faces = facing(m, i)
  if (faces === null) return ''
  const wind = (side: string) => BEARINGS[FACES[side] ?? 'north']
  return m.neighbours.find(({ side }) => side in FACES && between(wind(side), faces) <= HALF)?.name ?? ''
}

type Around = Pick<Measurement, 'neighbours' | 'disputed'>

/** What is told later stands in the place of what was told of the same side before. */
export const aroundNow = (last: Around, told: Around): Around => ({
  neighbours: [...last.neighbours.filter((n) => !told.neighbours.some((t) => t.side === n.side)), ...told.neighbours],
  disputed: told.disputed.length > 0 ? told.disputed : last.disputed,
})
