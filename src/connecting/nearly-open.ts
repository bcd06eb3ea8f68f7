import { keysOf } from '../domain/one-of.ts'
import { WAYS, type WayName } from '../domain/ways.ts'
import type { Config } from '../settings/config.ts'
import type { SettingName } from '../wording/settings-asked.ts'
import { SETTINGS_OF, USUAL } from './settings-of.ts'

export interface NearlyOpen {
  way: WayName
  /** The one setting that it waits for. */
  lacks: SettingName
}

/** What is written of a configuration that is whole: a half one did not start. */
function writtenIn({ publicUrl, wecom, wechaty }: Config): (name: SettingName) => boolean {
  return (name) => {
    if (name === 'PUBLIC_URL') return publicUrl !== null
    if (name === 'WECOM_CORP_ID') return wecom.corpId !== null
    if (name === 'WECOM_CONTACT_SECRET') return wecom.contactSecret !== null
    if (name.startsWith('WECOM_BOT_')) return wecom.bot !== null
    if (name.startsWith('WECOM_KF_')) return wecom.kf !== null
    if (name.startsWith('WECOM_ARCHIVE_')) return wecom.archive !== null
    return name.startsWith('WECHATY_') ? wechaty !== null : wecom.app !== null
  }
}

/** The official ways of which a single setting is not written. Pure. */
export function nearlyOpen(config: Config): NearlyOpen[] {
  const isWritten = writtenIn(config)
  return keysOf<WayName>(WAYS).flatMap((way) => {
    const [lacks, ...others] = SETTINGS_OF[way].first.filter((name) => !isWritten(name) && USUAL[name] === undefined)
    return lacks !== undefined && others.length === 0 && WAYS[way].official ? [{ way, lacks }] : []
  })
}
