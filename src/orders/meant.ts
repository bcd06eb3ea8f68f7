import type { OrderName } from '../domain/order-name.ts'
import { isForbidden } from '../reading/doubts.ts'
import { mayEnd } from '../reading/plainly.ts'
import type { Scan } from '../reading/scan.ts'
import type { Command } from './define-command.ts'

/** What somebody may also be told not to do. */
const DONE_TO_IT: readonly OrderName[] = ['接', '转', '派', '挂账', '延期', '恢复', '议', '督办', '拆分', '合并', '改类', '请假']

/** 7号弄好了再说 ends nothing, and 7号不用转给王芳 moves nothing, in whatever frame they fit. */
export const isMeant = ({ name }: Command, scan: Scan): boolean =>
  name === '办结' ? mayEnd(scan) : !DONE_TO_IT.includes(name) || !isForbidden(scan)
