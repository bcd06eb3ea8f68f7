import { readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { z } from 'zod'
import { keysOf, recordOf } from '../domain/one-of.ts'
import { RETENTION } from '../domain/retention.ts'
import { defaultSettings, type Settings } from '../domain/settings.ts'
import { envFileFaultSentence, linesFaultSentence, roleFaultSentence, settingFaultSentence } from '../wording/startup.ts'
import { CHANNEL_SETTINGS, type ChannelsConfig, channelsOf } from './channel-settings.ts'
import { LLM_SETTINGS, type LlmConfig, llmOf } from './llm-settings.ts'
import { PROCESS_ROLES, type ProcessRole } from './process-role.ts'
import { readEnvFile } from './read-env-file.ts'
import { RETENTION_SETTINGS } from './retention-settings.ts'
import { type Setting, setting } from './setting.ts'

export interface Config extends ChannelsConfig {
  port: number
  host: string
  /** Where telephones reach this program, without a slash at the end; null: only this machine does. */
  publicUrl: string | null
  /** Absolute; everything that is written lies below it. */
  dataDir: string
  /** Null: the embedded PostgreSQL below `dataDir`. */
  databaseUrl: string | null
  /** Closes other people's secrets in the database; null: a key of our own below `dataDir`. */
  secretKey: string | null
  /** What the key above is to become; npm run rotate-key takes it. */
  nextSecretKey: string | null
  /** Opens the operator's page; null: one of our own below `dataDir`. */
  operatorPassword: string | null
  /** Opens `/metrics` and nothing else; null: only the operator's password does. */
  metricsToken: string | null
  /** Whether addresses that others name may lie on this machine or in its network. */
  callPrivate: boolean
  backup: BackupConfig
  /** What of it all this process does. */
  role: ProcessRole
  sandbox: 'auto' | 'on' | 'off'
  sample: boolean
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** Null: no language model, the local reader decides alone. */
  llm: LlmConfig | null
  settings: Settings
}

export interface BackupConfig {
  /** Each night at this time; null: only by hand. */
  at: string | null
  /** Absolute. */
  dir: string
  /** So many nights, and of as many weeks before them one each. */
  keep: number
}

export const projectRoot = resolve(import.meta.dirname, '../..')

const whole = (from: number, to: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(from).max(to))
const share = z
  .string()
  .regex(/^(0|1|0?\.\d+|1\.0+)$/)
  .transform(Number)
const timeOfDay = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/)
  .transform((it) => it.padStart(5, '0'))
const timeOrOff = z.union([z.literal('off').transform(() => null), timeOfDay])
const timesOfDay = z
  .string()
  .transform((it) => it.split(/[,，\s]+/u).filter((t) => t !== ''))
  .pipe(z.array(timeOfDay).min(1).max(6))
  .transform((it) => it.toSorted())
const postgresUrl = z
  .string()
  .refine((it) => URL.canParse(it) && /^postgres(ql)?:$/.test(new URL(it).protocol))
  .transform(asPostgresReadsIt)

/** sslmode=require as PostgreSQL means it: encrypted, whoever it is; the driver by itself would mean more and warn in English. */
function asPostgresReadsIt(address: string): string {
  const url = new URL(address)
  if (/^(?:prefer|require|verify-ca)$/.test(url.searchParams.get('sslmode') ?? '')) url.searchParams.set('uselibpqcompat', 'true')
  return url.href
}

