import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { projectRoot, SETTINGS } from '../settings/config.ts'
import { fillWords as words } from '../wording/connect.ts'
import { type SettingName, settingsAsked } from '../wording/settings-asked.ts'
import type { Asker } from './asker.ts'
import { USUAL } from './settings-of.ts'

/** What the settings file holds, and what has been typed since. */
export type Known = Readonly<Partial<Record<SettingName, string>>>

/** What is wrong with what was typed, as far as it can be seen without asking anybody. */
function faultOf(name: SettingName, said: string): string | null {
  const { read, should } = SETTINGS[name]
  if (!read.safeParse(said).success) return words.again(should)
  if (name === 'PUBLIC_URL' && !said.startsWith('https://')) return words.onlyHttps
  const isFile = name === 'WECOM_ARCHIVE_SDK' && !said.startsWith('file:')
  return isFile && !existsSync(resolve(projectRoot, said)) ? words.noFile(said) : null
}

/** One setting, asked until it is well written; null where an empty line leaves it empty. */
export async function fillIn({ say, ask }: Asker, name: SettingName, known: Known): Promise<string | null> {
  const before = known[name] || USUAL[name]
  const { title, where } = settingsAsked[name]
  const shown = before === undefined || ('secret' in SETTINGS[name] && SETTINGS[name].secret) ? null : before
  for (;;) {
    // Windows copies a path with its quotes.
    const said = (await ask(words.question({ title, where, before: before !== undefined, shown }))).replace(/^(["'])(.*)\1$/u, '$2')
    if (said === '') return before ?? null
    const fault = faultOf(name, said)
    if (fault === null) return said
    say(fault)
  }
}
