import { readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { defaultSettings, type Settings } from './domain/settings.ts'
import { envFileFaultSentence, linesFaultSentence, settingFaultSentence } from './wording/startup.ts'

export interface Config {
  port: number
  host: string
  /** Absolute; everything that is written lies below it. */
  dataDir: string
  /** Null: the embedded PostgreSQL below `dataDir`. */
  databaseUrl: string | null
  sandbox: 'auto' | 'on' | 'off'
  sample: boolean
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  settings: Settings
}

export const projectRoot = resolve(import.meta.dirname, '..')

const whole = (from: number, to: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(from).max(to))
const share = z
  .string()
  .regex(/^(0|1|0?\.\d+|1\.0+)$/)
  .transform(Number)
const timeOfDay = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d$/)
  .transform((it) => it.padStart(5, '0'))
const postgresUrl = z.string().refine((it) => URL.canParse(it) && /^postgres(ql)?:$/.test(new URL(it).protocol))

interface Setting<T> {
  read: z.ZodType<T>
  default: T
  /** Said to whoever wrote it wrongly. */
  should: string
  example: string
  /** Never shown again, not even in a fault. */
  secret?: true
}

const setting = <T>(read: z.ZodType<T>, fallback: T, should: string, example: string): Setting<T> => ({
  read,
  default: fallback,
  should,
  example,
})

export const SETTINGS = {
  PORT: setting(whole(0, 65535), 3000, ' 0 到 65535 的整数', '3000'),
  HOST: setting(z.string().regex(/^[\w.:%-]+$/), '127.0.0.1', '本机的一个地址', '127.0.0.1'),
  DATA_DIR: setting(z.string(), 'data', '一个目录', 'data'),
  DATABASE_URL: {
    ...setting<string | null>(postgresUrl, null, ' PostgreSQL 的连接地址', 'postgresql://用户:密码@主机:5432/数据库名'),
    secret: true,
  },
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
  OPEN_AT: setting(share, defaultSettings.openAt, ' 0 到 1 的数', '0.70'),
  ASK_AT: setting(share, defaultSettings.askAt, ' 0 到 1 的数', '0.40'),
} as const

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
  const dataDir = value('DATA_DIR', SETTINGS.DATA_DIR)
  const config: Config = {
    port: value('PORT', SETTINGS.PORT),
    host: value('HOST', SETTINGS.HOST),
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(projectRoot, dataDir),
    databaseUrl: value('DATABASE_URL', SETTINGS.DATABASE_URL),
    sandbox: value('SANDBOX', SETTINGS.SANDBOX),
    sample: value('SAMPLE', SETTINGS.SAMPLE) === 'on',
    logLevel: value('LOG_LEVEL', SETTINGS.LOG_LEVEL),
    settings: {
      reportWindowSeconds: value('REPORT_WINDOW_SECONDS', SETTINGS.REPORT_WINDOW_SECONDS),
      groupPostsPerHour: value('GROUP_POSTS_PER_HOUR', SETTINGS.GROUP_POSTS_PER_HOUR),
      quietFrom: value('QUIET_FROM', SETTINGS.QUIET_FROM),
      quietTo: value('QUIET_TO', SETTINGS.QUIET_TO),
      morningAt: value('MORNING_AT', SETTINGS.MORNING_AT),
      digestAt: value('DIGEST_AT', SETTINGS.DIGEST_AT),
      openAt: value('OPEN_AT', SETTINGS.OPEN_AT),
      askAt: value('ASK_AT', SETTINGS.ASK_AT),
    },
  }
  if (config.settings.askAt > config.settings.openAt) faults.push(linesFaultSentence(config.settings.askAt, config.settings.openAt))
  return faults.length > 0 ? { faults } : config
}

/** What this process was given: its environment, and below it the project's .env file. */
export function loadConfig(): Config | { faults: string[] } {
  const file = join(projectRoot, '.env')
  try {
    // Notepad on Windows puts a mark before the first name.
    return readConfig({ ...parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')), ...process.env })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return readConfig(process.env)
    return { faults: [envFileFaultSentence(file)] }
  }
}