export const SETTINGS = {
  PORT: setting(whole(0, 65535), 3000, ' 0 到 65535 的整数', '3000'),
  HOST: setting(z.string().regex(/^[\w.:%-]+$/), '127.0.0.1', '本机的一个地址', '127.0.0.1'),
  PUBLIC_URL: setting<string | null>(
    z
      .string()
      .refine((it) => URL.canParse(it) && /^https?:$/.test(new URL(it).protocol))
      .transform((it) => it.replace(/\/+$/u, '')),
    null,
    '一个 http 或 https 地址',
    'https://shuoshi.example.cn',
  ),
  DATA_DIR: setting(z.string(), 'data', '一个目录', 'data'),
  DATABASE_URL: {
    ...setting<string | null>(postgresUrl, null, ' PostgreSQL 的连接地址', 'postgresql://用户:密码@主机:5432/数据库名'),
    secret: true,
  },
  SECRET_KEY: { ...setting<string | null>(z.string().min(16), null, '至少 16 个字符', '一串随机的字母和数字'), secret: true },
  SECRET_KEY_NEXT: { ...setting<string | null>(z.string().min(16), null, '至少 16 个字符', '一串随机的字母和数字'), secret: true },
  OPERATOR_PASSWORD: { ...setting<string | null>(z.string().min(8), null, '至少 8 个字符', '自己定的口令'), secret: true },
  METRICS_TOKEN: { ...setting<string | null>(z.string().min(16), null, '至少 16 个字符', '一串随机的字母和数字'), secret: true },
  CALL_PRIVATE: setting(z.enum(['on', 'off']), 'off', ' on 或 off', 'off'),
  BACKUP_AT: setting<string | null>(timeOrOff, '03:10', '一个时刻，或 off', '03:10'),
  BACKUP_DIR: setting<string | null>(z.string(), null, '一个目录', 'data/backup'),
  BACKUP_KEEP: setting(whole(1, 366), 7, ' 1 到 366 的整数', '7'),
  ROLE: setting(z.enum(PROCESS_ROLES), 'all', ' all、door、work、owner 之一', 'all'),
  SANDBOX: setting(z.enum(['auto', 'on', 'off']), 'auto', ' auto、on、off 之一', 'auto'),
  SAMPLE: setting(z.enum(['on', 'off']), 'on', ' on 或 off', 'on'),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    'warn',
    ' fatal、error、warn、info、debug、trace、silent 之一',
    'warn',
  ),
  REPORT_WINDOW_SECONDS: setting(whole(0, 600), defaultSettings.reportWindowSeconds, ' 0 到 600 的整数（秒）', '45'),
  GROUP_POSTS_PER_HOUR: setting(whole(1, 600), defaultSettings.groupPostsPerHour, ' 1 到 600 的整数', '6'),
  QUIET_FROM: setting(timeOfDay, defaultSettings.quietFrom, '一个时刻', '21:30'),
  QUIET_TO: setting(timeOfDay, defaultSettings.quietTo, '一个时刻', '07:00'),
  MORNING_AT: setting(timeOfDay, defaultSettings.morningAt, '一个时刻', '08:40'),
  DIGEST_AT: setting(timeOfDay, defaultSettings.digestAt, '一个时刻', '17:40'),
  BULLETIN_AT: setting(timeOfDay, defaultSettings.bulletinAt, '一个时刻', '10:00'),
  TRIAL: setting(z.enum(['on', 'off']), 'off', ' on 或 off', 'off'),
  LIST_AT: setting<readonly string[]>(timesOfDay, defaultSettings.listAt, '几个时刻，用逗号隔开', '12:00,17:30'),
  LIST_AFTER_TALK: setting(z.enum(['on', 'off']), 'on', ' on 或 off', 'on'),
  OPEN_AT: setting(share, defaultSettings.openAt, ' 0 到 1 的数', '0.70'),
  ASK_AT: setting(share, defaultSettings.askAt, ' 0 到 1 的数', '0.40'),
  LOOKS_PER_DAY: setting(whole(0, 50), defaultSettings.looksPerDay, ' 0 到 50 的整数', '3'),
  ...CHANNEL_SETTINGS,
  ...RETENTION_SETTINGS,
  ...LLM_SETTINGS,
} as const

const absolute = (dir: string): string => (isAbsolute(dir) ? dir : resolve(projectRoot, dir))

export type Environment = Record<string, string | undefined>

