import { resolve } from 'node:path'
import { z } from 'zod'
import { BOT_NAMES } from '../domain/bot-name.ts'
import { keysOf, recordOf } from '../domain/one-of.ts'
import { bothFaultSentence, halfFaultSentence, needsFaultSentence } from '../wording/startup.ts'
import { type Setting, setting } from './setting.ts'

export interface WecomApp {
  agentId: string
  secret: string
  token: string
  aesKey: string
}

/** By long connection, or by URL; a bot has one of the two. */
export type WecomBot = { id: string } & ({ by: 'socket'; secret: string } | { by: 'url'; token: string; aesKey: string })

export interface WecomKf {
  secret: string
  token: string
  aesKey: string
}

/** The company's message archive, which it pays for. */
export interface WecomArchive {
  secret: string
  /** The folder of its private keys, absolute. */
  keys: string
  /** WeCom's own library, absolute, or `file:` and a folder that something else fills. */
  sdk: string
  proxy: string | null
}

/** Its parts are null where they are not set up; a group's robot needs none of them. */
export interface WecomConfig {
  /** Null where only an AI bot is set up, which needs none. */
  corpId: string | null
  /** Ends with a slash. */
  apiBase: string
  wsUrl: string
  /** What people @ in its groups. */
  botNames: readonly string[]
  app: WecomApp | null
  bot: WecomBot | null
  kf: WecomKf | null
  contactSecret: string | null
  archive: WecomArchive | null
}

export interface WechatyConfig {
  puppet: string
  token: string | null
  endpoint: string | null
}

export interface ChannelsConfig {
  wecom: WecomConfig
  wechaty: WechatyConfig | null
}

const url = (protocols: RegExp) => z.string().refine((it) => URL.canParse(it) && protocols.test(new URL(it).protocol))
const secret = (read: z.ZodType<string>, should: string): Setting<string | null> => ({
  ...setting<string | null>(read, null, should, '后台里的原文'),
  secret: true,
})
const aesKey = secret(z.string().regex(/^[0-9a-zA-Z]{43}$/), '后台里的 43 个字母和数字')
const token = secret(z.string().regex(/^[0-9a-zA-Z]{1,32}$/), '后台里的一串字母和数字，最多 32 个')
const anySecret = secret(z.string().regex(/^\S{8,200}$/), '后台里的一串字母和数字')

const names = z
  .string()
  .transform((it) => it.split(/[,，、]/u).map((name) => name.trim().replace(/^[@＠]/u, '')))
  .pipe(z.array(z.string().min(1).max(40)).min(1).max(20))

export const CHANNEL_SETTINGS = {
  BOT_NAMES: setting<readonly string[]>(names, BOT_NAMES, '机器人在群里的名字，几个用逗号隔开', '说事,坪头小助手'),
  WECOM_CORP_ID: setting<string | null>(
    z.string().regex(/^[\w-]{4,64}$/),
    null,
    '企业 ID，在管理后台“我的企业”最下面',
    'ww0123456789abcdef',
  ),
  WECOM_AGENT_ID: setting<string | null>(z.string().regex(/^\d{1,12}$/), null, '应用的 AgentId，一串数字', '1000002'),
  WECOM_SECRET: anySecret,
  WECOM_TOKEN: token,
  WECOM_AES_KEY: aesKey,
  WECOM_BOT_ID: setting<string | null>(z.string().regex(/^\S{4,128}$/), null, '智能机器人的 Bot ID', '后台里的原文'),
  WECOM_BOT_SECRET: anySecret,
  WECOM_BOT_TOKEN: token,
  WECOM_BOT_AES_KEY: aesKey,
  WECOM_KF_SECRET: anySecret,
  WECOM_KF_TOKEN: token,
  WECOM_KF_AES_KEY: aesKey,
  WECOM_CONTACT_SECRET: anySecret,
  WECOM_ARCHIVE_SECRET: anySecret,
  WECOM_ARCHIVE_KEYS: setting<string | null>(z.string(), null, '放私钥的目录', 'data/archive-keys'),
  WECOM_ARCHIVE_SDK: setting<string | null>(
    z.string().regex(/^file:.+|\.(?:so|dll)$/iu),
    null,
    '企业微信存档程序库的位置，以 .so 或 .dll 结尾',
    'data/libWeWorkFinanceSdk_C.so',
  ),
  // May hold a password.
  WECOM_ARCHIVE_PROXY: {
    ...setting<string | null>(url(/^https?:$/), null, '一个 http 或 https 地址', 'http://10.0.0.1:8080'),
    secret: true,
  },
  WECOM_API_BASE: setting(
    url(/^https?:$/),
    'https://qyapi.weixin.qq.com/cgi-bin/',
    '一个 http 或 https 地址',
    'https://qyapi.weixin.qq.com/cgi-bin/',
  ),
  WECOM_WS_URL: setting(url(/^wss?:$/), 'wss://openws.work.weixin.qq.com', '一个 ws 或 wss 地址', 'wss://openws.work.weixin.qq.com'),
  WECHATY_PUPPET: setting<string | null>(z.string().regex(/^[@\w/.-]{3,100}$/), null, '一个 puppet 的包名', 'wechaty-puppet-service'),
  WECHATY_TOKEN: anySecret,
  WECHATY_ENDPOINT: setting<string | null>(z.string().regex(/^[\w.[\]:-]+:\d+$/), null, '主机:端口', '127.0.0.1:8788'),
} as const

