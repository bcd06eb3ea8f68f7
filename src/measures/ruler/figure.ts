import { type Point as Corner, circle, Polygon, point } from '@flatten-js/core'
import { type Figure, isNationalGrid, type Point, type Survey, type SurveyFault } from './facts.ts'

const FEWEST = 3
const MOST = 30
/** A plot is smaller than ten kilometres; whatever is longer was typed wrongly. */
const LONGEST = 10_000
/** Below this, in metres, two corners are one. */
const SAME = 0.01
const FLAT_AREA = 0.01
/** What was measured twice may differ by a fiftieth of the way around; beyond that somebody misread the tape. */
const CLOSES = 1 / 50

export type Drawn = { figure: Figure } | { fault: SurveyFault; at?: string }

const name = (i: number): string => String.fromCharCode(65 + i)
const distance = ([ax, ay]: Point, [bx, by]: Point): number => point(ax, ay).distanceTo(point(bx, by))[0]
const round = (n: number, digits: number): number => Number(n.toFixed(digits))

/** Lengths, area and closing error of what was measured, or why there is no such plot of land. */
export function figureOf(survey: Survey): Drawn {
  const laid = survey.by === 'points' ? fromPoints(survey.points) : fromSides(survey.sides, survey.diagonals)
  if ('fault' in laid) return laid
  const { corners } = laid
  const polygon = new Polygon(corners.map(([x, y]) => point(x, y)))
  if (!polygon.isValid()) return { fault: 'crosses-itself' }
  const area = polygon.area()
  if (area < FLAT_AREA) return { fault: 'flat' }
  const sides = corners.map((c, i) => distance(c, corners[(i + 1) % corners.length] ?? c))
  const perimeter = sides.reduce((sum, s) => sum + s, 0)
  const closing = closingOf(survey, corners)
  if (closing !== null && closing > perimeter * CLOSES) return { fault: 'does-not-close', at: closing.toFixed(2) }
  return {
    figure: {
      corners: corners.map(([x, y]): Point => [round(x, 3), round(y, 3)]),
      sides: sides.map((s) => round(s, 3)),
      area: round(area, 3),
      perimeter: round(perimeter, 3),
      closing: closing === null ? null : round(closing, 3),
    },
  }
}

type Laid = { corners: Point[] } | { fault: SurveyFault; at?: string }

function fromPoints(points: readonly Point[]): Laid {
  const [origin] = points
  if (!origin || points.length < FEWEST) return { fault: 'too-few' }
  if (points.length > MOST) return { fault: 'too-many' }
  // Near zero the arithmetic keeps its millimetres. On a national grid the first number counts northwards.
  const from = points.map(([x, y]): Point => [x - origin[0], y - origin[1]])
  const corners = isNationalGrid(points) ? from.map(([north, east]): Point => [east, north]) : from
  if (corners.some(([x, y]) => !(Math.abs(x) <= LONGEST && Math.abs(y) <= LONGEST))) return { fault: 'too-far' }
  const twin = corners.findIndex((c, i) => corners.some((other, j) => j > i && distance(c, other) < SAME))
  return twin >= 0 ? { fault: 'same-corner', at: name(twin) } : { corners }
}

/** A fan of triangles around corner A: A, B and C from two sides and the first diagonal, D from the next side and diagonal, and so on. */
function fromSides(sides: readonly number[], diagonals: readonly number[]): Laid {
  if (sides.length < FEWEST) return { fault: 'too-few' }
  if (sides.length > MOST) return { fault: 'too-many' }
  if ([...sides, ...diagonals].some((s) => !(s > SAME))) return { fault: 'not-a-length' }
  if ([...sides, ...diagonals].some((s) => s > LONGEST)) return { fault: 'too-far' }
  if (diagonals.length !== sides.length - FEWEST) return { fault: 'diagonals-wanted', at: String(sides.length - FEWEST) }
  const [first = 0] = sides
  const corners: Point[] = [
    [0, 0],
    [first, 0],
  ]
  for (let i = 2; i < sides.length; i++) {
    const before = corners[i - 1] ?? [0, 0]
    const fromA = i === sides.length - 1 ? (sides[i] ?? 0) : (diagonals[i - 2] ?? 0)
    const corner = apex(before, fromA, sides[i - 1] ?? 0)
    if (!corner) return { fault: 'no-triangle', at: `A${name(i - 1)}${name(i)}` }
    corners.push(corner)
  }
  return { corners }
}

/** The corner so far from A (which is the origin) and so far from the corner before, on the left of the line between them. */
function apex(before: Point, fromA: number, fromBefore: number): Point | null {
  const [bx, by] = before
  const crossings: Corner[] = circle(point(0, 0), fromA).intersect(circle(point(bx, by), fromBefore))
  const left = crossings.filter((p) => bx * p.y - by * p.x > SAME)
  const [found] = left
  return found ? [found.x, found.y] : null
}

/** The first corner measured again, or the diagonal that was one more than needed. */
function closingOf(survey: Survey, corners: readonly Point[]): number | null {
  if (survey.by === 'points') {
    const [first] = survey.points
    return survey.again && first ? distance(survey.again, first) : null
  }
  const [, b, , d] = corners
  return survey.check !== null && b && d ? Math.abs(distance(b, d) - survey.check) : null
}