/** The environment as one typed object, or a sentence for each setting that cannot be used. */
export function readConfig(env: Environment): Config | { faults: string[] } {
  const faults: string[] = []
  const value = <T>(name: string, from: Setting<T>): T => {
    // An empty line in .env means: not set.
    const text = env[name]?.trim()
    if (text === undefined || text === '') return from.default
    const read = from.read.safeParse(text)
    if (read.success) return read.data
    faults.push(settingFaultSentence(name, from.secret === true ? null : text, from.should, from.example))
    return from.default
  }
  const dataDir = absolute(value('DATA_DIR', SETTINGS.DATA_DIR))
  const backupDir = value('BACKUP_DIR', SETTINGS.BACKUP_DIR)
  const { llm, when, hearVoices } = llmOf(value, faults)
  const config: Config = {
    port: value('PORT', SETTINGS.PORT),
    host: value('HOST', SETTINGS.HOST),
    publicUrl: value('PUBLIC_URL', SETTINGS.PUBLIC_URL),
    dataDir,
    databaseUrl: value('DATABASE_URL', SETTINGS.DATABASE_URL),
    secretKey: value('SECRET_KEY', SETTINGS.SECRET_KEY),
    nextSecretKey: value('SECRET_KEY_NEXT', SETTINGS.SECRET_KEY_NEXT),
    operatorPassword: value('OPERATOR_PASSWORD', SETTINGS.OPERATOR_PASSWORD),
    metricsToken: value('METRICS_TOKEN', SETTINGS.METRICS_TOKEN),
    callPrivate: value('CALL_PRIVATE', SETTINGS.CALL_PRIVATE) === 'on',
    backup: {
      at: value('BACKUP_AT', SETTINGS.BACKUP_AT),
      dir: backupDir === null ? join(dataDir, 'backup') : absolute(backupDir),
      keep: value('BACKUP_KEEP', SETTINGS.BACKUP_KEEP),
    },
    sandbox: value('SANDBOX', SETTINGS.SANDBOX),
    sample: value('SAMPLE', SETTINGS.SAMPLE) === 'on',
    role: value('ROLE', SETTINGS.ROLE),
    logLevel: value('LOG_LEVEL', SETTINGS.LOG_LEVEL),
    llm,
    settings: {
      reportWindowSeconds: value('REPORT_WINDOW_SECONDS', SETTINGS.REPORT_WINDOW_SECONDS),
      groupPostsPerHour: value('GROUP_POSTS_PER_HOUR', SETTINGS.GROUP_POSTS_PER_HOUR),
      quietFrom: value('QUIET_FROM', SETTINGS.QUIET_FROM),
      quietTo: value('QUIET_TO', SETTINGS.QUIET_TO),
      morningAt: value('MORNING_AT', SETTINGS.MORNING_AT),
      digestAt: value('DIGEST_AT', SETTINGS.DIGEST_AT),
      bulletinAt: value('BULLETIN_AT', SETTINGS.BULLETIN_AT),
      trial: value('TRIAL', SETTINGS.TRIAL) === 'on',
      keepDays: recordOf(keysOf(RETENTION), (kind) => value(RETENTION[kind].setting, RETENTION_SETTINGS[RETENTION[kind].setting])),
      listAt: value('LIST_AT', SETTINGS.LIST_AT),
      listAfterTalk: value('LIST_AFTER_TALK', SETTINGS.LIST_AFTER_TALK) === 'on',
      openAt: value('OPEN_AT', SETTINGS.OPEN_AT),
      askAt: value('ASK_AT', SETTINGS.ASK_AT),
      looksPerDay: value('LOOKS_PER_DAY', SETTINGS.LOOKS_PER_DAY),
      askModel: when,
      hearVoices,
    },
    ...channelsOf(value, faults),
  }
  if (config.settings.askAt > config.settings.openAt) faults.push(linesFaultSentence(config.settings.askAt, config.settings.openAt))
  if (config.role !== 'all' && config.databaseUrl === null) faults.push(roleFaultSentence(config.role))
  return faults.length > 0 ? { faults } : config
}

/** What this process was given: its environment, and below it the project's .env file. What is empty there hides nothing. */
export function loadConfig(): Config | { faults: string[] } {
  const file = join(projectRoot, '.env')
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value?.trim()))
  try {
    const { values, faults } = readEnvFile(readFileSync(file), Object.keys(SETTINGS))
    return faults.length > 0 ? { faults } : readConfig({ ...values, ...given })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return readConfig(given)
    return { faults: [envFileFaultSentence(file)] }
  }
}
