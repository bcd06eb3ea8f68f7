import sharp from 'sharp'

/** A photograph as a telephone makes it: a JPEG that says where and when it was taken. */
export const aPhoto = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: colour } })
    .withExif({ IFD0: { Make: 'a telephone of ours' }, IFD3: { GPSLatitude: '34/1 21/1 0/1' } })
    .jpeg()
    .toBuffer()
