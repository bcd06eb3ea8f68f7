/** A picture as papers hold it: JPEG or PNG, in pixels. */
export interface PaperPicture {
  type: 'jpg' | 'png'
  bytes: Uint8Array
  width: number
  height: number
}

export type Block =
  | { is: 'text'; text: string }
  /** What explains and is not the matter itself. */
  | { is: 'note'; text: string }
  /** A form: what is asked for, and what stands there. */
  | { is: 'facts'; rows: readonly (readonly [name: string, value: string])[] }
  /** `widths`: how the columns share the width. */
  | { is: 'table'; head: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[] }
  | { is: 'picture'; picture: PaperPicture; caption: string }
  /** A line to write on behind each. */
  | { is: 'signatures'; lines: readonly string[] }

export interface Section {
  title: string
  /** Begins on a page of its own. */
  apart?: true
  blocks: readonly Block[]
}

/**
 * What a paper says from top to bottom, and nothing of how it looks: Word and PDF are made of the same, so that they cannot differ.
 */
export interface Paper {
  title: string
  /** Who issues it; stands over the title. */
  issuer: string
  /** On a page of its own, or on top of the first. */
  cover: 'page' | 'head'
  lead: readonly Block[]
  /** Null for a paper of few pages. The last line says how the paper is checked. */
  contents: { title: string; head: readonly [string, string, string]; check: string } | null
  sections: readonly Section[]
  /** In the foot of each page: 第 1 页，共 3 页. */
  pages: { page: string; of: string; end: string }
}

export const text = (said: string): Block => ({ is: 'text', text: said })
export const note = (said: string): Block => ({ is: 'note', text: said })
