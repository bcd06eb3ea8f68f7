import { villageOf } from '../domain/roster.ts'
import type { TrialFigures } from '../domain/trial.ts'
import { compareWeek, figuresOf } from '../domain/trial-week.ts'
import type { Desk } from '../ports/desk.ts'
import type { TrialOnRecord, TrialWeek } from '../ports/trial-desk.ts'
import { onTrial } from '../wording/trial.ts'

type WeekDesk = Pick<Desk, 'now' | 'roster' | 'trialTalk'>

/** The figures that were kept when the week was over, else what they are by now. */
async function weekOf(desk: WeekDesk, trial: TrialOnRecord): Promise<TrialWeek[]> {
  const group = desk.roster.groups.get(trial.group)
  if (!group) return []
  const end = trial.endedAt && trial.endedAt < trial.until ? trial.endedAt : trial.until
  const talk = await desk.trialTalk({ ...trial, until: end }, villageOf(desk.roster, group.grid) ?? group.grid, onTrial)
  return [{ trial, group, figures: trial.figures ?? figuresOf(talk, desk.now), compared: compareWeek(talk, desk.now) }]
}

/** The latest trial of each group, those that go on first. */
export async function trialWeeks(desk: WeekDesk & Pick<Desk, 'trials'>): Promise<TrialWeek[]> {
  const trials = await desk.trials()
  const weeks = await Promise.all(trials.map((trial) => weekOf(desk, trial)))
  return weeks.flat().sort((a, b) => Number(a.trial.endedAt !== null) - Number(b.trial.endedAt !== null))
}

/** What one trial came to. */
export async function trialFigures(desk: WeekDesk, trial: TrialOnRecord): Promise<TrialFigures | null> {
  return (await weekOf(desk, trial))[0]?.figures ?? null
}
