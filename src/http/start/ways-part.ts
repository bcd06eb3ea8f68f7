import { keysOf } from '../../domain/one-of.ts'
import { WAYS, type Way, type WayName } from '../../domain/ways.ts'
import { html, type Markup } from '../../pages/html.ts'
import type { StatusReport } from '../../ports/operations.ts'
import { channelNames } from '../../wording/channels.ts'
import { startWords as words } from '../../wording/operator-start.ts'
import { groupStateWords, statusWords } from '../../wording/status.ts'
import { wayLines, wayWords } from '../../wording/ways.ts'
import { table } from '../status-parts.ts'
import { connectedOf } from './steps.ts'
import { told } from './told.ts'

/** What is set up and how it stands, and all ways there are with what each wants. */
export function waysPart(report: StatusReport | null, lacking: readonly string[]): Markup {
  const set = report ? connectedOf(report) : []
  const { hears, speaks, costs, needs } = wayWords.heads
  const rows = keysOf<WayName>(WAYS).map((way) => {
    const { needs: lacks, official }: Way = WAYS[way]
    const it = wayLines(way, { count: 1, lacks })
    return { cells: [official ? it.name : words.unofficial(it.name), it.hears, it.speaks, it.costs, it.needs] }
  })
  return html`${set.length > 0 && html`<ul class="lines">${set.map((c) => html`<li>${channelNames[c.channel]}：${c.why ?? (c.upSince ? statusWords.up : statusWords.ready)}</li>`)}</ul>`}${lacking.length > 0 && html`<ul class="lines lacking">${lacking.map((line) => html`<li>${told(line)}</li>`)}</ul>`}
<details class="ways"><summary>${words.ways}</summary>${table([statusWords.sections.channels, hears, speaks, costs, needs], rows)}<p class="soft">${wayWords.foot}</p></details>`
}

/** The groups that came, and how far each is. */
export function groupsPart(report: StatusReport | null): Markup | null {
  if (!report) return null
  return html`${report.groups.length > 0 && html`<ul class="lines">${report.groups.map((g) => html`<li>${g.name ?? g.group?.name ?? g.externalId}：${groupStateWords[g.state]}${g.why && `，${g.why}`}</li>`)}</ul>`}
<p><a class="button" href="/status#groups">${words.toGroups}</a></p>`
}
