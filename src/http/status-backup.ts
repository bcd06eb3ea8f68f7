import { html, type Markup } from '../pages/html.ts'
import type { BackupReport } from '../ports/operations.ts'
import { moment, statusWords } from '../wording/status.ts'

const words = statusWords.backup

/** The last backup, whether it came back on trial, and what is not in it. */
export function backupPart(backup: BackupReport | null): Markup {
  if (!backup) return html`<p>${words.none}</p><p class="soft">${words.key}</p>`
  const { at, why, bytes, seconds, dir, lastMade, trial } = backup
  const earlier: [string, string][] = why === null ? [] : [[words.before, moment(lastMade)]]
  const tried = trial === null ? words.noTrial : trial.why === null ? words.trialWell(trial.at) : words.trialFailed(trial.at, trial.why)
  const lines: [string, string][] = [
    [words.last, why === null ? words.made(at, bytes, seconds) : words.failed(at, why)],
    ...earlier,
    [words.where, dir],
    [words.trial, tried],
  ]
  return html`<dl>${lines.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl><p class="soft">${words.key}</p>`
}
