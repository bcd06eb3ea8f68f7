import { describe, expect, it } from 'vitest'
import { leaksIn } from '../support/run-logs.ts'

const line = (more: object) => JSON.stringify({ level: 30, time: 1_700_000_000_123, pid: 7, msg: 'request completed', ...more })

describe('the look at all that a run has logged', () => {
  it.each([
    ['a telephone', { err: 'no route to 13912345678' }, 'a telephone or identity number'],
    ['an identity number', { what: '62262419900307123X' }, 'a telephone or identity number'],
    ['a robot', { url: 'https://qyapi.example/cgi-bin/webhook/send' }, 'a robot’s address'],
    ['a token', { url: '/cgi-bin/x?access_token=abc' }, 'a token or secret in an address'],
    ['a database', { err: 'connect postgresql://shuoshi:secret@127.0.0.1:5432/x' }, 'a password in an address'],
    ['a session', { headers: { cookie: 'shuoshi-operator=1.abc' } }, 'a cookie or a header that opens a door'],
    ['a password', { headers: { authorization: 'Basic abc' } }, 'a cookie or a header that opens a door'],
    ['a word', { err: 'invalid input "路灯不亮"' }, 'somebody’s words'],
  ])('finds %s', (_, more, what) => {
    expect(leaksIn(`${line({})}\n${line(more)}`)).toMatchObject([{ what, where: expect.stringContaining('request completed') }])
  })

  it('finds nothing in an ordinary line', () => {
    const req = { method: 'GET', url: '/sandbox/api/people?village=%E5%9D%AA%E5%A4%B4%E6%9D%91', remotePort: 40_123 }
    expect(leaksIn(line({ req, responseTime: 12.345678901234, headers: { authorization: '[Redacted]' } }))).toEqual([])
  })
})
