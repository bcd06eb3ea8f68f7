import type { BackupFault, BackupRun, TrialFault } from '../domain/backup.ts'

/** Which backups there are, and what became of each; one book for all instances. */
export interface BackupBook {
  /** The newest first. */
  runs(): Promise<BackupRun[]>
  /** When this database was begun. */
  born(): Promise<Date>
  began(run: Pick<BackupRun, 'name' | 'dir' | 'startedAt'>): Promise<void>
  made(name: string, at: Date, bytes: number): Promise<void>
  failed(name: string, at: Date, why: BackupFault): Promise<void>
  tried(name: string, at: Date, why: TrialFault | null): Promise<void>
  gone(name: string): Promise<void>
}
