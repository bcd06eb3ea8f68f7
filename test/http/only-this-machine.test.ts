import { expect, it } from 'vitest'
import { onlyThisMachine } from '../../src/http/only-this-machine.ts'
import { createServer } from '../../src/http/server.ts'

it.each([
  ['127.0.0.1', 'localhost:3000', undefined, 200],
  ['::1', '[::1]:3000', undefined, 200],
  ['::ffff:127.0.0.1', '127.0.0.1', 'http://localhost:3000', 200],
  ['127.0.0.1', 'evil.example', undefined, 403],
  ['127.0.0.1', 'localhost', 'https://evil.example', 403],
  ['127.0.0.1', 'localhost', 'null', 403],
  ['192.168.1.20', 'localhost:3000', undefined, 403],
  ['127.0.0.1.evil', 'localhost', undefined, 403],
])('answers a client at %s that asks %s (origin %s) with %i', async (remoteAddress, host, origin, status) => {
  const server = createServer({ logLevel: 'silent' })
  server.addHook('onRequest', onlyThisMachine)
  server.get('/', () => 'here')
  const answer = await server.inject({ url: '/', remoteAddress, headers: { host, ...(origin && { origin }) } })
  expect(answer.statusCode).toBe(status)
  await server.close()
})
