import { reportOfWindow } from '../ports/due-work.ts'

/** So many report windows end together. */
const WINDOWS = 50

export type Due = { town: string; key: string }

export const isWindow = ({ key }: Due): boolean => reportOfWindow(key) !== null

/** In their order; report windows of one town that stand side by side as one. */
export function together(list: readonly Due[]): Due[][] {
  const all: Due[][] = []
  for (const work of list) {
    const last = all.at(-1)
    const [first] = last ?? []
    if (last && first && isWindow(first) && isWindow(work) && first.town === work.town && last.length < WINDOWS) last.push(work)
    else all.push([work])
  }
  return all
}
