import { isForbidden } from '../reading/doubts.ts'
import { mayEnd } from '../reading/plainly.ts'
import type { Scan } from '../reading/scan.ts'
import type { Command } from './define-command.ts'

/** 7号弄好了再说 ends nothing, and 7号不用转给王芳 moves nothing, in whatever frame they fit. */
export const isMeant = ({ name, sort }: Command, scan: Scan): boolean =>
  name === '办结' ? mayEnd(scan) : (sort !== 'wishes' && name !== '接') || !isForbidden(scan)
