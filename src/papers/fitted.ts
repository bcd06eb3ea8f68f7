interface Size {
  width: number
  height: number
}

/** As large as it is, or as large as there is room for it, in its own proportion. */
export function fitted({ width, height }: Size, room: Size): Size {
  const scale = Math.min(1, room.width / width, room.height / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
