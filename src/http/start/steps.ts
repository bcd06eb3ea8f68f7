import type { ChannelName } from '../../domain/capability.ts'
import type { ChannelReport, StatusReport } from '../../ports/operations.ts'

const STEPS = ['township', 'channel', 'group', 'try', 'backup', 'notice', 'trial'] as const
export type StepName = (typeof STEPS)[number]

export interface Step {
  name: StepName
  done: boolean
}

/** Open by themselves: that they could be used says nothing. */
const OWN: readonly ChannelName[] = ['wecom-robot', 'form', 'by-hand']

/** The ways that somebody has set up. */
export const connectedOf = ({ channels }: Pick<StatusReport, 'channels'>): ChannelReport[] =>
  channels.filter((c) => c.open && !OWN.includes(c.channel))

/** How far a township has come with its beginning; before there is one, nowhere. Pure. */
export function firstSteps(report: StatusReport | null): Step[] {
  if (report === null) return STEPS.map((name) => ({ name, done: false }))
  const { township, groups, marks, backup, trials } = report
  const done: Record<StepName, boolean> = {
    township: !township.sample && township.people > 0,
    channel: connectedOf(report).some((c) => c.why === null),
    group: groups.some((g) => g.state === 'bound'),
    try: marks.includes('tried'),
    backup: backup !== null && backup.lastMade !== null,
    notice: marks.includes('told'),
    trial: trials.on + trials.over > 0,
  }
  return STEPS.map((name) => ({ name, done: done[name] }))
}
