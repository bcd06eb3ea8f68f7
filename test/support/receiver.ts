import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the receiver does with the next call. */
export type Mood = 'take' | 'fail' | 'hang' | 'redirect' | 'gone' | 'cut'

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

export interface Receiver {
  url: string
  received: Received[]
  /** The next calls, one after the other; what comes after them is taken. */
  next(...moods: Mood[]): void
  close(): Promise<void>
}

/** Somebody else's program that is told of changes, over a real socket. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const moods: Mood[] = []
  const waiting = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body })
      const mood = moods.shift() ?? 'take'
      if (mood === 'hang') return void waiting.add(response)
      if (mood === 'cut') return void request.socket.destroy()
      const status = { take: 204, fail: 500, redirect: 302, gone: 410 }[mood]
      response.writeHead(status, mood === 'redirect' ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    ...{ url: `http://127.0.0.1:${port}/told`, received },
    next: (...more) => void moods.push(...more),
    close: () =>
      new Promise((done) => {
        for (const response of waiting) response.destroy()
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
