import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export function isAlive(pid: number): boolean {
  if (pid <= 0) return false
  const stat = linuxStat(pid)
  // A zombie answers signals but holds nothing any more; in a container nobody may ever collect it.
  if (stat !== null) return stat.state !== 'Z' && stat.state !== 'X'
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When the process began, where the system tells; a number that is used again for another process has another birth. */
export function processBirth(pid: number): string | null {
  return linuxStat(pid)?.birth ?? null
}

/** Whether this living process is a PostgreSQL server; undecided counts as yes, for its lock must not be taken. */
export const isPostgres = (pid: number): boolean => isProgram(pid, /postgres/iu)

/** Whether this living process may be one of ours, as far as its program's name tells; on Linux that is its main thread's. */
export const isNode = (pid: number): boolean => process.platform === 'linux' || isProgram(pid, /node/iu)

function isProgram(pid: number, name: RegExp): boolean {
  try {
    if (process.platform === 'linux') return name.test(readFileSync(`/proc/${pid}/comm`, 'utf8'))
    if (process.platform === 'win32')
      return name.test(execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8', windowsHide: true }))
    return name.test(execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }))
  } catch {
    return isAlive(pid)
  }
}

function linuxStat(pid: number): { state: string; birth: string } | null {
  if (process.platform !== 'linux') return null
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [state, birth] = [fields[0], fields[19]]
    return state === undefined || birth === undefined ? null : { state, birth }
  } catch {
    return null
  }
}
