import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { muOf, type Point, type Survey } from '../../src/measures/ruler/facts.ts'
import { figureOf } from '../../src/measures/ruler/figure.ts'

const points = (list: Point[], again: Point | null = null): Survey => ({ by: 'points', points: list, again })
const sides = (list: number[], diagonals: number[], check: number | null = null): Survey => ({ by: 'sides', sides: list, diagonals, check })
const square: Point[] = [
  [0, 0],
  [20, 0],
  [20, 10],
  [0, 10],
]

describe('a plot', () => {
  it.each([
    ['from its corners', points(square), 200, 60],
    ['from its corners, told the other way round', points([...square].reverse()), 200, 60],
    ['from coordinates of a national grid', points(square.map(([x, y]): Point => [3_745_123.45 + x, 35_512_345.67 + y])), 200, 60],
    ['from four sides and a diagonal', sides([20, 10, 20, 10], [22.36]), 200, 60],
    ['from three sides', sides([3, 4, 5], []), 6, 12],
    [
      'with a corner that looks inwards',
      points([
        [0, 0],
        [10, 0],
        [10, 10],
        [5, 5],
        [0, 10],
      ]),
      75,
      44.142,
    ],
  ] satisfies [string, Survey, number, number][])('has its area and its way around %s', (_, survey, area, perimeter) => {
    const drawn = figureOf(survey)
    if (!('figure' in drawn)) throw new Error(drawn.fault)
    expect(drawn.figure.area).toBeCloseTo(area, 0)
    expect(drawn.figure.perimeter).toBeCloseTo(perimeter, 1)
  })

  it('of 2000/3 square metres is one 亩', () => {
    expect(muOf(2000 / 3)).toBe(1)
    expect(muOf(200).toFixed(3)).toBe('0.300')
  })

  it.each([
    ['the first corner is measured again', points(square, [0.03, 0.04]), 0.05],
    ['the other diagonal is measured as well', sides([20, 10, 20, 10], [22.361], 22.3), 0.06],
    ['nothing was measured twice', points(square), null],
  ] satisfies [string, Survey, number | null][])('shows by how much it does not close when %s', (_, survey, closing) => {
    const drawn = figureOf(survey)
    expect('figure' in drawn && drawn.figure.closing).toBe(closing)
  })

  it.each([
    [
      'two corners',
      points([
        [0, 0],
        [1, 1],
      ]),
      'too-few',
    ],
    [
      'a corner told twice',
      points([
        [0, 0],
        [20, 0],
        [20, 0],
        [0, 10],
      ]),
      'same-corner',
    ],
    [
      'corners in one line',
      points([
        [0, 0],
        [20, 0],
        [40, 0],
      ]),
      'flat',
    ],
    [
      'sides that cross',
      points([
        [0, 0],
        [20, 10],
        [20, 0],
        [0, 10],
      ]),
      'crosses-itself',
    ],
    ['two sides shorter than the third', sides([3, 4, 9], []), 'no-triangle'],
    ['a diagonal longer than its two sides', sides([20, 10, 20, 10], [31]), 'no-triangle'],
    ['four sides without a diagonal', sides([20, 10, 20, 10], []), 'diagonals-wanted'],
    ['a side of nothing', sides([3, 0, 5], []), 'not-a-length'],
    ['a comma in the wrong place', sides([20_000, 10, 20_000], []), 'too-far'],
    ['a first corner that was found somewhere else', points(square, [3, 4]), 'does-not-close'],
  ] satisfies [string, Survey, string][])('is none with %s', (_, survey, fault) => {
    expect(figureOf(survey)).toMatchObject({ fault })
  })

  it('has the same area from sides and diagonals as from the corners they were taken of', () => {
    const length = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(bx - ax, by - ay)
    const coordinate = fc.integer({ min: 10, max: 300 }).map((n) => n / 10)
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, (width, depth, slant) => {
        // Convex and told counter-clockwise, as a fan of triangles from A wants it.
        const [a, b, c, d]: [Point, Point, Point, Point] = [
          [0, 0],
          [width, 0],
          [width + slant, depth],
          [0, depth],
        ]
        const fromCorners = figureOf(points([a, b, c, d]))
        const fromSides = figureOf(sides([length(a, b), length(b, c), length(c, d), length(d, a)], [length(a, c)]))
        if (!('figure' in fromCorners) || !('figure' in fromSides)) throw new Error('no plot')
        expect(fromSides.figure.area).toBeCloseTo(fromCorners.figure.area, 1)
      }),
      { numRuns: 100 },
    )
  })
})
