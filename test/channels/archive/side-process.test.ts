import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LIMITS, openNativeLibrary } from '../../../src/channels/archive/library/native.ts'
import { type ArchiveStandIn, archiveStandIn, compiler, needsCompiler } from '../../support/archive-stand-in.ts'

const NATIVE = pathToFileURL(resolve(import.meta.dirname, '../../../src/channels/archive/library/native.ts')).href
let archive: ArchiveStandIn

/** The side process of a process, by its number. */
function sideOf(parent: number | undefined): number {
  const rows = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(parent)], { encoding: 'utf8' }).split('\n')
  return Number.parseInt(rows.find((row) => row.includes('archive/library/child.ts')) ?? '', 10)
}
const isThere = (pid: number) => existsSync(`/proc/${pid}`)

describe.skipIf(!compiler || process.platform !== 'linux')(`the process beside this one${needsCompiler}`, () => {
  beforeEach(() => {
    archive = archiveStandIn()
  })
  afterEach(() => archive.close())

  it('shows the secret to nobody who lists processes, and is gone after closing', async () => {
    const library = openNativeLibrary({ account: archive.account, limits: LIMITS, now: () => new Date(0) })
    expect(await library.fetch(0, 1)).toEqual({ outcome: 'lines', lines: [] })
    const pid = sideOf(process.pid)
    for (const what of ['cmdline', 'environ']) expect(readFileSync(`/proc/${pid}/${what}`, 'utf8')).not.toContain(archive.account.secret)
    await library.close()
    expect(isThere(pid)).toBe(false)
    expect(await library.fetch(0, 1)).toEqual({ outcome: 'failed', why: 'closed' })
  })

  it('goes with the one who watched it, even while native code hangs', async () => {
    archive.fault({ call: 'GetChatData', kind: 'hang' })
    const needs = `{ account: ${JSON.stringify(archive.account)}, limits: ${JSON.stringify(LIMITS)}, now: () => new Date(0) }`
    const program = `import('${NATIVE}').then(({ openNativeLibrary }) => openNativeLibrary(${needs}).fetch(0, 1))`
    const watcher = spawn(process.execPath, ['-e', program], { stdio: 'ignore' })
    await vi.waitUntil(() => archive.isOver('GetChatData'), { timeout: 60_000 })
    const pid = sideOf(watcher.pid)
    expect(isThere(pid)).toBe(true)
    watcher.kill('SIGKILL')
    await vi.waitUntil(() => !isThere(pid), { timeout: 60_000 })
  })
})
