import type { FileWanted } from './file-wanted.ts'

/** Where the pages of the office lie. */
export const OFFICE = '/office'
export const matterPath = (label: string): string => `${OFFICE}/m/${encodeURIComponent(label)}`
/** Where a file is had. */
export const filePath = ({ kind, ...more }: FileWanted): string => `${OFFICE}/papers/${kind}?${new URLSearchParams(more)}`
