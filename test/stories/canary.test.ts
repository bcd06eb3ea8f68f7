import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeBackup } from '../../src/backup/write-backup.ts'
import { workbookBytes } from '../../src/roster/write.ts'
import { smallTownship } from '../roster/small-township.ts'
import { type AllDoors, openAllDoors, PASSWORD } from '../support/all-doors.ts'
import { bindArchive, talkOf, wm } from '../support/archived.ts'
import { findEverywhere, findInPlain } from '../support/find-everywhere.ts'
import { findInCluster } from '../support/find-in-cluster.ts'
import { findInFiles } from '../support/find-in-files.ts'
import { kfAccount } from '../support/kf-account.ts'
import { officeOf } from '../support/office.ts'
import { aPhoto } from '../support/photo.ts'
import { nth } from '../support/scene.ts'
import { recordStatements } from '../support/statements.ts'
import { codeOfVillage, phoneAt } from '../support/village-page.ts'
import { callAt, jsonCall, xmlCall } from '../support/wecom-callback.ts'

const PHONE = '13700098765'
const IDENTITY = '622624197803071234'
const SENTENCE = '紫竹耙子勾住了画眉的银铃铛'
const FILE = 'zizhupazi'
/** What residents say, and what they call their files. */
const SAID = [PHONE, IDENTITY, SENTENCE, FILE]
/** What people in office write. */
const WRITTEN = '蓝马驹踢翻了镶银边的豆腐缸'
const CANARIES = [...SAID, WRITTEN]
/** What channels call the people of this story. */
const WHO = 'canaryid'

const VILLAGE = '坪头村'
const ROOM = 'wrPingtou'
const CODE = 'pingtoubbb'
const VOICE = Buffer.from('#!AMR\nsome seconds of speech')
const said = (matter: string) => `我是坪头村的，${matter}，${SENTENCE}，电话${PHONE}`

const began = Date.now()
let doors: AllDoors
beforeAll(async () => {
  doors = await openAllDoors()
})
afterAll(() => doors.close())

const at = () => String(Math.floor(Date.now() / 1000))
const jpg = async (colour: string) => new Uint8Array(await aPhoto(colour))
const of = (role: string) => doors.town.people(`role=${role}&village=${encodeURIComponent(VILLAGE)}`)
async function tell(person: string, ...orders: string[]): Promise<string[]> {
  const answers: string[] = []
  for (const order of orders) {
    await doors.town.tell(person, order)
    await doors.town.settle()
    answers.push((await doors.town.lastWord(person)) ?? '')
  }
  return answers
}

/** What a cadre told for somebody who is not on WeChat. */
const borderMatter = async () =>
  (await doors.town.tickets(`village=${encodeURIComponent(VILLAGE)}`)).find((t) => t.kind === 'neighbour')?.number ?? ''