type Name = Exclude<keyof typeof CHANNEL_SETTINGS, 'BOT_NAMES'>
type Read = <T>(name: string, from: Setting<T>) => T
type Fault = (sentence: string) => void

/** All settings of a group, or null where none is set; a half one is a fault. */
function whole<N extends Name>(group: string, texts: Record<N, string | null>, fault: Fault): Record<N, string> | null {
  const missing = keysOf(texts).filter((name) => texts[name] === null)
  if (missing.length === 0) return texts as Record<N, string>
  if (missing.length < Object.keys(texts).length) fault(halfFaultSentence(group, missing))
  return null
}

/** Whether any platform is set up, so that the township's real groups are somewhere else than in the sandbox. */
export const hasChannels = ({ wecom, wechaty }: ChannelsConfig): boolean =>
  [wecom.app, wecom.bot, wecom.kf, wecom.contactSecret, wecom.archive, wechaty].some((part) => part !== null)

export function channelsOf(read: Read, faults: string[]): ChannelsConfig {
  const fault = (sentence: string) => faults.push(sentence)
  const text = (name: Name): string | null => {
    const before = faults.length
    const found = read<string | null>(name, CHANNEL_SETTINGS[name] as Setting<string | null>)
    // Wrongly written has been said already; it is not missing.
    return faults.length > before ? '' : found
  }
  const texts = <N extends Name>(...names: N[]) => recordOf(names, text)
  const app = texts('WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY')
  const kf = texts('WECOM_KF_SECRET', 'WECOM_KF_TOKEN', 'WECOM_KF_AES_KEY')
  const bot = texts('WECOM_BOT_ID', 'WECOM_BOT_SECRET', 'WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY')
  const { WECOM_CORP_ID: corpId, WECOM_CONTACT_SECRET: contactSecret } = texts('WECOM_CORP_ID', 'WECOM_CONTACT_SECRET')
  const archive = texts('WECOM_ARCHIVE_SECRET', 'WECOM_ARCHIVE_KEYS', 'WECOM_ARCHIVE_SDK')
  // What another program has fetched is opened already.
  if (archive.WECOM_ARCHIVE_SDK?.startsWith('file:')) archive.WECOM_ARCHIVE_KEYS ??= ''
  const begun = [...Object.values(app), ...Object.values(kf), ...Object.values(archive), contactSecret].some((it) => it !== null)
  if (corpId === null && begun) fault(needsFaultSentence('WECOM_CORP_ID', '企业微信'))
  if (corpId !== null && !begun && Object.values(bot).every((it) => it === null)) fault(needsFaultSentence('WECOM_AGENT_ID', '企业微信'))
  const base = read('WECOM_API_BASE', CHANNEL_SETTINGS.WECOM_API_BASE)
  const wholeApp = whole('企业微信应用', app, fault)
  const wholeKf = whole('微信客服', kf, fault)
  const wholeArchive = whole('会话内容存档', archive, fault)
  return {
    wecom: {
      corpId,
      botNames: read('BOT_NAMES', CHANNEL_SETTINGS.BOT_NAMES),
      apiBase: base.endsWith('/') ? base : `${base}/`,
      wsUrl: read('WECOM_WS_URL', CHANNEL_SETTINGS.WECOM_WS_URL),
      app: wholeApp && {
        agentId: wholeApp.WECOM_AGENT_ID,
        secret: wholeApp.WECOM_SECRET,
        token: wholeApp.WECOM_TOKEN,
        aesKey: wholeApp.WECOM_AES_KEY,
      },
      bot: botOf(bot, fault),
      kf: wholeKf && { secret: wholeKf.WECOM_KF_SECRET, token: wholeKf.WECOM_KF_TOKEN, aesKey: wholeKf.WECOM_KF_AES_KEY },
      contactSecret,
      archive: wholeArchive && {
        secret: wholeArchive.WECOM_ARCHIVE_SECRET,
        keys: fromRoot(wholeArchive.WECOM_ARCHIVE_KEYS),
        sdk: sdkOf(wholeArchive.WECOM_ARCHIVE_SDK),
        proxy: text('WECOM_ARCHIVE_PROXY'),
      },
    },
    wechaty: wechatyOf(texts('WECHATY_PUPPET', 'WECHATY_TOKEN', 'WECHATY_ENDPOINT'), fault),
  }
}

