const BITS = 7
const MASK = 0x7f
/** PostgreSQL keeps no zero in text. Its lower seven bits are none. */
const ZERO = 0x80

/** Bytes as text in which all but each hundredth character takes one byte of UTF-8: a seventh more than they are, where base64 takes a third. */
export function inSevenBits(bytes: Uint8Array): string {
  const text = Buffer.alloc(Math.ceil((bytes.length * 8) / BITS))
  let [held, count, at] = [0, 0, 0]
  const put = (bits: number): void => {
    text[at] = bits === 0 ? ZERO : bits
    at += 1
  }
  for (const byte of bytes) {
    held = (held << 8) | byte
    count += 8
    while (count >= BITS) {
      count -= BITS
      put((held >>> count) & MASK)
    }
    held &= (1 << count) - 1
  }
  if (count > 0) put((held << (BITS - count)) & MASK)
  return text.toString('latin1')
}

export function fromSevenBits(text: string): Buffer {
  const bytes = Buffer.alloc(Math.floor((text.length * BITS) / 8))
  let [held, count, at] = [0, 0, 0]
  for (const bits of Buffer.from(text, 'latin1')) {
    held = (held << BITS) | (bits & MASK)
    count += BITS
    if (count < 8) continue
    count -= 8
    bytes[at] = (held >>> count) & 0xff
    at += 1
    held &= (1 << count) - 1
  }
  return bytes
}