const DOORS: Record<string, () => Promise<void>> = {
  async archive() {
    const { town, qyapi, archive } = doors
    const group = (await town.group(VILLAGE)).id
    await bindArchive(town, ROOM, group)
    qyapi.serve.set('msgaudit/check_room_agree', () => ({ errcode: 0, agreeinfo: [{ exteranalopenid: wm(WHO), agree_status: 'Agree' }] }))
    archive.media('photo1', await jpg('navy'))
    archive.media('voice1', VOICE)
    const item = [
      { type: 'text', content: JSON.stringify({ content: said('五社的变压器嗡嗡响') }) },
      { type: 'image', content: JSON.stringify({ sdkfileid: 'photo1' }) },
    ]
    const now = new Date()
    archive.say(
      talkOf('a1', wm(WHO), ROOM, now, { msgtype: 'mixed', mixed: { item } }),
      talkOf('a2', wm(WHO), ROOM, now, { msgtype: 'voice', voice: { sdkfileid: 'voice1' } }),
      talkOf('a3', wm(WHO), 'wrElsewhere', now, SENTENCE),
    )
  },
  async wecom() {
    const { town, qyapi, keys } = doors
    const text = { FromUserName: `${WHO}App`, CreateTime: at(), MsgType: 'text', Content: said('三社路口的路灯不亮了') }
    await callAt(town.url, xmlCall('/wecom/app', keys.app, { ...text, MsgId: '1', AgentID: '1' }))
    const toBot = { msgid: 'b1', msgtype: 'text', chattype: 'single', from: { userid: `${WHO}Bot` } }
    await callAt(town.url, jsonCall('/wecom/bot', keys.bot, { ...toBot, text: { content: said('村口的水管爆了') } }), 'application/json')
    const account = kfAccount(qyapi, 'wk01')
    account.say(`wm${WHO}Kf`, { msgtype: 'text', text: { content: said('桥头的护栏断了') } })
    const signal = { CreateTime: at(), MsgType: 'event', Event: 'kf_msg_or_event', Token: 't', OpenKfId: account.id }
    await callAt(town.url, xmlCall('/wecom/kf', keys.kf, signal))
  },
  async wechaty() {
    const { mocker, self } = doors.wechaty
    mocker
      .createContact({ id: `${WHO}-wx`, name: '快乐老周' })
      .say(said('二社的水停了'))
      .to(self)
  },
  async 'another program'() {
    const { town } = doors
    const handed = { service_code: 'V-LAMP', address_id: 'V01', description: said('二社的路灯坏了'), phone: PHONE, first_name: '路人' }
    expect((await town.hand({ ...handed, api_key: await town.key(['write']) })).status).toBe(200)
  },
  async 'the sandbox'() {
    const { town } = doors
    const group = (await town.group(VILLAGE)).id
    const residents = (await of('resident')).filter((p) => p.roles.every((r) => r.role === 'resident') && p.groups.includes(group))
    const who = (n: number) => nth(residents, n).id
    const image = { name: `${FILE}.jpg`, base64: Buffer.from(await jpg('teal')).toString('base64') }
    await town.say(group, who(0), `四社的路灯不亮了，${SENTENCE}，打我电话${PHONE}，身份证${IDENTITY}`, { image })
    await town.say(group, who(0), `今天赶集人多得很，${SENTENCE}`)
    await town.tell(who(0), `电话 ${PHONE}`)
    await town.say(group, who(1), '', { voice: { name: `${FILE}.amr`, base64: VOICE.toString('base64') } })
    await town.settle()
    await expect.poll(() => town.lastWord(who(1)), { timeout: 60_000 }).toContain('听到的是')
    expect(await tell(who(1), '是', '连心卡')).toEqual([expect.any(String), expect.stringContaining('网格员')])
  },
  async 'the page behind a 说事码'() {
    const { town } = doors
    const phone = phoneAt(town, await codeOfVillage(town, VILLAGE, CODE))
    const photos = [{ name: `${FILE}.jpg`, type: 'image/jpeg', bytes: await jpg('olive') }]
    await phone.send({ pass: phone.pass(), text: `桥头的护栏断了，${SENTENCE}`, name: '过路人', phone: PHONE }, { photos })
    await town.settle()
  },
  async 'a cadre, in chat and on the office page'() {
    const { town } = doors
    const [clerk, mediator, secretary, duty] = await Promise.all(
      ['clerk', 'mediator', 'secretary']
        .map(async (role) => nth(await of(role), 0).id)
        .concat(town.people('role=duty').then((p) => nth(p, 0).id)),
    )
    await tell(clerk ?? '', `说事点 三社尉迟大娘说和隔壁争地界，${SENTENCE}，电话${PHONE}`)
    const border = await borderMatter()
    expect(
      await tell(
        mediator ?? '',
        `丈量 ${border} 边长 20 10 20 10 对角 22.36 在场 甲方尉迟大娘 乙方李晓东`,
        `调解记录 ${border} 甲方尉迟大娘 乙方李晓东 两家都愿意说，${SENTENCE}，电话${PHONE}`,
        `调解协议 ${border} 口头 三天内界石挪回原处，${WRITTEN}`,
      ),
    ).toEqual([expect.stringContaining('面积'), expect.stringContaining('第1次'), expect.stringContaining('口头协议')])
    expect(await tell(duty ?? '', `信访登记 坪头村 ${SENTENCE}，要求修路，电话${PHONE}`)).toEqual([expect.stringContaining('信01')])
    await tell(
      secretary ?? '',
      ...[`挂账 坪01 10天 ${WRITTEN}`, `办结 坪02 ${WRITTEN}，有事打${PHONE}`, `移送 坪03 12345 编号20260618 ${WRITTEN}`],
      ...[`推荐 李晓东 好邻居 ${WRITTEN}`, `隐患 三社路口 电线垂下来了，${WRITTEN}`],
    )
    const office = await officeOf(town, secretary ?? '')
    const form = new FormData()
    for (const [name, value] of Object.entries({ id: 'canary-1', back: '/office', note: WRITTEN, text: WRITTEN })) form.append(name, value)
    form.append('photo', new Blob([await jpg('maroon')], { type: 'image/jpeg' }), `${FILE}.jpg`)
    expect((await office.send(`/office/m/${encodeURIComponent('坪04')}/do/${encodeURIComponent('进展')}`, form)).status).toBe(303)
    expect((await office.get(`/office/matters?${new URLSearchParams({ q: SENTENCE })}`)).status).toBe(200)
  },
  async 'a statement that fails'() {
    await expect(doors.town.sql(`SELECT '${SENTENCE}'::int`)).rejects.toThrow('invalid input syntax')
  },
  async 'a workbook'() {
    const { town } = doors
    const { people, ...rest } = smallTownship()
    const bytes = await workbookBytes({ ...rest, people: people.map((p) => ({ ...p, phone: PHONE })) }, { exampleOnly: false })
    const form = new FormData()
    form.append('workbook', new Blob([new Uint8Array(bytes)]), `${FILE}.xlsx`)
    const headers = { cookie: await operator() }
    expect((await fetch(`${town.url}/status/start/workbook`, { method: 'POST', body: form, headers })).status).toBe(200)
  },
}

