import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleDuties } from '../../src/roster/duty-list.ts'
import { writeWorkbook } from '../../src/roster/write.ts'
import { smallTownship } from '../roster/small-township.ts'
import { openBrowser } from '../support/browser.ts'
import { findInPlain } from '../support/find-everywhere.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'
import { startTown, type Town } from '../support/town.ts'

const PASSWORD = 'a password of ours'
/** One story: each step stands on the one before. */
const PATIENT = { timeout: 60_000 }
let dir = ''
let town: Town
let qyapi: Qyapi
let browser: Browser | null = null
let page: Page | null = null

const open = async (path: string): Promise<Page | null> => {
  await page?.goto(town.url + path)
  return page
}
const upload = async (it: Page, file: string) => {
  await it.setInputFiles('input[name=workbook]', join(dir, file))
  await it.getByRole('button', { name: '上传，看一看' }).click()
}
const stepOf = (it: Page, name: string) => it.locator('li.step').filter({ has: it.getByRole('heading', { name }) })

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'first-steps-'))
  const good = { ...smallTownship(), duties: [...sampleDuties] }
  await writeWorkbook(good, join(dir, 'good.xlsx'), { exampleOnly: false })
  const people = good.people.map((p) => (p.id === 'P1' ? { ...p, phone: '12345' } : p))
  await writeWorkbook({ ...good, people, households: [] }, join(dir, 'bad.xlsx'), { exampleOnly: false })
  qyapi = await startQyapi()
  qyapi.customerGroups = [{ chatId: 'wr01', name: '东坡村客户群', owner: 'LiMin' }]
  const wecom = { WECOM_API_BASE: qyapi.base, WECOM_CORP_ID: 'ww01', WECOM_CONTACT_SECRET: 'secret-1' }
  const settings = { SAMPLE: 'off', SANDBOX: 'on', OPERATOR_PASSWORD: PASSWORD, TALK_KEEP_DAYS: '3', ...wecom }
  town = await startTown(settings, '2026-11-24T09:00:00+08:00')
  browser = await openBrowser()
  page = (await browser?.newPage({ javaScriptEnabled: false, acceptDownloads: true })) ?? null
  page?.setDefaultTimeout(20_000)
})
afterAll(async () => {
  await browser?.close()
  await town.close()
  await qyapi.close()
  await rm(dir, { recursive: true, force: true })
})

