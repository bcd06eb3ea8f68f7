import { Judgement } from '../../src/domain/judgement.ts'

const KEYS = Object.keys(Judgement.shape).sort().join()
const TITLE = /^[\p{Script=Han}A-Za-z0-9、·（）-]*$/u
const REASON = /^(?:提到[\p{Script=Han}A-Za-z0-9、]{1,30}|按整句的说法)$/u

/** What must be true of a judgement, whatever a model said; the first thing that is not, or null. */
export function outOfBounds(judgement: Judgement, duties: ReadonlySet<string>): string | null {
  const { title, reason, kind, duty } = judgement
  if (!Judgement.safeParse(judgement).success || Object.keys(judgement).sort().join() !== KEYS) return 'not a judgement'
  if (Object.getPrototypeOf(judgement) !== Object.prototype || 'polluted' in {} || 'admin' in {}) return 'prototype'
  if (Array.from(title).length > 16) return `long title: ${title}`
  if (!TITLE.test(title)) return `title with signs: ${JSON.stringify(title)}`
  if (/\d{5,}|李小燕|所有人|http|wx_/iu.test(title)) return `title: ${title}`
  if (!REASON.test(reason) || /\d{5,}|所有人|http|李小燕/iu.test(reason)) return `reason: ${JSON.stringify(reason)}`
  if (duty !== null && !duties.has(duty)) return `duty: ${duty}`
  if ((kind === 'none') !== (title === '')) return `title of ${kind}: ${title}`
  return null
}
