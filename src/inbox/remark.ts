import { earlier, MINUTE_MS } from '../domain/durations.ts'
import type { Judgement } from '../domain/judgement.ts'
import type { Desk, OpenReport } from '../ports/desk.ts'
import { isOnlyDetail } from '../reading/detail.ts'

const MINUTES_MS = 5 * MINUTE_MS
const LINES = 6
const LONGEST = 16
/** Who speaks of their own has something to tell. */
const OWN = /我|俺|咱|额/u

type RemarkDesk = Pick<Desk, 'ticket' | 'report' | 'linesBefore'>

/**
 * 漏了快一个月了, said by somebody else right after 四社的水塔漏水: a remark on what another has just told, and no matter of
 * its own. It names no place, nothing of the speaker's, and is about the same duty or says no thing at all.
 */
export function isRemark(desk: RemarkDesk, report: OpenReport, text: string, judgement: Judgement): Promise<boolean> | false {
  const tells = text.length > LONGEST || judgement.places.length > 0 || judgement.danger !== null || OWN.test(text)
  return !tells && isOfAnother(desk, report, text, judgement)
}

async function isOfAnother(desk: RemarkDesk, report: OpenReport, text: string, judgement: Judgement): Promise<boolean> {
  const [first] = report.messages
  if (!first) return false
  // 啥时候停的 asks after it, whatever it would be by itself.
  const isDetail = isOnlyDetail(text, [])
  for (const line of await desk.linesBefore(first, earlier(first.at, MINUTES_MS), LINES)) {
    if (line.person === null || line.person === report.person) continue
    for (const id of line.tickets) if (isDetail || (await desk.ticket(id))?.duty === judgement.duty) return true
    const open = line.report ? await desk.report(line.report) : null
    const told = open?.judgement
    if (told && (told.duty === judgement.duty || (isDetail && told.kind !== 'none'))) return true
  }
  return false
}