const fromRoot = (path: string): string => resolve(import.meta.dirname, '../..', path)
const sdkOf = (where: string): string => (where.startsWith('file:') ? `file:${fromRoot(where.slice('file:'.length))}` : fromRoot(where))

type Texts<N extends Name> = Record<N, string | null>

function botOf(it: Texts<'WECOM_BOT_ID' | 'WECOM_BOT_SECRET' | 'WECOM_BOT_TOKEN' | 'WECOM_BOT_AES_KEY'>, fault: Fault): WecomBot | null {
  const { WECOM_BOT_ID, WECOM_BOT_SECRET, WECOM_BOT_TOKEN, WECOM_BOT_AES_KEY } = it
  const isUrl = WECOM_BOT_TOKEN !== null || WECOM_BOT_AES_KEY !== null
  if (WECOM_BOT_SECRET !== null && isUrl) {
    fault(bothFaultSentence('WECOM_BOT_SECRET', 'WECOM_BOT_TOKEN、WECOM_BOT_AES_KEY'))
    return null
  }
  const byUrl = isUrl ? whole('智能机器人', { WECOM_BOT_ID, WECOM_BOT_TOKEN, WECOM_BOT_AES_KEY }, fault) : null
  if (isUrl) return byUrl && { id: byUrl.WECOM_BOT_ID, by: 'url', token: byUrl.WECOM_BOT_TOKEN, aesKey: byUrl.WECOM_BOT_AES_KEY }
  const bySocket = whole('智能机器人', { WECOM_BOT_ID, WECOM_BOT_SECRET }, fault)
  return bySocket && { id: bySocket.WECOM_BOT_ID, by: 'socket', secret: bySocket.WECOM_BOT_SECRET }
}

function wechatyOf(
  {
    WECHATY_PUPPET: puppet,
    WECHATY_TOKEN: key,
    WECHATY_ENDPOINT: endpoint,
  }: Texts<'WECHATY_PUPPET' | 'WECHATY_TOKEN' | 'WECHATY_ENDPOINT'>,
  fault: Fault,
): WechatyConfig | null {
  if (puppet === null && (key !== null || endpoint !== null)) fault(needsFaultSentence('WECHATY_PUPPET', 'Wechaty'))
  // A gateway is reached by its token; other puppets log in by themselves.
  if (puppet?.endsWith('puppet-service') && key === null) fault(needsFaultSentence('WECHATY_TOKEN', 'Wechaty'))
  return puppet === null ? null : { puppet, token: key, endpoint }
}
