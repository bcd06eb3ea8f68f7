import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../src/store/pool.ts'

const message = (kind: string, body: string): string => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return `${kind}${length.toString('latin1')}${body}`
}

/** PostgreSQL's protocol: it lets everybody in, and in the same breath says that it is going. */
const going = createServer((socket) => {
  socket.on('error', () => {})
  socket.once('data', () => {
    const letIn = message('R', '\0\0\0\0') + message('Z', 'I')
    const gone = message('E', 'SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0')
    socket.write(Buffer.from(letIn + gone, 'latin1'))
  })
})
const pool = () => openPool({ host: '127.0.0.1', port: (going.address() as AddressInfo).port, user: 'u', database: 'd' })

beforeAll(async () => {
  going.listen(0, '127.0.0.1')
  await once(going, 'listening')
})
afterAll(() => void going.close())

describe('a connection that is lost as it is handed out', () => {
  it('ends nothing but what is asked of it', async () => {
    const connections = pool()
    const connection = await connections.connect()
    await expect(connection.query('SELECT 1')).rejects.toThrow()
    connection.release(true)
    await connections.end()
  })
})
