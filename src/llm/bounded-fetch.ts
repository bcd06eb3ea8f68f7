/** More than any judgement or any minute of speech needs; what is longer is not read to its end. */
const LARGEST_ANSWER = 256 * 1024

/**
 * fetch for a server that is not trusted: it follows no redirect, and the whole answer is read within the caller's time and up
 * to a size, so that neither a drip nor a flood of bytes holds anybody.
 */
export const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_ANSWER) throw new Error('the answer is too large')
    chunks.push(chunk)
  }
  const headers = new Headers(response.headers)
  // The body is already unpacked.
  headers.delete('content-encoding')
  headers.delete('content-length')
  const empty = response.status === 204 || response.status === 205 || response.status === 304
  return new Response(empty ? null : Buffer.concat(chunks), { status: response.status, statusText: response.statusText, headers })
}
