import { Agent, request } from 'node:http'
import type { PlatformCall } from '../../test/support/wecom-callback.ts'

export const CONNECTIONS = 32

export interface Answered {
  /** A second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
  refused: number
  /** What each call was answered with, in the order of the calls. */
  statuses: number[]
}

/** Posts these calls over so many connections that are kept, as fast as they are answered. */
export async function post(address: string, calls: readonly PlatformCall[]): Promise<Answered> {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const took: number[] = []
  const statuses = calls.map(() => 0)
  let next = 0
  const send = ({ url, body }: PlatformCall, n: number): Promise<void> =>
    new Promise((done, failed) => {
      const began = performance.now()
      const headers = { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(body) }
      const call = request({ hostname, port, path: url, method: 'POST', agent, headers }, (answer) => {
        answer.resume()
        answer.once('end', () => {
          took.push(performance.now() - began)
          statuses[n] = answer.statusCode ?? 0
          done()
        })
      })
      call.once('error', failed)
      call.end(body)
    })
  const began = performance.now()
  const lane = async (): Promise<void> => {
    for (let n = next++; n < calls.length; n = next++) {
      const call = calls[n]
      if (call) await send(call, n)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { rate: calls.length / seconds, ...shares(took), refused: statuses.filter((it) => it !== 200).length, statuses }
}

/** Sorted in place. */
export function shares(took: number[]): { p50: number; p99: number } {
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

export const median = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0
