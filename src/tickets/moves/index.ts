import { accept } from './accept.ts'
import type { Move } from './define-move.ts'
import { deliberate } from './deliberate.ts'
import { askExtension, denyExtension, extend } from './extension.ts'
import { assign, transfer } from './hand-over.ts'
import { merge, split } from './merge.ts'
import { amend, reclassify } from './reclassify.ts'
import { progress, remark, visit } from './record.ts'
import { notMatter, reject } from './reject.ts'
import { resolve } from './resolve.ts'
import { supervise } from './supervise.ts'
import { closeSilently, confirm, reopen } from './verdict.ts'
import { resume, wait } from './wait.ts'
import { hide, revive, withdraw } from './withdraw.ts'

/** Every legal move. A move that is not here cannot happen, and its file is the only place to change. */
export const MOVES = {
  ...{ accept, assign, transfer, deliberate, progress, visit, remark, resolve },
  ...{ askExtension, extend, denyExtension, wait, resume },
  ...{ reject, notMatter, merge, split, reclassify, amend, supervise },
  ...{ withdraw, revive, hide, confirm, closeSilently, reopen },
} satisfies Record<string, Move>

export type MoveName = keyof typeof MOVES
