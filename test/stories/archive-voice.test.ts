import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArchiveStandIn, archiveStandIn, compiler, needsCompiler } from '../support/archive-stand-in.ts'
import { bindArchive, talkOf, wm } from '../support/archived.ts'
import { type ModelDouble, startModelDouble } from '../support/model-double.ts'
import { type Qyapi, startQyapi } from '../support/qyapi.ts'
import { type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

const ROOM = 'wrPingtou'
/** More than one piece of what the library gives. */
const RECORDING = Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(700 * 1024, 7)])

describe.skipIf(!compiler)(`a voice in the archive${needsCompiler}`, () => {
  let archive: ArchiveStandIn
  let qyapi: Qyapi
  let double: ModelDouble
  let town: Town
  let scene: Scene
  let spoken = 0

  beforeAll(async () => {
    archive = archiveStandIn()
    const { corpId, secret, keys, sdk } = archive.account
    qyapi = await startQyapi({ corpId, secrets: [secret] })
    const agreeinfo = [{ exteranalopenid: wm('Zhou'), agree_status: 'Agree' }]
    qyapi.serve.set('msgaudit/check_room_agree', () => ({ errcode: 0, agreeinfo }))
    double = await startModelDouble()
    town = await startTown(
      {
        ...{ SANDBOX: 'on', LLM_BASE_URL: double.url, LLM_API_KEY: 'k', LLM_MODEL: 'm', LLM_WHEN: 'never', LLM_TRANSCRIBE_MODEL: 'w' },
        ...{ WECOM_API_BASE: qyapi.base, WECOM_CORP_ID: corpId, WECOM_ARCHIVE_SECRET: secret },
        ...{ WECOM_ARCHIVE_KEYS: keys, WECOM_ARCHIVE_SDK: sdk },
      },
      '2026-12-01T09:00:00+08:00',
    )
    scene = await sceneIn(town, '坪头村')
    await bindArchive(town, ROOM, scene.group)
  })
  afterAll(async () => {
    await town.close()
    await double.close()
    await qyapi.close()
    archive.close()
  })

  /** Somebody speaks, and what is made of it is on record. */
  async function speak(says: string | null): Promise<void> {
    spoken += 1
    double.answers(() => (says === null ? { status: 500, type: 'text/plain', body: '' } : { says }))
    archive.media(`file${spoken}`, RECORDING)
    const voice = { msgtype: 'voice', voice: { sdkfileid: `file${spoken}`, play_length: 9 } }
    archive.say([{ talk: talkOf(`v${spoken}`, wm('Zhou'), ROOM, new Date(), voice) }])
    const settled = async () => {
      await town.settle()
      return (await town.rows('SELECT 1 FROM "Report" WHERE "closedAt" IS NOT NULL')).length
    }
    await expect.poll(settled, { timeout: 20_000, interval: 100 }).toBe(spoken)
  }
  const clerksWords = () => scene.words(scene.cadre('clerk'))

  it('is fetched in pieces, written down, and becomes a matter by the clerk, for its speaker cannot be asked', async () => {
    await speak('三社路口的路灯又不亮了')
    expect(double.heard.map((h) => h.path)).toEqual(['/v1/audio/transcriptions'])
    const [voice] = await town.rows<{ size: number }>('SELECT octet_length(bytes) AS size FROM "Voice"')
    expect(voice?.size).toBeGreaterThanOrEqual(RECORDING.length)
    expect(await scene.tickets()).toEqual([])
    await town.clockTo('2026-12-01T12:01:00+08:00')
    expect((await clerksWords()).at(-1)).toContain('“三社路口的路灯又不亮了”')
    expect(await scene.tell(scene.cadre('clerk'), '1')).toMatch(/^登记了：坪\d+ 三社路口路灯不亮。$/u)
    expect(await scene.last()).toMatchObject({ duty: 'V-LAMP', reporter: { name: '居民（未认）' } })
  })

  it('that nobody could write down is told to the clerk with the next list', async () => {
    await speak(null)
    await town.clockTo('2026-12-01T17:31:00+08:00')
    expect((await clerksWords()).filter((text) => text.includes('语音'))).toMatchInlineSnapshot(`
      [
        "“坪头村便民之声”有1段语音这里听不了：居民（未认） 12:01。请到群里听一听，有事回“登记 什么事”。",
      ]
    `)
    // Told once.
    await town.clockTo('2026-12-02T12:01:00+08:00')
    expect((await clerksWords()).filter((text) => text.includes('语音'))).toHaveLength(1)
  })
})
