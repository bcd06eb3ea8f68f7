import type { WayName } from '../domain/ways.ts'
import type { SettingName } from '../wording/settings-asked.ts'

/** What one way is set up by, in the order of the console's pages; what is not in `first` may stay empty. */
interface Asked {
  first: readonly SettingName[]
  maybe: readonly SettingName[]
}

const APP = {
  first: ['PUBLIC_URL', 'WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY'],
  maybe: [],
} as const

export const SETTINGS_OF: Readonly<Record<WayName, Asked>> = {
  app: APP,
  // The application reads the reports.
  reports: APP,
  // The console wants the public key before it is of use to anybody: the pair comes first.
  archive: { first: ['WECOM_ARCHIVE_KEYS', 'WECOM_CORP_ID', 'WECOM_ARCHIVE_SECRET', 'WECOM_ARCHIVE_SDK'], maybe: ['WECOM_ARCHIVE_PROXY'] },
  bot: { first: ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'], maybe: ['BOT_NAMES'] },
  robot: { first: [], maybe: [] },
  mass: { first: ['WECOM_CORP_ID', 'WECOM_CONTACT_SECRET'], maybe: [] },
  kf: { first: ['PUBLIC_URL', 'WECOM_CORP_ID', 'WECOM_KF_SECRET', 'WECOM_KF_TOKEN', 'WECOM_KF_AES_KEY'], maybe: [] },
  form: { first: ['PUBLIC_URL'], maybe: [] },
  wechaty: { first: ['WECHATY_PUPPET'], maybe: ['WECHATY_TOKEN', 'WECHATY_ENDPOINT'] },
}

/** A bot that is reached by an address instead of holding a line. */
export const BOT_BY_URL: Asked = { first: ['PUBLIC_URL', 'WECOM_BOT_ID', 'WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY'], maybe: ['BOT_NAMES'] }

/** A bot has one of the two: by which way it goes, what is taken out. */
export const OF_OTHER_BOT = { line: ['WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY'], url: ['WECOM_BOT_SECRET'] } as const

/** What an empty line means where nothing was written before. */
export const USUAL: Readonly<Partial<Record<SettingName, string>>> = { WECOM_ARCHIVE_KEYS: 'data/archive-keys' }
