import { notInstalled } from '../../wording/channels.ts'
import type { OpenBot } from './bot.ts'
import { botOf, type FileOf, type Library } from './library.ts'

export interface WechatySetup {
  /** A package name. */
  puppet: string
  token: string | null
  /** Host and port of the gateway; null: it is looked up by the token. */
  endpoint: string | null
}

type Puppet = new (options: object) => object
interface Loaded {
  WechatyBuilder?: unknown
  FileBox?: unknown
  default?: unknown
  log?: unknown
}

const isLibrary = (it: Loaded): it is Loaded & Library =>
  typeof it.WechatyBuilder === 'function' && 'build' in it.WechatyBuilder && typeof it.WechatyBuilder.build === 'function'
const isPuppet = (it: unknown): it is Puppet => typeof it === 'function'

/** The package that was named, of the fork where the puppet is the fork's. Nothing of Wechaty is loaded before. */
async function load(name: string): Promise<Loaded> {
  try {
    const loaded: Loaded = await import(name)
    return loaded
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ERR_MODULE_NOT_FOUND') throw new Error(notInstalled(name))
    throw fault
  }
}

/** It writes tokens and what people say to the console. */
function hush({ log }: Loaded): void {
  if (typeof log === 'object' && log !== null && 'level' in log && typeof log.level === 'function') log.level('silent')
}

/** Opens a bot of whichever library the puppet belongs to. `memory`: where a puppet that logs in by itself keeps that. */
export function wechatyBots({ puppet, token, endpoint }: WechatySetup, memory: string): OpenBot {
  return async (ears) => {
    const library = await load(puppet.startsWith('@juzi/') ? '@juzi/wechaty' : 'wechaty')
    const { FileBox } = await load('file-box')
    const loaded = await load(puppet)
    for (const it of [library, loaded]) hush(it)
    const Puppet = loaded.default
    if (!isLibrary(library) || !isPuppet(Puppet) || !hasFromBase64(FileBox)) throw new Error(notInstalled(puppet))
    const options = { ...(token !== null && { token }), ...(endpoint !== null && { endpoint }) }
    const fileOf: FileOf = (base64, name) => FileBox.fromBase64(base64, name)
    return botOf(library, fileOf, new Puppet(options), puppet.endsWith('puppet-service') ? null : memory, ears)
  }
}

const hasFromBase64 = (it: unknown): it is { fromBase64(base64: string, name: string): unknown } =>
  typeof it === 'function' && 'fromBase64' in it && typeof it.fromBase64 === 'function'