async function operator(): Promise<string> {
  const body = new URLSearchParams({ password: PASSWORD })
  const entered = await fetch(`${doors.town.url}/status/login`, { method: 'POST', body, redirect: 'manual' })
  return (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const CHANNELS = ['form', 'open311', 'sandbox', 'wechaty', 'wecom-app', 'wecom-archive', 'wecom-bot', 'wecom-kf']
const heardAt = async () =>
  (await doors.town.rows<{ channel: string }>(`SELECT DISTINCT channel FROM "Message" WHERE "personId" IS NOT NULL`)).map((m) => m.channel)

/** What whoever has no business there reads, by address. */
async function pagesOfOthers(): Promise<[string, string][]> {
  const { town } = doors
  const other = nth(await town.people(`role=secretary&village=${encodeURIComponent('河口村')}`), 0)
  const elsewhere = await officeOf(town, other.id)
  const headers = { cookie: await operator() }
  const key = await town.key(['read'])
  const outside = ['/', '/health', '/metrics', '/status', '/status.json', '/office', `/s/${CODE}`, `/s/${CODE}/mine`]
  const status = ['/metrics', '/status', '/status.json', '/status/papers', '/status/keys', '/status/start', '/status/start/try']
  const office = ['/office', '/office/matters?state=all', '/office/measures', '/office/calendar']
  const read = async (path: string, more = {}) => (await fetch(town.url + path, more)).text()
  return Promise.all([
    ...outside.map(async (path): Promise<[string, string]> => [path, await read(path)]),
    ...status.map(async (path): Promise<[string, string]> => [`operator ${path}`, await read(path, { headers })]),
    ...office.map(async (path): Promise<[string, string]> => [`elsewhere ${path}`, await elsewhere.read(path)]),
    town.ask('requests.json', { api_key: key }).then(({ text }): [string, string] => ['a program', text]),
  ])
}

describe('a canary through every door', () => {
  it('is heard', { timeout: 240_000 }, async () => {
    const { town, model } = doors
    const spoken = said('六社的桥板断了')
    model.answers(({ path, text }) => ({ says: path.includes('transcriptions') ? spoken : `no JSON: ${text} ${SENTENCE}` }))
    const statements = recordStatements()
    for (const enter of Object.values(DOORS)) await enter()
    await expect.poll(heardAt, { timeout: 60_000 }).toEqual(expect.arrayContaining(CHANNELS))
    await expect.poll(() => town.rows(`SELECT id FROM "ModelCall" WHERE "answeredAt" IS NULL`), { timeout: 60_000 }).toEqual([])
    await town.settle()
    await town.nextMorning()
    statements.stop()
    expect(statements.values.filter((value) => CANARIES.some((word) => value.includes(word)))).toEqual([])
    expect(statements.values.some((value) => /~[tw]\d+:/u.test(value))).toBe(true)
    const columns = (await findEverywhere(town, CANARIES)).map((found) => found.split(' ')[0])
    expect(columns).toEqual(
      expect.arrayContaining([
        ...['Message.text', 'Message.photos', 'Message.voice', 'Person.phone', 'Ticket.text', 'Ticket.resolution', 'Ticket.waitingReason'],
        ...['TicketEvent.note', 'MeasureCase.whole', 'Notice.text', 'Post.text', 'Question.data', 'Act.words', 'Act.deed', 'Due.data'],
      ]),
    )
  })

  it('stands plain in no table, index, log, file or backup', { timeout: 60_000 }, async () => {
    const { town, dir, logged } = doors
    expect(await findInPlain(town, CANARIES)).toEqual([])
    expect(await findInCluster(town, CANARIES, began)).toEqual([])
    // What is public is found there, or the search would find nothing of anything.
    expect(await findInCluster(town, [VILLAGE], began)).not.toEqual([])
    await writeBackup({ url: town.databaseUrl, dir: join(dir, 'backup'), now: () => new Date(), closedWord: '' })
    expect(findInFiles([dir], CANARIES)).toEqual([])
    expect(findInFiles([dir], [VILLAGE])).not.toEqual([])
    const log = logged()
    expect(log).toContain('request completed')
    expect([...CANARIES, encodeURIComponent(SENTENCE), WHO].filter((word) => log.includes(word))).toEqual([])
  })

  it('is shown on no page to whoever may not read it', { timeout: 60_000 }, async () => {
    const pages = await pagesOfOthers()
    expect(pages.filter(([, text]) => [...CANARIES, WHO].some((word) => text.includes(word))).map(([path]) => path)).toEqual([])
    expect(pages.find(([path]) => path === 'operator /status')?.[1]).toContain('wecom-archive')
  })

  it('is gone after 忘记我, but for what a law keeps', { timeout: 240_000 }, async () => {
    const { town } = doors
    const everybody = await town.rows<{ id: string }>(
      `SELECT DISTINCT "personId" AS id FROM "Message" m WHERE "personId" IS NOT NULL
       AND NOT EXISTS (SELECT FROM "PersonRole" r WHERE r."personId" = m."personId" AND r.role <> 'resident')`,
    )
    const border = await borderMatter()
    await town.sql(`UPDATE "Ticket" SET status = 'closed', "endedAt" = now()`)
    for (const word of ['忘记我', '是']) {
      for (const { id } of everybody) await town.tell(id, word)
      await town.settle()
    }
    await tell(nth(await of('clerk'), 0).id, `忘记 ${border}`, '是')
    await town.advance('PT15M')
    // The petition and the mediation.
    expect(await findEverywhere(town, [...SAID, WHO])).toEqual(['MeasureCase.whole 2'])
  })
})
