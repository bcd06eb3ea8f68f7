import { SECOND_MS } from '../domain/durations.ts'
import type { IncomingMessage } from '../ports/store.ts'
import { callOut } from './call-out.ts'

const WITHIN_MS = 5 * SECOND_MS
const MOST_BYTES = 8 * 1024 * 1024

/** The picture that lies at an address, where there is one and it is not too big. */
export const fetchPicture =
  ({ privateToo, kindOf }: { privateToo: boolean; kindOf(bytes: Uint8Array): string | null }) =>
  async (url: string): Promise<IncomingMessage['photos'][number] | null> => {
    const answer = await callOut({ url, method: 'GET', headers: {}, withinMs: WITHIN_MS, mostBytes: MOST_BYTES + 1, privateToo })
    if ('fault' in answer || answer.status !== 200 || answer.bytes.length > MOST_BYTES) return null
    const type = kindOf(answer.bytes)
    return type === null ? null : { name: 'media_url', type, bytes: answer.bytes }
  }
