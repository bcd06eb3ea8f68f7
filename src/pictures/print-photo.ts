const LONGEST = 1400
const QUALITY = 80

/**
 * A photograph as it goes on paper: upright, no larger than is seen there, and without what the telephone wrote into it (where and
 * when it was taken). Null for what cannot be opened.
 */
export async function printPhoto(bytes: Uint8Array): Promise<{ type: 'jpg'; bytes: Uint8Array; width: number; height: number } | null> {
  // Loaded when the first photograph is printed; most of what a process does needs none.
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes)
      .rotate()
      .resize(LONGEST, LONGEST, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true })
    return { type: 'jpg', bytes: new Uint8Array(data), width: info.width, height: info.height }
  } catch {
    return null
  }
}
