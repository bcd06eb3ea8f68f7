import { describe, expect, it } from 'vitest'
import { type BackupRun, dueForTrial, isBackupDue, prunedBackups } from '../../src/domain/backup.ts'

const at = (moment: string) => new Date(`2026-${moment}:00+08:00`)
const BORN = at('11-01T10:00')

const run = (started: string, more: Partial<BackupRun> = {}): BackupRun => ({
  ...{ name: started, dir: `/backup/${started}`, startedAt: at(started), endedAt: at(started), bytes: 1, why: null, trial: null },
  ...more,
})

describe('a backup is due', () => {
  it.each<[string, BackupRun[], string, boolean]>([
    ['not on the day a database was begun', [], '11-01T23:00', false],
    ['in its first night', [], '11-02T03:10', true],
    ['once a night', [run('11-02T03:10')], '11-02T23:59', false],
    ['and in the next', [run('11-02T03:10')], '11-03T03:10', true],
    ['in the morning, where the machine was off at night', [run('11-02T03:10')], '11-05T09:00', true],
    ['not while one is being made', [run('11-02T03:10', { endedAt: null })], '11-02T03:40', false],
    ['not at once after one that failed', [run('11-02T03:10', { why: 'full' })], '11-02T04:00', false],
    ['but an hour later', [run('11-02T03:10', { why: 'full' })], '11-02T04:11', true],
    ['and after one that was interrupted', [run('11-02T03:10', { endedAt: null })], '11-02T04:11', true],
  ])('%s', (_, runs, now, due) => {
    expect(isBackupDue('03:10', runs, BORN, at(now))).toBe(due)
  })
})

describe('a trial', () => {
  const well = (moment: string) => ({ at: at(moment), why: null })

  it.each<[string, BackupRun[], string | null]>([
    ['is of the first that was made', [run('11-02T03:10')], '11-02T03:10'],
    ['is not of one that failed', [run('11-03T03:10', { why: 'full' }), run('11-02T03:10')], '11-02T03:10'],
    ['comes once a week', [run('11-08T03:10'), run('11-03T03:10', { trial: well('11-03T03:11') })], null],
    ['and then again', [run('11-09T03:10'), run('11-02T03:10', { trial: well('11-02T03:11') })], '11-09T03:10'],
    ['is not made twice of one', [run('11-02T03:10', { trial: { at: at('11-02T03:11'), why: 'damaged' } })], null],
    [
      'that failed comes with the next',
      [run('11-03T03:10'), run('11-02T03:10', { trial: { at: at('11-02T03:11'), why: 'damaged' } })],
      '11-03T03:10',
    ],
  ])('%s', (_, runs, name) => {
    expect(dueForTrial(runs, at('11-09T12:00'))?.name ?? null).toBe(name)
  })
})

it('keeps so many nights, the first of as many weeks before them, and the newest whatever its age', () => {
  const day = (n: number) => `11-${String(n).padStart(2, '0')}T03:10`
  const runs = Array.from({ length: 29 }, (_, i) => run(day(i + 1)))
  const staying = (keep: number, now: string) => {
    const gone = prunedBackups(runs, keep, at(now))
    return runs.filter((it) => !gone.includes(it)).map((it) => it.name.slice(3, 5))
  }
  // Mondays: the 2nd, 9th, 16th, 23rd.
  expect(staying(3, '11-29T04:00')).toEqual(['09', '16', '23', '27', '28', '29'])
  expect(staying(7, '11-29T04:00')).toEqual(['01', '02', '09', '16', '23', '24', '25', '26', '27', '28', '29'])
  expect(staying(1, '12-31T04:00')).toEqual(['23', '29'])
})
