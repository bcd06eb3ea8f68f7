import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, vi } from 'vitest'
import { mock } from 'wechaty-puppet-mock'
import { PuppetServer } from 'wechaty-puppet-service'
import { type ApiTown, startApiTown } from './api.ts'
import { archiveStandIn, compiler } from './archive-stand-in.ts'
import { archiveFolder } from './archived.ts'
import { type ModelDouble, startModelDouble } from './model-double.ts'
import { aTakenPort } from './program.ts'
import { type Qyapi, startQyapi } from './qyapi.ts'
import { aPuppet, aVillage } from './wechaty.ts'

const AES = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
const TOKEN = 'insecure_3f2a7c1e-9d40-4a1b-8c55-0e6f1b2d3c4a'
export const PASSWORD = 'passwordOfTheOperator'

export interface AllDoors {
  town: ApiTown
  qyapi: Qyapi
  model: ModelDouble
  /** With which keys WeCom's calls are sealed. */
  keys: Record<'app' | 'kf' | 'bot', { token: string; aesKey: string; receiveId: string }>
  wechaty: { mocker: mock.Mocker; self: mock.ContactMock }
  /** The archive: Tencent's library where a compiler is at hand, a folder else. */
  archive: { say(...talks: object[]): void; media(name: string, bytes: Uint8Array): void }
  /** DATA_DIR. */
  dir: string
  /** All that this process has logged or printed. */
  logged(): string
  close(): Promise<void>
}

function anArchive() {
  if (!compiler) {
    const { folder, write, media, close } = archiveFolder()
    return { corpId: 'ww01', secret: 'secret-of-archive', settings: { WECOM_ARCHIVE_SDK: `file:${folder}` }, say: write, media, close }
  }
  const { account, say, media, close } = archiveStandIn()
  const settings = { WECOM_ARCHIVE_SDK: account.sdk, WECOM_ARCHIVE_KEYS: account.keys }
  return {
    corpId: account.corpId,
    secret: account.secret,
    settings,
    say: (...talks: object[]) => say(talks.map((talk) => ({ talk }))),
    media,
    close,
  }
}

async function aGateway(home: string) {
  vi.stubEnv('HOME', home)
  const mocker = new mock.Mocker()
  const { self } = aVillage(mocker)
  mocker.use(() => {
    if (!mocker.puppet.isLoggedIn) mocker.login(self)
    return () => {}
  })
  const { port, free } = await aTakenPort()
  free()
  const endpoint = `127.0.0.1:${port}`
  const server = new PuppetServer({ endpoint, puppet: aPuppet(mocker), token: TOKEN })
  await server.start()
  return { mocker, self, endpoint, close: () => server.stop() }
}

/** A township of which every door is open, and what stands before each of them. */
export async function openAllDoors(settings: Record<string, string> = {}): Promise<AllDoors> {
  const home = mkdtempSync(join(tmpdir(), 'shuoshi-doors-'))
  const dir = join(home, 'data')
  mkdirSync(dir)
  const printed: string[] = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => void printed.push(words.map(String).join(' ')))
  const archive = anArchive()
  const gateway = await aGateway(home)
  const { corpId } = archive
  const keys = {
    app: { token: 'tokenOfApp', aesKey: AES, receiveId: corpId },
    kf: { token: 'tokenOfKf', aesKey: `b${AES.slice(1)}`, receiveId: corpId },
    bot: { token: 'tokenOfBot', aesKey: `c${AES.slice(1)}`, receiveId: '' },
  }
  const qyapi = await startQyapi({ corpId, secrets: ['secret-of-app', 'secret-of-kf', archive.secret] })
  const model = await startModelDouble()
  const town = await startApiTown({
    ...{ SANDBOX: 'on', REPORT_WINDOW_SECONDS: '0', OPERATOR_PASSWORD: PASSWORD, DATA_DIR: dir, LOG_LEVEL: 'debug' },
    ...{ WECOM_API_BASE: qyapi.base, WECOM_CORP_ID: corpId, WECOM_AGENT_ID: '1', WECOM_SECRET: 'secret-of-app' },
    ...{ WECOM_TOKEN: keys.app.token, WECOM_AES_KEY: keys.app.aesKey },
    ...{ WECOM_KF_SECRET: 'secret-of-kf', WECOM_KF_TOKEN: keys.kf.token, WECOM_KF_AES_KEY: keys.kf.aesKey },
    ...{ WECOM_BOT_ID: 'bot-1', WECOM_BOT_TOKEN: keys.bot.token, WECOM_BOT_AES_KEY: keys.bot.aesKey },
    ...{ WECOM_ARCHIVE_SECRET: archive.secret, ...archive.settings },
    ...{ WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_TOKEN: TOKEN, WECHATY_ENDPOINT: gateway.endpoint },
    ...{ LLM_BASE_URL: model.url, LLM_API_KEY: 'k', LLM_MODEL: 'm', LLM_WHEN: 'always', LLM_TRANSCRIBE_MODEL: 'w' },
    ...settings,
  })
  return {
    ...{ town, qyapi, model, keys, wechaty: gateway, archive, dir },
    logged: () => [...printed, readFileSync(join(inject('logDir'), `${process.pid}.log`), 'utf8')].join('\n'),
    async close() {
      await town.close()
      await gateway.close()
      await qyapi.close()
      await model.close()
      archive.close()
      vi.restoreAllMocks()
      vi.unstubAllEnvs()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
