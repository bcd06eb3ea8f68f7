import { existsSync } from 'node:fs'
import { accountOf } from '../channels/archive/account-of.ts'
import { LIMITS, openNativeLibrary } from '../channels/archive/library/native.ts'
import type { Fetched } from '../channels/archive/library.ts'
import { classOf } from '../channels/wecom/errors.ts'
import type { WecomArchive } from '../settings/channel-settings.ts'
import { checkWords as words } from '../wording/channel-checks.ts'
import { bad, type Finding, well } from './finding.ts'

/** Somebody waits for it. */
const ANSWER_MS = 20_000
const OTHERS = 'file:'

/** Whether WeCom's library loads, logs in and hands out a line that our keys open. Nothing is kept of it. */
export async function checkLibrary(corpId: string, archive: WecomArchive): Promise<Finding> {
  if (archive.sdk.startsWith(OTHERS)) {
    const folder = archive.sdk.slice(OTHERS.length)
    return existsSync(folder) ? well(words.archiveFolder(folder)) : bad(words.noArchiveFolder(folder))
  }
  const library = openNativeLibrary({
    account: accountOf({ ...archive, corpId }),
    limits: { ...LIMITS, answerMs: ANSWER_MS },
    now: () => new Date(),
  })
  try {
    return findingOf(await library.fetch(0, 1))
  } finally {
    await library.close()
  }
}

function findingOf(fetched: Fetched): Finding {
  if (fetched.outcome === 'failed') return bad(words.libraryFailed(fetched.why))
  if (fetched.outcome === 'refused') return bad(words.libraryRefused(classOf(fetched.code), fetched.code))
  const [line] = fetched.lines
  if (line?.talk === null) return bad(words.libraryShut)
  return well(line ? words.library : words.libraryEmpty)
}
