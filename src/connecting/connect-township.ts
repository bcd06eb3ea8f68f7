import { parseEnv } from 'node:util'
import { keysOf, recordOf } from '../domain/one-of.ts'
import { type Circumstances, type WayName, waysFor } from '../domain/ways.ts'
import { readConfig, SETTINGS } from '../settings/config.ts'
import { putSettings } from '../settings/env-file.ts'
import { connectWords as words } from '../wording/connect.ts'
import { doctorWords } from '../wording/doctor.ts'
import { type SettingName, settingsAsked } from '../wording/settings-asked.ts'
import { wayNames } from '../wording/ways.ts'
import { type Asker, chooseOne, chooseSome } from './asker.ts'
import { checkChannels } from './check-channels.ts'
import { askCircumstances } from './circumstances.ts'
import type { Known } from './fill-in.ts'
import { fillWays } from './fill-ways.ts'
import type { Finding } from './finding.ts'
import { showWays } from './show-ways.ts'

interface SettingsFile {
  path: string
  /** As it stands; empty where there is none. */
  text: string
  write(text: string): void
}

/** From what groups a township has to what is set up, tried, and left to be done. False: nothing was written. */
export async function connectTownship(asker: Asker, file: SettingsFile): Promise<boolean> {
  for (const line of words.intro) asker.say(line)
  const known: Known = parseEnv(file.text)
  const town = await askCircumstances(asker, known)
  for (const line of showWays(town)) asker.say(line)
  const chosen = await chooseWays(asker, town)
  if (chosen.length > 0) asker.say(`\n${words.aside}`)
  const { typed, aside } = await fillWays(asker, chosen, known, town.publicName)
  const ways = chosen.filter((way) => !aside.includes(way))
  const isWritten = keysOf(typed).length > 0
  if (isWritten) {
    for (const line of summary(typed)) asker.say(line)
    if ((await chooseOne<'yes' | 'no'>(asker, { ...words.write, otherwise: [] })) === 'no') {
      asker.say(words.dropped)
      return false
    }
    file.write(putSettings(file.text, typed))
    asker.say(words.written(file.path))
  }
  await tryParts(asker, putSettings(file.text, typed), ways)
  const now = { ...known, ...typed }
  for (const line of words.next({ ways, aside, site: now.PUBLIC_URL || null, botByUrl: Boolean(now.WECOM_BOT_TOKEN) })) asker.say(line)
  return isWritten
}

async function chooseWays(asker: Asker, town: Circumstances): Promise<WayName[]> {
  const open = waysFor(town).filter((it) => it.lacks.length === 0)
  if (open.length === 0) return []
  const options = recordOf(
    open.map(({ way }) => way),
    (way) => wayNames[way],
  )
  return chooseSome(asker, { question: words.choose, options, otherwise: open.filter((it) => it.advised).map((it) => it.way) })
}

/** What is going to be written; a secret is only said to be there. */
function summary(typed: Known): string[] {
  const shown = (name: SettingName): string => ('secret' in SETTINGS[name] && SETTINGS[name].secret ? words.hidden : (typed[name] ?? ''))
  const lines = keysOf<SettingName>(typed).map((name) =>
    words.toWrite(settingsAsked[name].title, typed[name] === '' ? words.takenOut : shown(name)),
  )
  return ['', words.summary, ...lines]
}

/** Every part is tried, one line each. */
async function tryParts(asker: Asker, text: string, ways: readonly WayName[]): Promise<void> {
  const config = readConfig(parseEnv(text))
  if ('faults' in config) {
    for (const fault of config.faults) asker.say(`${doctorWords.wrong}  ${fault}`)
    return
  }
  const tried: Finding[] = []
  for await (const finding of checkChannels(config, { reports: ways.includes('reports') })) {
    if (tried.length === 0) asker.say(`\n${words.trying}`)
    asker.say(`${finding.well ? doctorWords.well : doctorWords.wrong}  ${finding.line}`)
    tried.push(finding)
  }
  asker.say(tried.length > 0 ? words.tried(tried.filter((it) => !it.well).length) : `\n${words.nothingToTry}`)
}
