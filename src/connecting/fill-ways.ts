import { resolve } from 'node:path'
import type { WayName } from '../domain/ways.ts'
import { projectRoot, readConfig } from '../settings/config.ts'
import { fillWords as words } from '../wording/connect.ts'
import { type SettingName, settingsAsked } from '../wording/settings-asked.ts'
import { wayNames } from '../wording/ways.ts'
import { archiveKeys } from './archive-keys.ts'
import { type Asker, chooseOne } from './asker.ts'
import { fillIn, type Known } from './fill-in.ts'
import { BOT_BY_URL, OF_OTHER_BOT, SETTINGS_OF } from './settings-of.ts'

/** Each way in turn. One that cannot be filled in whole is put aside, and what was typed for it is not written: a half one would stop the program. */
export async function fillWays(
  asker: Asker,
  ways: readonly WayName[],
  known: Known,
  publicName: boolean,
): Promise<{ typed: Known; aside: WayName[] }> {
  let typed: Known = {}
  const aside: WayName[] = []
  for (const way of ways) {
    asker.say(words.way(wayNames[way]))
    const one = await fillWay(asker, way, { ...known, ...typed }, { done: typed, publicName })
    if (one === null) aside.push(way)
    else typed = { ...typed, ...one }
  }
  return { typed, aside }
}

async function fillWay(
  asker: Asker,
  way: WayName,
  known: Known,
  { done, publicName }: { done: Known; publicName: boolean },
): Promise<Known | null> {
  const byUrl =
    way === 'bot' &&
    publicName &&
    (await chooseOne(asker, { ...words.botBy, otherwise: [known.WECOM_BOT_TOKEN ? 'url' : 'line'] })) === 'url'
  const { first, maybe } = byUrl ? BOT_BY_URL : SETTINGS_OF[way]
  if (first.length === 0) {
    asker.say(words.nothingToFill)
    return {}
  }
  if (first.every((name) => done[name] !== undefined) && maybe.length === 0) asker.say(words.filledAlready)
  const other = way === 'bot' ? OF_OTHER_BOT[byUrl ? 'url' : 'line'] : []
  const typed: Partial<Record<SettingName, string>> = Object.fromEntries(other.filter((name) => known[name]).map((name) => [name, '']))
  for (const name of [...first, ...maybe]) {
    // Asked for by a way before this one.
    if (done[name] !== undefined) continue
    const said = await fillIn(asker, name, known)
    if (said === null && first.includes(name)) {
      asker.say(words.aside(wayNames[way], settingsAsked[name].title))
      return null
    }
    if (said === null) continue
    typed[name] = said
    if (name === 'WECOM_ARCHIVE_KEYS') for (const line of await archiveKeys(resolve(projectRoot, said))) asker.say(line)
  }
  const fault = newFault(known, typed)
  if (fault === null) return typed
  asker.say(fault)
  asker.say(words.notWhole(wayNames[way]))
  return null
}

/** What these settings make wrong that was not wrong before. */
function newFault(known: Known, typed: Known): string | null {
  const faultsOf = (settings: Known): readonly string[] => {
    const read = readConfig(settings)
    return 'faults' in read ? read.faults : []
  }
  const before = faultsOf(known)
  return faultsOf({ ...known, ...typed }).find((fault) => !before.includes(fault)) ?? null
}
