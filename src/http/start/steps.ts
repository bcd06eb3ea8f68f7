import type { ChannelName } from '../domain/capability.ts'
import type { ChannelReport, StatusReport } from '../ports/operations.ts'

const STEPS = ['township', 'channel', 'group', 'word'] as const
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

/** How far a township has come with its beginning. Pure. */
export function firstSteps(report: StatusReport): Step[] {
  const { township, groups } = report
  const done: Record<StepName, boolean> = {
    township: !township.sample && township.people > 0,
    channel: connectedOf(report).some((c) => c.why === null),
    group: groups.some((g) => g.state === 'bound'),
    word: groups.some((g) => g.heardAt !== null),
  }
  return STEPS.map((name) => ({ name, done: done[name] }))
}
