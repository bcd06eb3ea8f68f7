import { afterAll, beforeAll, expect, it } from 'vitest'
import { officeOf } from '../support/office.ts'
import { nth, type Scene, sceneIn } from '../support/scene.ts'
import { startTown, type Town } from '../support/town.ts'

let town: Town
let scene: Scene
let cookie = ''
const PASSWORD = 'a password of ours'
const open = (path: string, fields?: Record<string, string>) =>
  fetch(`${town.url}${path}`, {
    redirect: 'manual',
    headers: { cookie },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  })
const read = async (path: string) => (await (await open(path)).text()).replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ')

beforeAll(async () => {
  town = await startTown({ OPERATOR_PASSWORD: PASSWORD, TRIAL: 'on' }, '2026-12-01T09:00:00+08:00')
  scene = await sceneIn(town, '井儿沟村')
})
afterAll(() => town.close())

it('is nobody’s without the password', async () => {
  expect((await open('/status/trial')).headers.get('location')).toBe('/status')
  expect((await open('/status/trial/begin', { group: scene.group })).headers.get('location')).toBe('/status')
})

it('lets the operator begin a quiet week, and tells secretary and clerk', async () => {
  cookie = (await open('/status/login', { password: PASSWORD })).headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(await read('/status/trial')).toContain('还没有哪个群先听过')
  expect((await open('/status/trial/begin', { group: scene.group })).headers.get('location')).toBe('/status/trial')
  await town.settle()
  expect((await scene.words(scene.cadre('clerk'))).at(-1)).toContain('从今天起先听一周')
  expect(await read('/status/trial')).toMatch(/井儿沟村便民之声\s+只听不说/u)
})

it('compares what would have been registered with what was, line by line and day by day', async () => {
  const clerk = scene.cadre('clerk')
  await scene.say(nth(scene.residents, 0), '三社路口的路灯又不亮了')
  await scene.say(nth(scene.residents, 1), '二社的自来水停了两天了')
  await scene.say(nth(scene.residents, 2), '我男人昨晚又打我了')
  await scene.tell(clerk, '登记 四社的井盖丢了')
  await town.clockTo('2026-12-01T12:01:00+08:00')
  const list = (await scene.words(clerk)).at(-1) ?? ''
  const light = list.split('\n').find((line) => line.includes('路灯'))
  expect(await scene.tell(clerk, `只有${light?.split(' ')[0]}`)).toContain('登记了')
  const page = await read('/status/trial')
  expect(page).toContain('村里登记了其中1件；村里另外登记了1件，它没听出来。')
  expect(page).toMatch(/它自己不会登记 1件 .*?“四社的井盖丢了”/u)
  expect(page).toMatch(/它会登记，村里没登记 [12]件 .*?“二社的自来水停了两天了”/u)
  expect(page).toMatch(/它会登记，村里也登记了 1件 .*?“三社路口的路灯又不亮了”\s+井\d+/u)
  expect(page).toMatch(/12月1日（周二） 3 3 1 1/u)
  // What happens at home is nobody's to read here.
  expect(page).not.toContain('打我')
})

it('shows secretary and leader the same in the office, each their own villages, and a keeper nothing', async () => {
  const ofSecretary = await (await officeOf(town, scene.cadre('secretary').id)).read('/office/trial')
  expect(ofSecretary).toContain('村里登记了其中1件')
  const other = nth(await town.people(`role=secretary&village=${encodeURIComponent('坪头村')}`), 0)
  expect(await (await officeOf(town, other.id)).read('/office/trial')).not.toContain('井儿沟村')
  expect(await (await officeOf(town, scene.cadre('keeper').id)).read('/office/trial')).not.toContain('井儿沟村便民之声')
})

it('ends it by the operator’s hand', async () => {
  await open('/status/trial/end', { group: scene.group })
  await town.settle()
  expect(await read('/status/trial')).toMatch(/井儿沟村便民之声\s+已经正式开始/u)
  expect(await scene.posts()).toHaveLength(1)
})

it('begins by itself where a group is bound and TRIAL=on, and the group reads no word of it', async () => {
  await town.sql(
    `INSERT INTO "ChannelGroup" ("townId", channel, "externalId", hears, posts, mentions, "perMinute", state, name, "firstSeenAt")
     SELECT id, 'wechaty', 'R9', 'all', 'auto', true, 12, 'asked', '坪头村便民之声', now() FROM "Town"`,
  )
  const [place] = await town.rows<{ id: string }>(`SELECT id FROM "GridNode" WHERE name = '坪头村'`)
  await open('/status/bind', { channel: 'wechaty', externalId: 'R9', grid: place?.id ?? '' })
  await town.settle()
  const group = (await town.group('坪头村')).id
  expect(await town.rows(`SELECT 1 FROM "Trial" WHERE "groupId" = '${group}' AND "endedAt" IS NULL`)).toHaveLength(1)
  expect((await town.heardIn(group)).filter((m) => m.from.bot)).toEqual([])
  expect(await read('/status/trial')).toMatch(/坪头村便民之声\s+只听不说/u)
})