describe('a township that begins', () => {
  it('is led from an empty database to its first step', PATIENT, async (test) => {
    const it = await open('/')
    if (!it) return test.skip()
    await it.getByLabel('口令').fill(PASSWORD)
    await it.getByRole('button', { name: '登录' }).click()
    await it.getByRole('heading', { name: '从头开始' }).waitFor()
    expect(await it.locator('[aria-current="step"] h2').textContent()).toContain('装上本镇的名册和清单')
    for (const path of ['/status/papers', '/status/keys', '/status/start/try', '/status/start/notice']) {
      await open(path)
      await it.getByText('还没有装上本镇的名册和清单').waitFor()
    }
    const status = await fetch(`${town.url}/status.json`, { headers: { authorization: `Bearer ${PASSWORD}` } })
    expect([status.status, await status.json()]).toMatchObject([503, { ok: false, troubles: [expect.stringContaining('/status/start')] }])
    await open('/status/start')
    const download = it.waitForEvent('download')
    await it.getByRole('link', { name: '下载空表' }).click()
    expect((await download).suggestedFilename()).toBe('本镇名册和清单.xlsx')
  })

  it('reads what is wrong with its workbook, by cell', PATIENT, async (test) => {
    const it = await open('/status/start')
    if (!it) return test.skip()
    await upload(it, 'bad.xlsx')
    await it.getByRole('heading', { name: '有2处要改，什么都没有动' }).waitFor()
    expect(await it.locator('.faults tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/人员\s+第2行\s+电话\s+C2\s+电话“12345”不对/u),
      expect.stringMatching(/人员\s+第4行\s+住户编号\s+D4\s+“住户”表里没有编号“H1”/u),
    ])
    expect(await town.rows('SELECT id FROM "Town"')).toEqual([])
  })

  it('sees what would change, and applies it by a second button', PATIENT, async (test) => {
    const it = await open('/status/start')
    if (!it) return test.skip()
    await upload(it, 'good.xlsx')
    await it.getByRole('heading', { name: '可以装了' }).waitFor()
    await it.getByText('人员：新增 4').waitFor()
    expect(await town.rows('SELECT id FROM "Town"')).toEqual([])
    await it.getByRole('button', { name: '装进来' }).click()
    await it.getByText('装好了，现在就用上了。').waitFor()
    expect(await stepOf(it, '装上本镇的名册和清单').locator('.tag').textContent()).toBe('做好了')
    expect(await stepOf(it, '接上企业微信').locator('.lacking').textContent()).toContain('说事码只差一项PUBLIC_URL（从外面打得开的网址）')
    // The same file again says that there is nothing to do.
    await stepOf(it, '装上本镇的名册和清单').getByText('怎么做').click()
    await upload(it, 'good.xlsx')
    await it.getByRole('heading', { name: '和现在用的一样，不用装。' }).waitFor()
    expect(await town.rows(`SELECT 1 FROM "Person" WHERE phone IS NOT NULL`)).toHaveLength(1)
    expect(await findInPlain(town, ['19900000001'])).toEqual([])
  })

  it('binds its first group', PATIENT, async (test) => {
    const it = await open('/status')
    if (!it) return test.skip()
    await it.getByRole('button', { name: '取客户群' }).click()
    await it.getByRole('button', { name: '接入', exact: true }).click()
    await it.getByText('好了。').waitFor()
    await open('/status/start')
    await it.getByText('接入了1个群').waitFor()
  })

  it('tries a sentence that reaches nobody', PATIENT, async (test) => {
    const it = await open('/status/start/try')
    if (!it) return test.skip()
    await it.getByLabel('村民说').fill('一社路口的路灯不亮了')
    await it.getByRole('button', { name: '演一遍' }).click()
    await it.getByRole('heading', { name: '会登记下来' }).waitFor()
    expect(await it.locator('.sayings li').allInnerTexts()).toEqual([
      expect.stringMatching(/^群里\s+【东01】已登记：一社路口路灯不亮。唐顺负责，12月3日（周四）前办。$/u),
      expect.stringMatching(/^单独发给唐顺\s+【东01】一社路口路灯不亮/u),
    ])
    await it.getByLabel('村民说').fill('隔壁占了我家地界，吵了几天了')
    await it.getByRole('button', { name: '演一遍' }).click()
    await it.getByText('【东01】收到，已转责任干部，会单独联系您。').waitFor()
    for (const table of ['Ticket', 'Report', 'TicketCounter']) expect(await town.rows(`SELECT 1 FROM "${table}"`)).toEqual([])
    expect(await town.rows(`SELECT 1 FROM "Message" WHERE channel = 'rehearsal'`)).toEqual([])
    expect(await town.rows(`SELECT 1 FROM "Notice" WHERE text LIKE '%东01%'`)).toEqual([])
  })

  it('tells its villagers, with the days of its settings', PATIENT, async (test) => {
    const it = await open('/status/start/notice')
    if (!it) return test.skip()
    // A customer group cannot be heard.
    expect(await it.getByLabel('发到群里的话').inputValue()).toMatch(/群里的话它听不见.*闲话3天就删.*“不公开”.*“忘记我”/su)
    // Copied by a button where scripts run, and by hand where not.
    expect(await it.getByRole('button', { name: '复制这段话' }).isVisible()).toBe(false)
    const download = it.waitForEvent('download')
    await it.getByRole('link', { name: '下载 PDF' }).click()
    expect((await download).suggestedFilename()).toBe('东坡村告知.pdf')
    await it.getByRole('button', { name: '贴好、发好了' }).click()
    expect(await stepOf(it, '告诉村民').locator('.tag').textContent()).toBe('做好了')
  })

  it('has a quiet week, and then all is done', PATIENT, async (test) => {
    const it = await open('/status/start')
    if (!it) return test.skip()
    // Once `npm run backup` has made one.
    await town.sql(`INSERT INTO "BackupRun" (name, dir, "startedAt", "endedAt", bytes) VALUES ('1', '/backup', now(), now(), 1)`)
    await town.tell('P1', '先听一周 东坡村')
    await town.settle()
    await open('/status/start')
    await it.getByText('1个群正在听').waitFor()
    await it.getByText('都做好了，村里可以用了。').waitFor()
  })
})
