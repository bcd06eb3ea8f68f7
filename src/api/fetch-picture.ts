import { SECOND_MS } from '../domain/durations.ts'
import type { IncomingMessage } from '../ports/store.ts'
import { callOut } from './call-out.ts'

const WITHIN_MS = 5 * SECOND_MS
const MOST_BYTES = 8 * 1024 * 1024

/** The picture that lies at an address, where there is one and it is not too big; `clean` makes it one that is kept. */
export const fetchPicture =
  ({ privateToo, clean }: { privateToo: boolean; clean(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> }) =>
  async (url: string): Promise<IncomingMessage['photos'][number] | null> => {
    const answer = await callOut({ url, method: 'GET', headers: {}, withinMs: WITHIN_MS, mostBytes: MOST_BYTES + 1, privateToo })
    if ('fault' in answer || answer.status !== 200 || answer.bytes.length > MOST_BYTES) return null
    const bytes = await clean(answer.bytes)
    return bytes && { name: 'media_url', type: 'image/jpeg', bytes }
  }
