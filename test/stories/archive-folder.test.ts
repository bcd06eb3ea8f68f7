import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ArchiveFolder, archiveFolder, bindArchive, talkOf, wm } from '../support/archived.ts'
import { findInPlain } from '../support/find-everywhere.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'
import { startTown, type Town } from '../support/town.ts'

const ROOM = 'wrPingtou'
const PHOTO = Buffer.from('89504e470d0a1a0a', 'hex')
const PASSWORD = 'passwordOfTheOperator'

let qyapi: Qyapi
let folder: ArchiveFolder
let town: Town

beforeAll(async () => {
  qyapi = await startQyapi({ secrets: ['secret-of-archive'] })
  qyapi.serve.set('msgaudit/check_room_agree', () => ({
    errcode: 0,
    agreeinfo: [
      { exteranalopenid: wm('Zhou'), agree_status: 'Agree' },
      { exteranalopenid: wm('Mute'), agree_status: 'Disagree' },
    ],
  }))
  folder = archiveFolder()
  town = await startTown({
    ...{ SANDBOX: 'on', OPERATOR_PASSWORD: PASSWORD, REPORT_WINDOW_SECONDS: '0', WECOM_API_BASE: qyapi.base, WECOM_CORP_ID: 'ww01' },
    ...{ WECOM_ARCHIVE_SECRET: 'secret-of-archive', WECOM_ARCHIVE_SDK: `file:${folder.folder}` },
  })
  const group = await town.group('坪头村')
  await bindArchive(town, ROOM, group.id)
})
afterAll(async () => {
  await town.close()
  await qyapi.close()
  folder.close()
})

const until = (what: () => Promise<boolean>) => expect.poll(what, { timeout: 20_000, interval: 100 }).toBe(true)
const status = async () =>
  (await (await fetch(`${town.url}/status.json`, { headers: { authorization: `Basic ${btoa(`operator:${PASSWORD}`)}` } })).json()) as {
    channels: { channel: string; open: boolean; upSince: string | null }[]
    groups: { channel: string; consent: object | null }[]
  }

it('turns what another program has fetched into a matter with its photo, and the operator sees who has agreed', async () => {
  const item = [
    { type: 'text', content: JSON.stringify({ content: '@说事 三社路口的路灯又不亮了' }) },
    { type: 'image', content: JSON.stringify({ sdkfileid: 'file-of-lamp', md5sum: 'x', filesize: PHOTO.length }) },
  ]
  folder.media('file-of-lamp', PHOTO)
  const now = new Date()
  folder.write(
    talkOf('a1', wm('Zhou'), 'wrElsewhere', now, '别的群里的话'),
    talkOf('a2', wm('Mute'), ROOM, now, '没有同意的人说的话'),
    talkOf('a3', wm('Zhou'), ROOM, now, { msgtype: 'mixed', mixed: { item } }),
  )
  await until(async () => {
    await town.settle()
    return (await town.rows('SELECT 1 FROM "Photo"')).length === 1
  })
  expect(await town.tickets(`village=${encodeURIComponent('坪头村')}`)).toMatchObject([{ duty: 'V-LAMP', title: '三社路口路灯不亮' }])
  const texts = await town.rows<{ text: string }>(`SELECT text FROM "Message" WHERE channel = 'wecom-archive' ORDER BY seq`)
  expect(texts).toEqual([{ text: '三社路口的路灯又不亮了' }, { text: '' }])
  expect(await findInPlain(town, ['路灯又不亮', '别的群里的话', '没有同意的人', wm('Mute')])).toEqual([])
  const { channels, groups } = await status()
  expect(channels.find((c) => c.channel === 'wecom-archive')).toMatchObject({ open: true, upSince: expect.any(String) })
  expect(groups.find((g) => g.consent !== null)).toMatchObject({ channel: 'wecom-archive', consent: { agreed: 1, all: 2 } })
})
