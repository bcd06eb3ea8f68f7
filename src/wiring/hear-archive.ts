import { randomUUID } from 'node:crypto'
import { accountOf } from '../channels/archive/account-of.ts'
import { type ArchiveEar, archiveEar } from '../channels/archive/connect.ts'
import { openFileLibrary } from '../channels/archive/library/file.ts'
import { LIMITS, openNativeLibrary } from '../channels/archive/library/native.ts'
import type { ArchiveLibrary } from '../channels/archive/library.ts'
import type { WecomApis } from '../channels/wecom/connect.ts'
import type { ChannelLog } from '../ports/channel-log.ts'
import type { Identities } from '../ports/identities.ts'
import type { WecomArchive } from '../settings/channel-settings.ts'
import type { Config } from '../settings/config.ts'
import { leasesOf } from '../store/channel-log.ts'
import { cursorsOf } from '../store/cursors.ts'
import { errandsOf } from '../store/errands.ts'
import { roomMembersOf } from '../store/room-members.ts'
import type { Database } from '../store/transaction.ts'
import { wantedMediaOf } from '../store/wanted-media.ts'
import type { ServedTowns } from './served-towns.ts'

const FOLDER = 'file:'

interface Parts {
  config: Config
  db: Database
  towns: ServedTowns
  apis: Pick<WecomApis, 'archive' | 'contact' | 'app'>
  identities(town: string): Identities
  log: ChannelLog
  mark(externalId: string): string
  machine(): Date
  diary: Record<'info' | 'warn', (fields: object, what: string) => void>
  fault(what: string, thrown: unknown): void
}

/** The company's archive of talk, where it is set up. */
export function hearArchive({ config, db, towns, apis, identities, log, mark, machine, diary, fault }: Parts): ArchiveEar | null {
  const { archive, corpId, botNames } = config.wecom
  if (!archive || !apis.archive || corpId === null) return null
  const town = (): string => {
    const first = towns.first()
    if (first === null) throw new Error('no town is served')
    return first
  }
  return archiveEar({
    library: libraryOf(archive, corpId, machine),
    api: apis.archive,
    contacts: apis.contact ?? apis.app,
    members: roomMembersOf(db, town, identities),
    cursors: cursorsOf(db, town),
    leases: leasesOf(db),
    errands: errandsOf(db, town),
    wanted: wantedMediaOf(db, town),
    log,
    diary: { info: (fields, what) => diary.info(fields, what), warn: (fields, what) => diary.warn(fields, what), fault },
    names: botNames,
    mark,
    hearsVoices: config.settings.hearVoices,
    isServed: () => towns.first() !== null,
    holder: randomUUID(),
    machine,
  })
}

/** Tencent's library, or a folder into which another program writes what it fetches. */
function libraryOf(archive: WecomArchive, corpId: string, now: () => Date): ArchiveLibrary {
  if (archive.sdk.startsWith(FOLDER)) return openFileLibrary(archive.sdk.slice(FOLDER.length))
  return openNativeLibrary({ account: accountOf({ ...archive, corpId }), limits: LIMITS, now })
}
