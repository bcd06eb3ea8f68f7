import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type Asked, said, type Told } from './letters.ts'

export interface Limits {
  /** An answer that takes longer never comes. */
  answerMs: number
  memoryBytes: number
}

/** It is over with that process. */
export interface Died {
  told: 'died'
  why: string
}

export interface SideProcess {
  /** One question at a time. */
  ask(question: Asked): Promise<Told | Died>
  isAlive(): boolean
  end(why: string): Promise<void>
}

/** A process in which native code may hang, crash or grow; this one notices, and lives on. */
export function startSideProcess({ answerMs, memoryBytes }: Limits): SideProcess {
  const child = fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: ['--max-old-space-size=64'],
    serialization: 'advanced',
    // What native code writes to a terminal may be anybody's words.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const death = Promise.withResolvers<string>()
  const gone = goneOf(child)
  let isAlive = true
  let answer = (_word: Told): void => {}

  const end = (why: string): Promise<void> => {
    isAlive = false
    death.resolve(why)
    child.kill('SIGKILL')
    return gone.then(() => {})
  }
  void gone.then(end)
  child.on('message', (word) => {
    const letter = said.safeParse(word).data
    // Native code may have written over anything.
    if (!letter) void end('said what nobody understands')
    else if ('told' in letter) answer(letter)
    else if (letter.holds > memoryBytes) void end(`held ${Math.round(letter.holds / 1024 ** 2)} MB`)
  })

  return {
    isAlive: () => isAlive,
    end,
    async ask(question) {
      const answered = Promise.withResolvers<Told>()
      answer = answered.resolve
      const patience = setTimeout(() => void end(`no answer within ${answerMs / 1000} s`), answerMs)
      child.send(question, (fault) => fault && void end('gone'))
      const died = death.promise.then((why): Died => ({ told: 'died', why }))
      return await Promise.race([answered.promise, died]).finally(() => clearTimeout(patience))
    },
  }
}

const goneOf = (child: ChildProcess): Promise<string> =>
  new Promise((done) => {
    child.on('exit', (code, signal) => done(`crashed: ${signal ?? code}`))
    child.on('error', (fault) => done(`not started: ${fault.message}`))
  })
