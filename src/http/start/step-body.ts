import { html, type Markup } from '../../pages/html.ts'
import type { StatusReport } from '../../ports/operations.ts'
import { startWords as words } from '../../wording/operator-start.ts'
import { rehearsalWords } from '../../wording/rehearsal.ts'
import { workbookWords } from '../../wording/start-workbook.ts'
import { moment, statusWords } from '../../wording/status.ts'
import { noticePageWords } from '../../wording/village-notice.ts'
import { connectedOf, type StepName } from './steps.ts'
import { told } from './told.ts'
import { uploadForm } from './upload-form.ts'
import { groupsPart, waysPart } from './ways-part.ts'

export interface StartView {
  /** Null while no town is served. */
  report: StatusReport | null
  /** When it is backed up each night; null: it is not. */
  backupAt: string | null
  /** The file of the key that no backup holds; null: it stands in the settings. */
  keyFile: string | null
  /** What of the settings stands in the way of another channel, a sentence each. */
  lacking: readonly string[]
}

/** How a step stands, one line. */
export function stepState(name: StepName, report: StatusReport | null): string {
  if (report === null) return name === 'township' ? words.state.township(null) : words.later
  const { township, groups } = report
  const states: Record<StepName, () => string> = {
    township: () => words.state.township(township),
    channel: () => words.state.channel(connectedOf(report).map((c) => c.channel)),
    group() {
      const heard = groups.map((g) => g.heardAt).filter((at) => at !== null)
      const last = heard.length > 0 ? moment(new Date(Math.max(...heard.map(Number)))) : null
      const bound = groups.filter((g) => g.state === 'bound').length
      const state = words.state.group(bound, groups.filter((g) => g.state === 'asked').length)
      return bound > 0 ? `${state}，${words.state.heard(last)}` : state
    },
    try: () => words.state.tried(report.marks.includes('tried')),
    backup() {
      const { backup } = report
      if (!backup) return words.state.noBackup
      return backup.why === null
        ? statusWords.backup.made(backup.at, backup.bytes, backup.seconds)
        : statusWords.backup.failed(backup.at, backup.why)
    },
    notice: () => words.state.told(report.marks.includes('told')),
    trial: () => words.state.trials(report.trials.on, report.trials.over),
  }
  return states[name]()
}

/** What is done in a step, in order, and with what. */
export function stepBody(name: StepName, view: StartView): Markup {
  const { report } = view
  const [, village] = report?.places ?? []
  const how = html`<ol>${words.steps[name].how(village?.name ?? words.anyVillage).map((line) => html`<li>${told(line)}</li>`)}</ol>`
  const beside = BESIDE[name](view)
  return beside ? html`${how}<div class="parts">${beside}</div>` : how
}

const onward = (to: string, label: string): Markup => html`<p><a class="button" href="${to}">${label}</a></p>`

/** With what it is done, and how it stands there. */
const BESIDE: Record<StepName, (view: StartView) => Markup | null> = {
  township: () => html`<p><a class="button" href="/status/start/template">${workbookWords.download}</a></p>
${uploadForm()}
<p class="soft">${told(workbookWords.byProgram)}</p>`,
  channel: ({ report, lacking }) => waysPart(report, lacking),
  group: ({ report }) => groupsPart(report),
  backup: ({ report, backupAt, keyFile }) =>
    html`<p>${told(words.keyLies(keyFile))}</p><p>${backupAt === null ? told(words.backupOff) : words.backupEach(backupAt)}</p>${report !== null && report.backup !== null && html`<p class="soft">${statusWords.backup.where}：${report.backup.dir}</p>`}`,
  try: () => onward('/status/start/try', rehearsalWords.title),
  notice: () => onward('/status/start/notice', noticePageWords.title),
  trial: () => onward('/status/trial', words.toTrial),
}
