/** As wide as a screen shows it. */
const SIDE = 1600
/** What opens into more than this is no photo of a telephone. */
const MOST_PIXELS = 60_000_000

/**
 * A photo as it is kept: upright, no larger than needed, JPEG, and nothing with it that the telephone wrote beside it (where,
 * when, with what). Null where it cannot be read as a picture.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  // Loaded when the first photo comes; most of what a process does needs none.
  const { default: sharp } = await import('sharp')
  try {
    const photo = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate()
    const small = photo.resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    return new Uint8Array(await small.flatten({ background: '#fff' }).jpeg({ quality: 78, mozjpeg: true }).toBuffer())
  } catch {
    return null
  }
}
