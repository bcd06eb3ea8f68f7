import { wallClock } from '../domain/moments.ts'

/** 2026-11-29_03-10-00: the folder of a backup, by the township's clock. */
export const backupName = (at: Date): string => wallClock(at).slice(0, 19).replace('T', '_').replaceAll(':', '-')
