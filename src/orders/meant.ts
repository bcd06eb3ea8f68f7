import type { OrderName } from '../domain/order-name.ts'
import { isForbidden, isForLater, isOfThingsOrOthers, isUngranted } from '../reading/doubts.ts'
import { mayEnd } from '../reading/plainly.ts'
import type { Scan } from '../reading/scan.ts'
import type { Command } from './define-command.ts'

const PUT_OFF: readonly OrderName[] = ['挂账', '延期']

/**
 * 7号弄好了再说 ends nothing, 7号不用转给王芳 moves nothing, and 7号后天提醒我去开会 calls no meeting, in whatever frame they fit.
 */
export function isMeant({ name, sort }: Command, scan: Scan): boolean {
  if (name === '办结') return mayEnd(scan)
  if (PUT_OFF.includes(name) && isOfThingsOrOthers(scan)) return false
  const isWanted = sort === 'wishes' || name === '接'
  if ((isWanted && isForbidden(scan)) || (name === '请假' && isUngranted(scan))) return false
  return !((isWanted || sort === 'tells') && isForLater(scan))
}
