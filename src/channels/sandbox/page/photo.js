// A telephone's photo is larger than anybody needs to see what is broken: it is made smaller before it is sent.
const LONGEST_PX = 1600
const SMALL_BYTES = 1_000_000
const AS_IT_IS = /^image\/(?:jpeg|png|gif|webp)$/u

const asBase64 = (blob) =>
  new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result).replace(/^data:[^,]*,/u, ''))
    reader.onerror = () => failed(new Error('这张照片读不出来，请换一张'))
    reader.readAsDataURL(blob)
  })

async function opened(file) {
  try {
    return await createImageBitmap(file)
  } catch {
    const isApple = /hei[cf]/iu.test(`${file.type} ${file.name}`)
    throw new Error(isApple ? '这是苹果手机的 HEIC 照片，浏览器打不开，请先存成 JPG 再发' : '这个文件不是照片，或者已经坏了')
  }
}

/** @param {File} file @returns {Promise<{name: string, base64: string}>} */
export async function readPhoto(file) {
  const bitmap = await opened(file)
  const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height))
  if (file.size <= SMALL_BYTES && AS_IT_IS.test(file.type)) return { name: file.name, base64: await asBase64(file) }
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  return { name: `${file.name.replace(/\.[^.]*$/u, '')}.jpg`, base64: await asBase64(blob) }
}
