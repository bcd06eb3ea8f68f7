const TABLES_AT = 12
const TABLE_SIZE = 16
const SEGMENTS = 4
const GROUPS = 12

/** The code points for which a TrueType font has a glyph, read from its cmap. */
export function charactersOf(font: Buffer): Set<number> {
  const cmap = tableAt(font, 'cmap')
  const known = new Set<number>()
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + i * 8)
    const format = font.readUInt16BE(at)
    if (format === SEGMENTS) for (const c of inSegments(font, at)) known.add(c)
    if (format === GROUPS) for (const c of inGroups(font, at)) known.add(c)
  }
  return known
}

function tableAt(font: Buffer, name: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const at = TABLES_AT + i * TABLE_SIZE
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8)
  }
  throw new Error(`the font has no ${name}`)
}

function* inSegments(font: Buffer, at: number): Generator<number> {
  const twice = font.readUInt16BE(at + 6)
  const [ends, starts, deltas, offsets] = [at + 14, at + 16 + twice, at + 16 + twice * 2, at + 16 + twice * 3]
  for (let s = 0; s < twice; s += 2) {
    const offset = font.readUInt16BE(offsets + s)
    for (let c = font.readUInt16BE(starts + s); c <= font.readUInt16BE(ends + s) && c < 0xffff; c++) {
      const glyph =
        offset === 0
          ? (c + font.readInt16BE(deltas + s)) & 0xffff
          : font.readUInt16BE(offsets + s + offset + (c - font.readUInt16BE(starts + s)) * 2)
      if (glyph !== 0) yield c
    }
  }
}

function* inGroups(font: Buffer, at: number): Generator<number> {
  for (let g = 0; g < font.readUInt32BE(at + 12); g++) {
    const group = at + 16 + g * 12
    for (let c = font.readUInt32BE(group); c <= font.readUInt32BE(group + 4); c++) yield c
  }
}
