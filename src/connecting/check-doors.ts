import type { CallbackKeys } from '../channels/wecom/callback/sealed.ts'
import { probeDoor } from '../channels/wecom/probe-door.ts'
import type { Config } from '../settings/config.ts'
import { checkWords as words } from '../wording/channel-checks.ts'
import { bad, type Finding, well } from './finding.ts'

const OPEN_MS = 8000
const DOOR_WORDS = { open: words.doorOpen, other: words.doorOther, unreachable: words.doorAway } as const

/**
 * Each callback's address, knocked at as the platform does, and what telephones open. Without a name from outside it is only said what
 * the addresses will be.
 */
export async function* checkDoors({ publicUrl, wecom }: Config): AsyncGenerator<Finding> {
  const doors = doorsOf(wecom)
  if (publicUrl === null) {
    if (doors.length > 0) yield well(words.callbacks(doors.map(({ path }) => path)))
    return
  }
  for (const { path, keys } of doors) {
    const probed = await probeDoor(`${publicUrl}${path}`, keys)
    yield (probed === 'open' ? well : bad)(DOOR_WORDS[probed](`${publicUrl}${path}`))
  }
  yield (await isPageOpen(publicUrl)) ? well(words.page(publicUrl)) : bad(words.noPage(publicUrl))
}

/** By a file that every page of ours asks for. */
async function isPageOpen(publicUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${publicUrl}/hand/hand.css`, { signal: AbortSignal.timeout(OPEN_MS) })
    return answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/css')
  } catch {
    return false
  }
}

function doorsOf({ corpId, app, bot, kf }: Config['wecom']): { path: string; keys: CallbackKeys }[] {
  const ofCompany = ({ token, aesKey }: { token: string; aesKey: string }): CallbackKeys => ({ token, aesKey, receiveId: corpId ?? '' })
  return [
    ...(app ? [{ path: '/wecom/app', keys: ofCompany(app) }] : []),
    // A bot's callbacks are of no company.
    ...(bot?.by === 'url' ? [{ path: '/wecom/bot', keys: { token: bot.token, aesKey: bot.aesKey, receiveId: '' } }] : []),
    ...(kf ? [{ path: '/wecom/kf', keys: ofCompany(kf) }] : []),
  ]
}
