import type { Desk } from '../ports/desk.ts'
import type { MoveDesk } from '../tickets/move-ticket.ts'

/** What it takes to judge what was told, and to do what follows. */
export type JudgeDesk = MoveDesk &
  Pick<
    Desk,
    | 'settings'
    | 'ticket'
    | 'tickets'
    | 'ticketsOfMessage'
    | 'nextNumber'
    | 'requests'
    | 'follow'
    | 'suppress'
    | 'addDue'
    | 'cancelDue'
    | 'dueOf'
    | 'report'
    | 'closeReport'
    | 'closedReports'
    | 'settleReports'
    | 'linesBefore'
    | 'recentBy'
    | 'cases'
    | 'noteWould'
    | 'question'
  >
