import type { Span } from '../../domain/span.ts'
import type { Alarm, AlarmAnswer } from './facts.ts'

export interface Alarms {
  add(alarm: Alarm): Promise<void>
  end(id: string): Promise<void>
  byId(id: string): Promise<Alarm | null>
  /** Raised less than a day ago and not called off, newest first. */
  active(): Promise<Alarm[]>
  /** False when it was answered for them before. */
  answer(alarmId: string, answer: AlarmAnswer, person: string): Promise<boolean>
  answers(alarmId: string): Promise<AlarmAnswer[]>
  within(span: Span): Promise<Alarm[]>
}
