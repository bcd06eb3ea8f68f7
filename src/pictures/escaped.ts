/** Words inside of an SVG. */
export const escaped = (text: string): string => text.replace(/[&<>"']/gu, (c) => `&#${c.codePointAt(0)};`)
