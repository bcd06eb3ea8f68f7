import { WebSocket } from 'ws'

const OPEN_MS = 8000

/** Whether the long connection's address answers. Nothing is said over it: a second connection of a bot would end the first. */
export function probeLine(url: string): Promise<boolean> {
  const socket = new WebSocket(url, { handshakeTimeout: OPEN_MS })
  return new Promise((done) => {
    socket.on('error', () => done(false))
    socket.on('open', () => {
      socket.terminate()
      done(true)
    })
  })
}
