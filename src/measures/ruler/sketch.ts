import type { Measurement } from './facts.ts'
import type { Sketch } from '../../domain/picture.ts'

/** The plot as a picture tells it. North lies as many degrees counter-clockwise of the base line as that points clockwise of north. */
export const sketchOf = (m: Measurement, title: string, lines: string[]): Sketch => ({
  kind: 'sketch',
  title,
  corners: m.figure.corners,
  sides: m.figure.sides,
  north: m.bearing,
  lines,
})
