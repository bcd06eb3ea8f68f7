import { line } from '../../wording/digests.ts'
import { defineWing } from '../define-wing.ts'
import { earlyWarning } from './orders.ts'
import { earlyWarningPages } from './pages.ts'
import { burstSaid, bursts } from './verbs.ts'
import * as say from './words.ts'

const SHOWN = 3

/** 苗头. */
export const earlyWarningWing = defineWing({
  orders: [earlyWarning],
  dayLines: async (desk, leader) => line(4.2, say.burstsOfDay((await bursts(desk, leader)).slice(0, SHOWN).map((b) => burstSaid(desk, b)))),
  // The month's line of what comes again and again stands with its figures already (src/digest/month.ts).
  monthLines: null,
  sheets: [],
  morning: null,
  jobs: [],
  keepsOf: null,
  made: [],
  forgets: {},
  staysWith: null,
  pages: [earlyWarningPages],
  held: null,
})
