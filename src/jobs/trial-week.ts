import { toPerson } from '../domain/notice.ts'
import { askAfterWeek, askedOfTrial } from '../tickets/trial.ts'
import { trialFigures } from '../tickets/trial-weeks.ts'
import { weekIsOver } from '../wording/trial.ts'
import { defineJob } from './define-job.ts'

/** A week of listening is over: secretary and clerk read what came of it. Without a word of theirs nothing changes, and a week later they are asked again. */
export const trialWeek = defineJob({
  name: 'trial-week',
  async run(desk, { key, data: { trial: id, group: groupId, week } }) {
    const group = desk.roster.groups.get(groupId)
    const trial = (await desk.trials()).find((t) => t.id === id)
    if (!group?.trial || group.trial.id !== id || !trial) return 'over already'
    const figures = await trialFigures(desk, trial)
    if (!figures) return 'no such group'
    await desk.keepTrialFigures(id, figures)
    const text = weekIsOver(group.name, week, figures)
    const people = askedOfTrial(desk, group.grid)
    await desk.notify(
      people.map((person) => ({ key: `${key}:${person}`, to: toPerson(person), ticket: null, occasion: 'trial' as const, text })),
    )
    await askAfterWeek(desk, trial, week + 1)
    return `${people.length} asked`
  },
})
