import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartRefused } from '../domain/start-fault.ts'

/** How to run a program of PostgreSQL's, which refuses to run as root. */
export interface Account {
  /** Null: as whoever we are. */
  owner: { uid: number; gid: number } | null
  command(file: string, args: string[]): { file: string; args: string[]; as: { uid?: number; gid?: number } }
}

const asOurselves: Account = { owner: null, command: (file, args) => ({ file, args, as: {} }) }

/** `cluster` may not exist yet; where it does, its owner is the account. */
export function postgresAccount(cluster: string, programs: string, home: string): Account {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return asOurselves
  const owner = ownerOf(cluster) ?? findAccount('postgres') ?? createAccount() ?? findAccount('nobody')
  if (owner === null) throw new StartRefused({ fault: 'data-dir-closed-to-postgres', dir: home })
  if (mayEnter(programs, owner) && mayEnter(home, owner)) return { owner, command: (file, args) => ({ file, args, as: owner }) }
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((it) => existsSync(it))
  if (setpriv === undefined) throw new StartRefused({ fault: 'data-dir-closed-to-postgres', dir: closedDir(programs, owner) ?? home })
  // The project lies below a directory that only root may enter (such as /root): the account gets the one right to pass through.
  // The securebit makes access(2) count that right as well; env is the first program to hold it, so that the path is looked up with it.
  const before = [
    '--reuid',
    `${owner.uid}`,
    '--regid',
    `${owner.gid}`,
    '--clear-groups',
    '--inh-caps',
    '+dac_override',
    '--ambient-caps',
    '+dac_override',
  ]
  const args = [...before, '--securebits', '+no_setuid_fixup', '--', '/usr/bin/env']
  return { owner, command: (file, rest) => ({ file: setpriv, args: [...args, file, ...rest], as: {} }) }
}

function ownerOf(path: string): Account['owner'] {
  if (!existsSync(path)) return null
  const { uid, gid } = statSync(path)
  return uid === 0 ? null : { uid, gid }
}

function findAccount(name: string): Account['owner'] {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((it) => it.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) }
}

function createAccount(): Account['owner'] {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'ignore',
    })
  } catch {
    // Another copy may have made it in the same moment; else there is `nobody`.
  }
  return findAccount('postgres')
}

const mayEnter = (path: string, owner: { uid: number; gid: number }) => closedDir(path, owner) === null

function closedDir(path: string, { uid, gid }: { uid: number; gid: number }): string | null {
  const { mode, ...of } = statSync(path)
  const bit = of.uid === uid ? 0o100 : of.gid === gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return path
  return dirname(path) === path ? null : closedDir(dirname(path), { uid, gid })
}
