import { privately } from '../../orders/answer.ts'
import { type Command, READERS } from '../../orders/define-command.ts'
import { nothing } from '../../orders/talk.ts'
import { warningLines } from './verbs.ts'
import { warningList } from './words.ts'

declare module '../../domain/order-name.ts' {
  interface OrderNames extends Record<'苗头', true> {}
}

/** What comes again and again, or suddenly often, in the speaker's own part, with the numbers behind it. */
export const earlyWarning: Command = {
  name: '苗头',
  topic: '网格',
  also: ['预警', '看苗头', '有啥苗头'],
  for: READERS,
  ticket: 'none',
  fits: nothing,
  example: '苗头',
  help: '反复的、突然多起来的事',
  run: async ({ desk, spoken }) => privately(warningList(await warningLines(desk, spoken.person))),
}
