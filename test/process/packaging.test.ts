import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { copied, instructions, listOf, UNIT, unit, unitHere } from '../../scripts/measure/packaged.ts'
import { projectRoot } from '../../src/settings/config.ts'

/** A graceful stop takes ten at most, and its PostgreSQL some. */
const STOP_SECONDS = 20
const script: string = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).scripts.start
/** What sets a variable of the environment for npm, a container and a unit set themselves. */
const started = script.replace('--import=./src/settings/one-arena.ts ', '')
const restOf = (word: string) => instructions().findLast(([name]) => name === word)?.[1] ?? ''

describe('the container file', () => {
  it('copies what is there, and neither data nor settings of whoever builds it', () => {
    expect(copied().filter((path) => !existsSync(join(projectRoot, path)))).toEqual([])
    expect(copied().filter((path) => ['.', 'data', '.env', 'node_modules'].includes(path))).toEqual([])
  })

  it('installs and starts as the README says', () => {
    const runs = instructions().flatMap(([word, rest]) => (word === 'RUN' ? [rest] : []))
    expect(runs[0]).toBe('node scripts/setup.mjs && npm prune --omit=dev')
    expect(started).toContain(`node ${listOf('CMD').slice(1).join(' ')}`)
  })

  it('runs as nobody’s root, keeps what is written in a volume, is told to stop and asked whether it lives', () => {
    expect(restOf('USER')).toBe('shuoshi')
    expect(restOf('ENV')).toContain(`DATA_DIR=${restOf('VOLUME')} `)
    expect(restOf('STOPSIGNAL')).toBe('SIGTERM')
    expect(restOf('HEALTHCHECK')).toContain('/health')
    const order = instructions().map(([word]) => word)
    expect(order.indexOf('USER')).toBeLessThan(order.lastIndexOf('COPY'))
  })
})

describe('the unit', () => {
  it('starts as the README says, as no root, and may write only its data', () => {
    const set = unit()
    expect(started).toContain(`node ${set.get('ExecStart')?.split(' ').slice(1).join(' ')}`)
    expect(set.get('ExecStart')).toContain(set.get('WorkingDirectory'))
    expect([set.get('User'), set.get('StateDirectory'), set.get('Environment')]).toEqual([
      'shuoshi',
      'shuoshi',
      'DATA_DIR=/var/lib/shuoshi MALLOC_ARENA_MAX=1',
    ])
    expect([set.get('ProtectSystem'), set.get('NoNewPrivileges'), set.get('CapabilityBoundingSet')]).toEqual(['strict', 'yes', ''])
  })

  it('is stopped in peace: the program alone is told, and has the time that it takes', () => {
    const set = unit()
    expect([set.get('KillSignal'), set.get('KillMode')]).toEqual(['SIGTERM', 'mixed'])
    expect(Number(set.get('TimeoutStopSec'))).toBeGreaterThanOrEqual(STOP_SECONDS)
  })

  it.runIf(existsSync('/usr/bin/systemd-analyze'))('is one that systemd reads', () => {
    const dir = mkdtempSync(join(tmpdir(), 'shuoshi-unit-'))
    writeFileSync(join(dir, UNIT), unitHere())
    const { status, stderr } = spawnSync('/usr/bin/systemd-analyze', ['verify', join(dir, UNIT)], { encoding: 'utf8' })
    rmSync(dir, { recursive: true })
    expect([status, stderr]).toEqual([0, ''])
  })
})
