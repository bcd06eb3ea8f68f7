/** The colours of the page, so that a picture looks at home beside it. */
export const INK = '#1d2521'
export const SOFT = '#5a655f'
export const LINE = '#dfe4e0'
export const PAPER = '#ffffff'
export const GREEN = '#1f6f54'
export const ACCENT = '#d98a3d'
