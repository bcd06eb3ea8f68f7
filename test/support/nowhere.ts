import { fork } from 'node:child_process'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Listens and never looks at who comes: when its short queue is full, the system drops whatever knocks. */
const LISTENER = `
const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  process.send(server.address().port)
  setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 100)
})`

/** A network that swallows packets, as firewalls do: no answer, no refusal. */
export async function startNowhere(): Promise<{ base: string; close(): void }> {
  const child = fork('-e', [LISTENER], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const port = await new Promise<number>((done) => child.once('message', (it) => done(Number(it))))
  await sleep(300)
  const queue = Array.from({ length: 6 }, () => connect(port, '127.0.0.1').on('error', () => {}))
  await sleep(300)
  return {
    base: `http://127.0.0.1:${port}/cgi-bin/`,
    close() {
      child.kill('SIGKILL')
      for (const socket of queue) socket.destroy()
    },
  }
}
