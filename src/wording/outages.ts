import type { ChannelName } from '../domain/capability.ts'
import { channelNames } from './channels.ts'
import { moment } from './status.ts'

export const LISTED = 20
const SHOWN = 24

export interface MissedLine {
  at: Date
  group: string | null
  who: string
  /** Null where it is not for the reader: said one-to-one, or about them. */
  text: string | null
}

/** The first of them, and how many they are. */
export interface Missed {
  lines: readonly MissedLine[]
  count: number
}

const lineOf = ({ at, group, who, text }: MissedLine): string => {
  const said = text === null ? '内容没有列出，请去问一声' : text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text || '（照片）'
  return `${moment(at)} ${group ?? '单独发来'} ${who}：${said.replace(/\s+/gu, ' ')}`
}

export const channelSilent = (channel: ChannelName, since: Date, why: string): string =>
  `${channelNames[channel]}从${moment(since)}起断了（${why}），群里的话现在听不到。急事请打电话。`

/** To the duty cadre, after an outage: what was said meanwhile and registered nowhere. */
export function channelBack(channel: ChannelName, from: Date, to: Date, { lines, count }: Missed): string {
  const head = `${channelNames[channel]}断过（${moment(from)}到${moment(to)}），现在好了。`
  if (count === 0) return `${head}这段时间群里的话可能没听到，请到群里看一眼。`
  const listed = lines.slice(0, LISTED)
  const more = count > listed.length ? [`还有${count - listed.length}条，请到群里看。`] : []
  return [`${head}这${count}条没有登记，请看要不要办：`, ...listed.map(lineOf), ...more].join('\n')
}
