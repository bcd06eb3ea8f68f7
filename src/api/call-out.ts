import { type ClientRequest, type IncomingMessage, request as plainly } from 'node:http'
import { request as safely } from 'node:https'
import { isIP } from 'node:net'
import { ForbiddenAddress, hostOf, isPublic, publicLookup } from './public-address.ts'

export interface Answer {
  status: number
  /** As much of it as was wanted. */
  bytes: Uint8Array<ArrayBuffer>
}

/** `cut`: by ourselves, for this program ends. */
export type CallFault = 'slow' | 'forbidden' | 'cut' | { code: string }

interface Call {
  url: string
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body?: string
  /** From the first look at the name to the last byte. */
  withinMs: number
  /** More of an answer than this is not read. */
  mostBytes: number
  /** Also to this machine and the network it stands in. */
  privateToo: boolean
  /** Ends it before its time. */
  signal?: AbortSignal
}

/** One call to an address that somebody else has given: never further than it says, never into our own network unless allowed. */
export function callOut(call: Call): Promise<Answer | { fault: CallFault }> {
  const url = URL.parse(call.url)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    return Promise.resolve({ fault: 'forbidden' })
  // A name is looked at when it is looked up; an address stands for itself.
  if (!call.privateToo && isIP(hostOf(url)) !== 0 && !isPublic(hostOf(url))) return Promise.resolve({ fault: 'forbidden' })
  if (call.signal?.aborted) return Promise.resolve({ fault: 'cut' })
  return new Promise((done) => {
    const start = url.protocol === 'https:' ? safely : plainly
    const options = { method: call.method, headers: call.headers, agent: false, ...(!call.privateToo && { lookup: publicLookup }) }
    const sent = start(url, options, (answer) => {
      read(answer, call.mostBytes).then(
        (bytes) => finish({ status: answer.statusCode ?? 0, bytes }),
        (fault: unknown) => finish({ fault: faultOf(fault) }),
      )
    })
    const timer = setTimeout(() => finish({ fault: 'slow' }), call.withinMs)
    const cut = () => finish({ fault: 'cut' })
    call.signal?.addEventListener('abort', cut)
    const finish = (outcome: Answer | { fault: CallFault }) => {
      clearTimeout(timer)
      call.signal?.removeEventListener('abort', cut)
      done(outcome)
      end(sent)
    }
    sent.on('error', (fault) => finish({ fault: faultOf(fault) }))
    sent.end(call.body)
  })
}

/** What comes after the outcome is nobody's. */
function end(sent: ClientRequest): void {
  sent.on('error', () => {})
  sent.destroy()
}

async function read(answer: IncomingMessage, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer) {
    if (!Buffer.isBuffer(part)) continue
    parts.push(part)
    length += part.length
    if (length >= most) break
  }
  return new Uint8Array(Buffer.concat(parts).subarray(0, most))
}

function faultOf(fault: unknown): CallFault {
  if (fault instanceof ForbiddenAddress) return 'forbidden'
  return { code: fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : 'ERROR' }
}
