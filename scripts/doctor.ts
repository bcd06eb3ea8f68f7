// npm run doctor: looks at settings, keys, reachability, fonts and the database, and says in one line each what is wrong and how to mend it.
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { probeEndpoint } from '../src/channels/wechaty/probe.ts'
import { probeSecret } from '../src/channels/wecom/probe.ts'
import { probeLine } from '../src/channels/wecom/probe-line.ts'
import { openConfiguredDatabase } from '../src/database/configured-database.ts'
import { draw } from '../src/pictures/draw.ts'
import { type Config, loadConfig } from '../src/settings/config.ts'
import { openDatabase } from '../src/store/connect.ts'
import { databaseHealth, diskFree, keptKeys } from '../src/store/health.ts'
import { openSealer } from '../src/store/seal.ts'
import { startFaultOf } from '../src/wiring/start-faults.ts'
import { secretNames, doctorWords as words } from '../src/wording/doctor.ts'
import { startFaultSentence, unknownFaultSentence } from '../src/wording/startup.ts'

const LEAST_DISK = 2 * 1024 ** 3
const MOST_SKEW_MS = 5000
const LOCAL_MODULES = createRequire(import.meta.url)

let wrong = 0
const well = (line: string) => console.log(`${words.well}  ${line}`)
const bad = (line: string) => {
  wrong += 1
  console.log(`${words.wrong}  ${line}`)
}

async function checkDatabase(config: Config): Promise<void> {
  const opened = await openConfiguredDatabase(config).catch((fault: unknown) => {
    const known = startFaultOf(fault, config)
    bad(known ? startFaultSentence(known) : unknownFaultSentence(join(config.dataDir, 'log')))
    return null
  })
  if (!opened) return
  const { prisma, close } = openDatabase({ url: opened.url })
  try {
    const { version, milliseconds, durable, skew } = await databaseHealth(prisma)
    if (durable) well(words.database(version, milliseconds))
    else bad(words.notDurable)
    if (Math.abs(skew) > MOST_SKEW_MS) bad(words.skew(Math.abs(skew)))
    else well(words.clock)
    const keys = await keptKeys(prisma, openSealer(config))
    if (keys.closed > 0) bad(words.keysClosed(keys.closed))
    else if (keys.open > 0) well(words.keys(keys.open))
  } finally {
    await close()
    await opened.close()
  }
}

async function checkWecom({ wecom }: Config): Promise<void> {
  const { corpId, apiBase, wsUrl, app, bot, kf, contactSecret } = wecom
  const secrets = [
    [secretNames.app, 'WECOM_SECRET', app?.secret],
    [secretNames.kf, 'WECOM_KF_SECRET', kf?.secret],
    [secretNames.contact, 'WECOM_CONTACT_SECRET', contactSecret],
  ] as const
  if (!app && !bot && !kf && contactSecret === null) return well(words.noWecom)
  for (const [name, setting, secret] of secrets) {
    if (!secret || corpId === null) continue
    const probe = await probeSecret({ apiBase, corpId, secret })
    if (probe === 'ok') well(words.wecom(name))
    else if (probe === 'unreachable') bad(words.wecomUnreachable(name, new URL(apiBase).host))
    else bad(words.wecomRefused(name, setting, probe.kind, probe.errcode))
  }
  if (bot?.by === 'socket') {
    if (await probeLine(wsUrl)) well(words.line(secretNames.bot))
    else bad(words.wecomUnreachable(secretNames.bot, new URL(wsUrl).host))
  }
  const paths = [app && '/wecom/app', bot?.by === 'url' && '/wecom/bot', kf && '/wecom/kf'].filter((it) => typeof it === 'string')
  if (paths.length > 0) well(words.callbacks(paths))
}

/** A picture with Chinese in it can be drawn. */
async function checkFonts(): Promise<void> {
  try {
    await draw({ kind: 'card', heading: words.well, name: words.well, lines: [], foot: '' })
    well(words.font)
  } catch {
    bad(words.noFont)
  }
}

async function checkPuppet({ wechaty }: Config): Promise<void> {
  if (!wechaty) return
  try {
    LOCAL_MODULES.resolve(wechaty.puppet)
    well(words.puppet(wechaty.puppet))
  } catch {
    bad(words.noPuppet(wechaty.puppet))
  }
  if (wechaty.endpoint === null) return
  if (await probeEndpoint(wechaty.endpoint)) well(words.gateway(wechaty.endpoint))
  else bad(words.noGateway(wechaty.endpoint))
}

const config = loadConfig()
if ('faults' in config) for (const fault of config.faults) bad(fault)
else {
  well(words.settings)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 })
  const free = (await diskFree(config.dataDir)) ?? LEAST_DISK
  if (free < LEAST_DISK) bad(words.dataDirFull(config.dataDir, free))
  else well(words.dataDir(config.dataDir, free))
  await checkDatabase(config)
  await checkFonts()
  await checkWecom(config)
  await checkPuppet(config)
}
console.log(words.sum(wrong))
process.exitCode = wrong > 0 ? 1 : 0
