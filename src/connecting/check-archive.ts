import { z } from 'zod'
import { AGREED } from '../channels/archive/consent.ts'
import { keyFilesIn } from '../channels/archive/library/key-files.ts'
import type { WecomArchive, WecomConfig } from '../settings/channel-settings.ts'
import { checkWords as words } from '../wording/channel-checks.ts'
import { checkLibrary } from './check-library.ts'
import { anyGroup, isFound, notFound, probeOf } from './check-wecom.ts'
import { bad, type Finding, well } from './finding.ts'

const Seats = z.object({ ids: z.array(z.string()).default([]) })
const Agreed = z.object({ agreeinfo: z.array(z.object({ agree_status: z.string() })).default([]) })

/** The secret and who has a seat, the keys, the library, and whether residents' consent can be asked for. */
export async function* checkArchive(wecom: WecomConfig, archive: WecomArchive): AsyncGenerator<Finding> {
  const { secret, keys } = archive
  const seats = await probeOf(wecom, secret, { post: 'msgaudit/get_permit_user_list', body: {} }, Seats)
  if (!isFound(seats)) yield notFound('archive', wecom, seats)
  else if (seats.found.ids.length === 0) yield bad(words.noSeats)
  else yield well(words.seats(seats.found.ids.length))
  const versions = [...keyFilesIn(keys).keys()].toSorted((a, b) => a - b)
  yield versions.length > 0 ? well(words.archiveKeys(versions)) : bad(words.noArchiveKeys(keys))
  if (wecom.corpId !== null) yield await checkLibrary(wecom.corpId, archive)
  const group = isFound(seats) ? await anyGroup(wecom) : null
  if (group === null) return
  const agreed = await probeOf(wecom, secret, { post: 'msgaudit/check_room_agree', body: { roomid: group } }, Agreed)
  if (!isFound(agreed)) yield notFound('consent', wecom, agreed)
  else
    yield well(words.consent(agreed.found.agreeinfo.filter((it) => AGREED.includes(it.agree_status)).length, agreed.found.agreeinfo.length))
}
