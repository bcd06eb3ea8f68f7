import type { ChannelReport, StatusReport } from '../ports/operations.ts'

const STEPS = ['township', 'channel', 'group', 'word'] as const
export type StepName = (typeof STEPS)[number]

export interface Step {
  name: StepName
  done: boolean
}

/** The ways that somebody has set up; a robot of a group needs that no more than a group does, and says nothing of it. */
export const connectedOf = ({ channels }: Pick<StatusReport, 'channels'>): ChannelReport[] =>
  channels.filter((c) => c.open && c.channel !== 'wecom-robot')

/** How far a township has come with its beginning. Pure. */
export function firstSteps(report: StatusReport): Step[] {
  const { township, channels, groups } = report
  const done: Record<StepName, boolean> = {
    township: !township.sample && township.people > 0,
    channel: connectedOf(report).some((c) => c.why === null),
    group: groups.some((g) => g.state === 'bound'),
    word: channels.some((c) => c.heardAt !== null),
  }
  return STEPS.map((name) => ({ name, done: done[name] }))
}
