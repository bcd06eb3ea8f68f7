import { type OrderName, orderAgain } from '../domain/order-name.ts'
import { intoWord } from '../wording/office-acts.ts'
import { inFull } from '../wording/which-day.ts'
import type { SentFields } from './read-form.ts'

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text)

/** What a form says to the bot, in the words of chat: 挂账 坪07 2026年12月10日（周四） 等配件. */
export function sentenceOf(order: OrderName, label: string, fields: SentFields): string {
  const { person = '', kind = '', into = '', day = '', note = '' } = fields
  if (into !== '') return orderAgain(order, label, intoWord, into)
  return orderAgain(order, label, person, kind, isDay(day) ? inFull(day) : day, note)
}
