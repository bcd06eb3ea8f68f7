import type { AlarmAnswer } from './facts.ts'

declare module '../../ports/measure-desk.ts' {
  interface MeasureDesk {
    alarmAnswers: AlarmAnswers
  }
}

/** Who has heard an alarm. A whole township answers within minutes, so each answer is a row that nobody else writes to. */
export interface AlarmAnswers {
  /** False when it was answered for them before. */
  add(alarmId: string, answer: AlarmAnswer, person: string): Promise<boolean>
  of(alarmId: string): Promise<AlarmAnswer[]>
  /** How often somebody answered. */
  countBy(person: string): Promise<number>
}
