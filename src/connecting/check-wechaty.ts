import { createRequire } from 'node:module'
import { probeEndpoint } from '../channels/wechaty/probe.ts'
import type { WechatyConfig } from '../settings/channel-settings.ts'
import { checkWords as words } from '../wording/channel-checks.ts'
import { bad, type Finding, well } from './finding.ts'

const LOCAL_MODULES = createRequire(import.meta.url)

export async function* checkWechaty({ puppet, endpoint }: WechatyConfig): AsyncGenerator<Finding> {
  yield isInstalled(puppet) ? well(words.puppet(puppet)) : bad(words.noPuppet(puppet))
  if (endpoint !== null) yield (await probeEndpoint(endpoint)) ? well(words.gateway(endpoint)) : bad(words.noGateway(endpoint))
}

function isInstalled(puppet: string): boolean {
  try {
    LOCAL_MODULES.resolve(puppet)
    return true
  } catch {
    return false
  }
}
