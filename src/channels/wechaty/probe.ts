import { connect } from 'node:net'

const CONNECT_MS = 5000

/** Whether something listens at a gateway's `host:port`. */
export function probeEndpoint(endpoint: string): Promise<boolean> {
  const at = endpoint.lastIndexOf(':')
  const host = endpoint.slice(0, at).replace(/^\[(.*)\]$/u, '$1')
  const socket = connect({ host, port: Number(endpoint.slice(at + 1)), timeout: CONNECT_MS })
  return new Promise((done) => {
    const end = (reached: boolean) => {
      socket.destroy()
      done(reached)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}
