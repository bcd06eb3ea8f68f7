const [WIDTH, HEIGHT] = [480, 360]

/** The picture that shows the work as done: drawn, and sent as a telephone sends a photo. */
export async function lampPhoto() {
  const picture = new Image()
  picture.src = '/assets/page/lamp.svg'
  await picture.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
  canvas.getContext('2d').drawImage(picture, 0, 0, WIDTH, HEIGHT)
  return canvas.toDataURL('image/jpeg', 0.9).replace(/^data:[^,]*,/u, '')
}
