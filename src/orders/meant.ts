import type { OrderName } from '../domain/order-name.ts'
import {
  clausesOf,
  haveMet,
  isAskedWhoDid,
  isForbidden,
  isForLater,
  isGivenBack,
  isKept,
  isNotGiven,
  isOfThingsOrOthers,
  isUngranted,
  supposedIn,
} from '../reading/doubts.ts'
import { isHearsay, isNotBegun, mayEnd } from '../reading/plainly.ts'
import type { Scan } from '../reading/scan.ts'
import type { Command } from './define-command.ts'

export const PUT_OFF: readonly OrderName[] = ['挂账', '延期']
const STEPS: readonly OrderName[] = ['进展', '走访']
const TAKES_BACK: readonly OrderName[] = ['撤销', '没修好']

/**
 * 7号弄好了再说 ends nothing, 7号不用转给王芳 moves nothing, 老汉不是眼花 lets go of nothing, and 7号后天提醒我去开会 calls no meeting, in
 * whatever frame they fit.
 */
export function isMeant({ name, sort, keeps }: Command, scan: Scan): boolean {
  if (name === '办结') return mayEnd(scan)
  if (STEPS.includes(name) && isNotBegun(scan)) return false
  if (PUT_OFF.includes(name) && isOfThingsOrOthers(scan)) return false
  if (TAKES_BACK.includes(name) && isGivenBack(scan)) return false
  if (name === '议' && haveMet(scan)) return false
  if (name === '撤销') return !isKept(scan)
  if (sort === 'lets-go') return !isKept(scan) && supposedIn(scan).length === 0 && !(name !== '不是事' && isAllHearsay(scan))
  if (keeps === 'who' && isNotGiven(scan)) return false
  const isWanted = sort === 'wishes' || name === '接'
  if (isWanted && (isForbidden(scan, name) || isUngranted(scan) || isAskedWhoDid(scan))) return false
  return !((isWanted || sort === 'tells') && isForLater(scan))
}

/** 周大爷说7号不归他管, and nothing besides. */
const isAllHearsay = (scan: Scan): boolean => clausesOf(scan.text).length === 1 && isHearsay(scan, scan.text.length)
