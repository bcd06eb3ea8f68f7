import type { ChannelName } from '../../domain/capability.ts'
import type { Channel, Connection } from '../../ports/channel.ts'
import { appChannel } from './app.ts'
import { appchatChannel } from './appchat.ts'
import { CALL_MS } from './http.ts'
import { kfChannel } from './kf.ts'
import { massChannel } from './mass.ts'
import { type QyApi, qyApi } from './qyapi.ts'
import { robotChannel } from './robot.ts'

/** What of WeCom is set up; the robots of groups need nothing but their own keys. */
export interface WecomSetup {
  corpId: string | null
  apiBase: string
  app: { agentId: string; secret: string } | null
  kf: { secret: string } | null
  contactSecret: string | null
  archive: { secret: string } | null
}

/** One client for each secret, so that each token has one cache. */
export interface WecomApis {
  app: QyApi | null
  kf: QyApi | null
  contact: QyApi | null
  archive: QyApi | null
}

export function wecomApis({ corpId, apiBase, app, kf, contactSecret, archive }: WecomSetup, now: () => Date): WecomApis {
  const api = (secret: string | undefined): QyApi | null =>
    secret === undefined || corpId === null ? null : qyApi({ apiBase, corpId, secret, callMs: CALL_MS, now })
  return { app: api(app?.secret), kf: api(kf?.secret), contact: api(contactSecret ?? undefined), archive: api(archive?.secret) }
}

/** Since when the token behind a channel is used. */
export function tokenOf(apis: WecomApis, channel: ChannelName): Date | null {
  if (channel === 'wecom-app' || channel === 'wecom-appchat') return apis.app?.tokenSince() ?? null
  if (channel === 'wecom-kf') return apis.kf?.tokenSince() ?? null
  if (channel === 'wecom-archive') return apis.archive?.tokenSince() ?? null
  return channel === 'wecom-mass' ? (apis.contact?.tokenSince() ?? null) : null
}

/** Every way of speaking that this setup opens. */
export function connectWecom(setup: WecomSetup, apis: WecomApis): Connection {
  const channels: Channel[] = [robotChannel({ apiBase: setup.apiBase, callMs: CALL_MS })]
  if (apis.app && setup.app) channels.push(appChannel(apis.app, setup.app.agentId), appchatChannel(apis.app))
  if (apis.kf) channels.push(kfChannel(apis.kf))
  if (apis.contact) channels.push(massChannel(apis.contact))
  return { channels, start: async () => {}, close: async () => {} }
}
