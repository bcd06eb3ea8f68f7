/** Where the pages of the office lie. */
export const OFFICE = '/office'
export const matterPath = (label: string): string => `${OFFICE}/m/${encodeURIComponent(label)}`
