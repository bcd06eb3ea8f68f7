import { expect, it } from 'vitest'
import { nearlyOpen } from '../../src/connecting/nearly-open.ts'
import { readConfig } from '../../src/settings/config.ts'

const app = {
  ...{ WECOM_CORP_ID: 'ww01', WECOM_AGENT_ID: '1', WECOM_SECRET: 'secret-1', WECOM_TOKEN: 'token' },
  WECOM_AES_KEY: 'a'.repeat(43),
}

it.each([
  [{}, { form: 'PUBLIC_URL' }],
  [{ WECOM_CORP_ID: 'ww01', WECOM_CONTACT_SECRET: 'secret-1' }, { form: 'PUBLIC_URL' }],
  [app, { app: 'PUBLIC_URL', reports: 'PUBLIC_URL', form: 'PUBLIC_URL', mass: 'WECOM_CONTACT_SECRET' }],
  [{ ...app, PUBLIC_URL: 'https://shuoshi.example.cn' }, { mass: 'WECOM_CONTACT_SECRET' }],
])('with %o a single setting is missing of each of %o', (given, wanted) => {
  const config = readConfig(given)
  if ('faults' in config) throw new Error(config.faults.join('\n'))
  expect(Object.fromEntries(nearlyOpen(config).map((it) => [it.way, it.lacks]))).toEqual(wanted)
})
