import koffi from 'koffi'
import type { Account } from './letters.ts'

/** What the library answered, or its error code. */
type Content = string | number

export interface Sdk {
  /** 0 where it went well. */
  init(account: Account): number
  chatData(after: number, limit: number): Content
  decrypt(key: Uint8Array, message: string): Content
  mediaPiece(id: string, index: string): { bytes: Uint8Array<ArrayBuffer>; next: string | null } | number
}

/** Seconds the library gives one request of its own. */
const REQUEST_SECONDS = 10

/** Tencent's C interface (WeWorkFinanceSdk_C.h), as it stands in the `.so` and the `.dll`. Throws where the file is no such library. */
export function loadSdk(file: string): Sdk {
  const library = koffi.load(file)
  const newSdk = library.func('void *NewSdk()')
  const init = library.func('int Init(void *sdk, const char *corpid, const char *secret)')
  const getChatData = library.func(
    'int GetChatData(void *sdk, uint64_t seq, uint32_t limit, const char *proxy, const char *passwd, int timeout, void *slice)',
  )
  const decryptData = library.func('int DecryptData(const uint8_t *key, const char *message, void *slice)')
  const newSlice = library.func('void *NewSlice()')
  const freeSlice = library.func('void FreeSlice(void *slice)')
  const contentOf = library.func('void *GetContentFromSlice(void *slice)')
  const sizeOf = library.func('int GetSliceLen(void *slice)')
  const getMediaData = library.func(
    'int GetMediaData(void *sdk, const char *index, const char *id, const char *proxy, const char *passwd, int timeout, void *media)',
  )
  const newMedia = library.func('void *NewMediaData()')
  const freeMedia = library.func('void FreeMediaData(void *media)')
  const indexOf = library.func('void *GetOutIndexBuf(void *media)')
  const indexSizeOf = library.func('int GetIndexLen(void *media)')
  const dataOf = library.func('void *GetData(void *media)')
  const dataSizeOf = library.func('int GetDataLen(void *media)')
  const isFinish = library.func('int IsMediaDataFinish(void *media)')

  const sdk: unknown = newSdk()
  let proxy = { address: '', password: '' }

  function inSlice(fill: (slice: unknown) => number): Content {
    const slice: unknown = newSlice()
    try {
      const code = fill(slice)
      return code === 0 ? textAt(contentOf(slice), sizeOf(slice)) : code
    } finally {
      freeSlice(slice)
    }
  }

  return {
    init(account) {
      proxy = { address: account.proxy, password: account.proxyPassword }
      return init(sdk, account.corpId, account.secret)
    },
    chatData: (after, limit) => inSlice((slice) => getChatData(sdk, after, limit, proxy.address, proxy.password, REQUEST_SECONDS, slice)),
    // The random key is bytes; C takes them up to a zero.
    decrypt: (key, message) => inSlice((slice) => decryptData(Buffer.concat([key, Buffer.of(0)]), message, slice)),
    mediaPiece(id, index) {
      const media: unknown = newMedia()
      try {
        const code: number = getMediaData(sdk, index, id, proxy.address, proxy.password, REQUEST_SECONDS, media)
        if (code !== 0) return code
        const next = isFinish(media) ? null : textAt(indexOf(media), indexSizeOf(media))
        return { bytes: bytesAt(dataOf(media), dataSizeOf(media)), next }
      } finally {
        freeMedia(media)
      }
    },
  }
}

/** Copies: the library's own memory is freed after the call. */
const textAt = (pointer: bigint | null, size: number): string => (pointer === null || size <= 0 ? '' : koffi.decode(pointer, 'char', size))

const bytesAt = (pointer: bigint | null, size: number): Uint8Array<ArrayBuffer> =>
  pointer === null || size <= 0 ? new Uint8Array() : koffi.decode(pointer, 'uint8_t', size)
