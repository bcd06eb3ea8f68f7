import { z } from 'zod'
import { type Call, type Probe, probe, type Refused } from '../channels/wecom/probe.ts'
import { probeLine } from '../channels/wecom/probe-line.ts'
import type { WecomApp, WecomConfig, WecomKf } from '../settings/channel-settings.ts'
import { type CheckedPart, checkWords as words } from '../wording/channel-checks.ts'
import { bad, type Finding, well } from './finding.ts'

const ANYTHING = z.looseObject({})
const Accounts = z.object({ account_list: z.array(z.unknown()).default([]) })
const Groups = z.object({ group_chat_list: z.array(z.object({ chat_id: z.string() })).default([]) })

/** What one secret of the company finds by one call. */
export const probeOf = <T>({ apiBase, corpId }: WecomConfig, secret: string, call: Call, read: z.ZodType<T>): Promise<Probe<T>> =>
  // A part without the company's id is a fault of the settings, which was told before.
  corpId === null ? Promise.resolve('unreachable') : probe({ apiBase, corpId, secret }, call, read)

export function notFound(part: CheckedPart, { apiBase }: WecomConfig, why: 'unreachable' | Refused): Finding {
  return bad(why === 'unreachable' ? words.unreachable(part, new URL(apiBase).host) : words.refused(part, why))
}

export async function* checkApp(wecom: WecomConfig, { agentId, secret }: WecomApp): AsyncGenerator<Finding> {
  const found = await probeOf(wecom, secret, { get: 'agent/get', query: { agentid: agentId } }, ANYTHING)
  yield isFound(found) ? well(words.app) : notFound('app', wecom, found)
}

/** Most companies have none: nothing is said of it then, unless the township counts on it. */
export async function* checkReports(wecom: WecomConfig, { secret }: WecomApp, wanted: boolean): AsyncGenerator<Finding> {
  const found = await probeOf(wecom, secret, { post: 'report/resident/get_corp_status', body: {} }, ANYTHING)
  if (isFound(found)) yield well(words.reports)
  else if (wanted) yield notFound('reports', wecom, found)
}

export async function* checkBot({ wsUrl }: WecomConfig): AsyncGenerator<Finding> {
  yield (await probeLine(wsUrl)) ? well(words.bot) : bad(words.unreachable('bot', new URL(wsUrl).host))
}

export async function* checkKf(wecom: WecomConfig, { secret }: WecomKf): AsyncGenerator<Finding> {
  const found = await probeOf(wecom, secret, { post: 'kf/account/list', body: { offset: 0, limit: 100 } }, Accounts)
  if (!isFound(found)) yield notFound('kf', wecom, found)
  else if (found.found.account_list.length === 0) yield bad(words.noAccount)
  else yield well(words.kf(found.found.account_list.length))
}

const LIST_GROUPS = { post: 'externalcontact/groupchat/list', body: { status_filter: 0, limit: 1000 } } as const

export async function* checkContact(wecom: WecomConfig, secret: string): AsyncGenerator<Finding> {
  const found = await probeOf(wecom, secret, LIST_GROUPS, Groups)
  if (!isFound(found)) yield notFound('contact', wecom, found)
  else if (found.found.group_chat_list.length === 0) yield bad(words.noGroups)
  else yield well(words.contact(found.found.group_chat_list.length))
}

/** One customer group, for what can only be asked of one; null where none can be seen. */
export async function anyGroup(wecom: WecomConfig): Promise<string | null> {
  const found = wecom.contactSecret === null ? null : await probeOf(wecom, wecom.contactSecret, LIST_GROUPS, Groups)
  return found !== null && isFound(found) ? (found.found.group_chat_list[0]?.chat_id ?? null) : null
}

export const isFound = <T>(probed: Probe<T>): probed is { found: T } => typeof probed === 'object' && 'found' in probed
